"""The people of the workspace, for an administrator to choose one."""

from __future__ import annotations

from collections.abc import Sequence

from slack_sdk.models.blocks import ActionsBlock, Block, UserSelectElement

from bots.chat.texts import fit
from bots.slack.blocks import button, context, plain, section
from bots.slack.modals.parts import BLOCKS, View, modal
from bots.slack.names import Action
from core.people import Person, Role
from core.wording import counted, sentence

_MOST = BLOCKS - 4
_NAME_FITS = 80


def view(people: Sequence[Person]) -> View:
    """Return the list, with a menu of everybody in Slack above it."""
    listed = sorted(people, key=lambda p: (p.name, p.id))
    more = len(listed) - _MOST
    pick = UserSelectElement(
        action_id=Action.PICK_PERSON, placeholder=plain("Somebody in this workspace", 150)
    )
    return modal(
        "People",
        [
            section("Choose somebody to add or to change."),
            ActionsBlock(elements=[pick]),
            *[_person(person) for person in listed[:_MOST]],
            *context(f"And {more} more: choose them in the menu above." if more > 0 else ""),
        ],
    )


def _person(person: Person) -> Block:
    roles = ", ".join(role.value for role in Role if role in person.roles)
    coached = counted(len(person.coaches), "trainee") if person.coaches else ""
    managed = ", ".join(sorted(person.manages))
    parts = [
        sentence(roles),
        fit(person.team, _NAME_FITS),
        f"coaches {coached}" if coached else "",
        f"manages {fit(managed, _NAME_FITS)}" if managed else "",
    ]
    about = " · ".join(filter(None, parts))
    change = button("Change", Action.PERSON, value=person.id)
    return section(f"{fit(person.name, _NAME_FITS)}\n{about}", accessory=change)
