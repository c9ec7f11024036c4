"""Somebody's roles, team and people, for an administrator to set."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bots.chat.forms import person
from bots.chat.forms.answers import Answers, Errors
from bots.chat.forms.people import listed
from bots.chat.forms.person import (
    COACHES,
    MANAGES,
    MORE_TEAMS,
    NAME,
    ROLES,
    TEAM,
    ZONE,
    Member,
)
from bots.chat.forms.questions import Choice, Question, by_team
from bots.chat.forms.zones import zones
from bots.teams.dialogs.dialog import Dialog, Sends, form
from bots.teams.dialogs.fields import Asked, Fields
from bots.teams.dialogs.menus import flat, within
from bots.teams.elements import Element, small
from bots.teams.names import Verb
from core.commands import PutPerson
from core.people import Person

_COACHES, _TEAMS = 24_000, 12_000  # bytes
_NOBODY = "There is nobody else here yet whose calls they could review."
_ENTRA = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def dialog(
    member: Member,
    known: Person | None,
    people: Sequence[Person],
    *,
    errors: Errors | None = None,
    answers: Answers | None = None,
) -> Dialog:
    """Return the form for somebody of the organisation.

    `member` holds what Teams has told of them: a name or "", and a time zone to begin with, such
    as the administrator's own. `known` is who they are here so far, None for somebody new.
    """
    fields, teams = Fields(errors or {}, answers), person.teams_of(people)
    manages = known.manages if known else frozenset()
    menu = _teams(teams, manages)
    asked = person.questions(teams, listed=bool(menu))
    parts: list[Asked | Element] = [
        *_who(fields, asked, member, known),
        fields.choices(
            asked[ROLES],
            ROLES,
            person.CHOICES,
            values=person.roles_at_first(known),
            style="expanded",
        ),
        fields.text(asked[TEAM], TEAM, most=person.TEAM_FITS, value=known.team if known else ""),
        *_coached(fields, asked[COACHES], _others(member, people), known),
        *([fields.choices(asked[MANAGES], MANAGES, menu, values=manages)] if menu else []),
        fields.text(
            asked[MORE_TEAMS],
            MORE_TEAMS,
            most=person.TEAMS_FIT,
            value=", ".join(sorted(manages - {choice.value for choice in menu})),
        ),
    ]
    sends = Sends(Verb.PERSON, member.id, person.SUBMIT)
    return form(person.TITLE, parts, sends, fields.errors, size="large")


def _who(
    fields: Fields, asked: Mapping[str, Question], member: Member, known: Person | None
) -> list[Asked]:
    name = known.name if known else member.name
    places = zones(known.time_zone if known else "", member.time_zone)
    return [
        fields.text(asked[NAME], NAME, most=person.NAME_FITS, value=name),
        fields.choice(asked[ZONE], ZONE, places, value=places[0].value, style="filtered"),
    ]


def _teams(teams: Sequence[str], manages: frozenset[str]) -> list[Choice]:
    """Teams to choose from, as many as there is room for: those of theirs before others."""
    return within([Choice(team, team) for team in teams], _TEAMS, manages)


def _others(member: Member, people: Sequence[Person]) -> list[Person]:
    return [one for one in listed(people) if one.id != member.id]


def _coached(
    fields: Fields, question: Question, people: Sequence[Person], known: Person | None
) -> Sequence[Asked | Element]:
    if not people:
        return small(_NOBODY)
    coaches = known.coaches if known else frozenset()
    shown = _shown(people, coaches)
    choices = within(flat(by_team(people)), _COACHES)
    if len(choices) < len(people):
        # More than a menu holds: then Teams' own.
        return [fields.people(question, COACHES, values=shown)]
    return [fields.choices(question, COACHES, choices, values=shown)]


def _shown(people: Sequence[Person], coaches: frozenset[str]) -> frozenset[str]:
    """Of those coached, whom the field can show."""
    choices = within(flat(by_team(people)), _COACHES)
    if len(choices) < len(people):
        return frozenset(one for one in coaches if _ENTRA.fullmatch(one))
    return coaches & {choice.value for choice in choices}


def read(
    answers: Answers, data: Mapping[str, Any], known: Person | None, people: Sequence[Person]
) -> PutPerson | Errors:
    """Return the change that was sent in, or what is wrong. `known`, `people` as in `dialog`."""
    member = Member(str(data.get("value") or ""))
    coaches = known.coaches if known else frozenset()
    # Those whom the field could not show stay as they were.
    hidden = coaches - _shown(_others(member, people), coaches)
    return person.read(answers, member, hidden)
