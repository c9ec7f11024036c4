"""Somebody's roles, team and people, for an administrator to set."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from slack_sdk.models.blocks import Block, CheckboxesElement, Option
from slack_sdk.models.blocks.block_elements import StaticMultiSelectElement, UserMultiSelectElement

from bots.chat.forms import person
from bots.chat.forms.answers import Errors
from bots.chat.forms.person import COACHES, MANAGES, MORE_TEAMS, ROLES, TEAM
from bots.chat.forms.questions import Choice
from bots.chat.texts import fit
from bots.slack.blocks import context, header
from bots.slack.inputs import OPTIONS, text_input
from bots.slack.modals.parts import (
    View,
    answers,
    asking,
    carried,
    choosable,
    menu,
    modal,
    offered,
)
from bots.slack.names import Modal
from core.commands import PutPerson
from core.people import Person

MEMBER = "person"
"""What the view carries along: whose form it is."""
_MEMBER = re.compile(r"[UW][A-Z0-9]{5,}")


def view(
    member: str, name: str, time_zone: str, known: Person | None, people: Sequence[Person]
) -> View:
    """Return the form for a member of Slack, by their name and time zone there.

    `known` is who they are here so far, None for somebody new.
    """
    teams = person.teams_of(people)
    # Of the teams, those that a menu holds; the others are written out.
    listed = offered(menu([("Teams", [Choice(team, team) for team in teams])]))[:OPTIONS]
    asked = person.questions(teams, listed=bool(listed))
    team = text_input(TEAM, initial=known.team if known else "", most=person.TEAM_FITS)
    coached = UserMultiSelectElement(action_id=COACHES, initial_users=_listed(known) or None)
    manages = known.manages if known else frozenset()
    others = ", ".join(sorted(manages - {choice.value for choice in listed}))
    more = text_input(MORE_TEAMS, initial=others, most=person.TEAMS_FIT)
    blocks: list[Block] = [
        header(name or member),
        *context(f"Time zone: {time_zone}, as in Slack."),
        asking(asked[ROLES], ROLES, _roles(known)),
        asking(asked[TEAM], TEAM, team),
        asking(asked[COACHES], COACHES, coached),
        *([asking(asked[MANAGES], MANAGES, _teams(listed, manages))] if listed else []),
        asking(asked[MORE_TEAMS], MORE_TEAMS, more),
    ]
    about = {MEMBER: member, "name": fit(name, person.NAME_FITS), "time_zone": fit(time_zone, 64)}
    return modal(person.TITLE, blocks, sends=Modal.PERSON, submit=person.SUBMIT, about=about)


def _roles(known: Person | None) -> CheckboxesElement:
    choices = [choosable(choice) for choice in person.CHOICES]
    at_first = [c for c in choices if c.value in person.roles_at_first(known)]
    return CheckboxesElement(action_id=ROLES, options=choices, initial_options=at_first or None)


def _teams(choices: list[Option], manages: frozenset[str]) -> StaticMultiSelectElement:
    at_first = [c for c in choices if c.value in manages]
    return StaticMultiSelectElement(
        action_id=MANAGES, options=choices, initial_options=at_first or None
    )


def _listed(known: Person | None) -> list[str]:
    """Those coached whom Slack's menu can show: members of Slack, and at most 100."""
    return sorted(p for p in known.coaches if _MEMBER.fullmatch(p))[:OPTIONS] if known else []


def read(view: Mapping[str, Any], known: Person | None) -> PutPerson | Errors:
    """Return the change that was sent in, or what is wrong. `known` as in `view`."""
    about = carried(view)
    member = person.Member(
        about.get(MEMBER, ""), about.get("name", ""), about.get("time_zone", "UTC")
    )
    # Those whom the menu could not show stay as they were.
    hidden = (known.coaches if known else frozenset()) - set(_listed(known))
    return person.read(answers(view), member, hidden)
