"""The people of the workspace, for an administrator to choose one."""

from __future__ import annotations

from collections.abc import Sequence

from slack_sdk.models.blocks import ActionsBlock, Block, UserSelectElement

from bots.chat.forms import people as form
from bots.chat.texts import fit
from bots.slack.blocks import button, context, plain, section
from bots.slack.modals.parts import BLOCKS, View, modal
from bots.slack.names import Action
from core.people import Person

_MOST = BLOCKS - 4


def view(people: Sequence[Person]) -> View:
    """Return the list, with a menu of everybody in Slack above it."""
    listed = form.listed(people)
    more = len(listed) - _MOST
    pick = UserSelectElement(
        action_id=Action.PICK_PERSON, placeholder=plain("Somebody in this workspace", 150)
    )
    return modal(
        form.TITLE,
        [
            section(form.INTRO),
            ActionsBlock(elements=[pick]),
            *[_person(person) for person in listed[:_MOST]],
            *context(f"And {more} more: choose them in the menu above." if more > 0 else ""),
        ],
    )


def _person(person: Person) -> Block:
    change = button("Change", Action.PERSON, value=person.id)
    return section(f"{fit(person.name, form.NAME_FITS)}\n{form.about(person)}", accessory=change)
