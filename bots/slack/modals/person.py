"""Somebody's roles, team and people, for an administrator to set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from slack_sdk.models.blocks import Block, CheckboxesElement, Option
from slack_sdk.models.blocks.block_elements import StaticMultiSelectElement, UserMultiSelectElement

from bots.chat.texts import fit
from bots.slack.blocks import context, header
from bots.slack.inputs import OPTIONS, question, text_input
from bots.slack.modals.parts import (
    Answers,
    Errors,
    View,
    carried,
    choosable,
    menu,
    modal,
    offered,
)
from bots.slack.names import Modal
from core.commands import PutPerson
from core.people import Person, Role

MEMBER = "person"
"""What the view carries along: whose form it is."""
ROLES, TEAM, COACHES, MANAGES, MORE_TEAMS = "roles", "team", "coaches", "manages", "more_teams"
_MEMBER = re.compile(r"[UW][A-Z0-9]{5,}")
_TEAM_FITS, _TEAMS_FIT, _SHOWN = 100, 1000, 8
_ROLES = (
    (Role.TRAINEE, "Practises calls"),
    (Role.COACH, "Reviews the calls of the people chosen below"),
    (Role.MANAGER, "Sees how the teams chosen below are doing"),
    (Role.ADMIN, "Adds people, changes settings, gives calls to everybody"),
)


def teams_of(people: Iterable[Person]) -> list[str]:
    """Return all teams that are known, by name."""
    everybody = list(people)
    known = {p.team for p in everybody} | {t for p in everybody for t in p.manages}
    return sorted(known - {""})


def view(
    member: str, name: str, time_zone: str, known: Person | None, people: Sequence[Person]
) -> View:
    """Return the form for a member of Slack, by their name and time zone there.

    `known` is who they are here so far, None for somebody new.
    """
    teams = teams_of(people)
    roles = known.roles if known else frozenset({Role.TRAINEE})
    choices = [choosable(role.value.capitalize(), role.value, more) for role, more in _ROLES]
    at_first = [c for c in choices if c.value in roles]
    blocks: list[Block] = [
        header(name or member),
        *context(f"Time zone: {time_zone}, as in Slack."),
        question(
            "Roles",
            CheckboxesElement(action_id=ROLES, options=choices, initial_options=at_first or None),
            block=ROLES,
        ),
        question(
            "Team",
            text_input(TEAM, initial=known.team if known else "", most=_TEAM_FITS),
            block=TEAM,
            optional=True,
            hint=f"So far there are: {', '.join(teams[:_SHOWN])}." if teams else "",
        ),
        _coached(known),
        *_managed(teams, known),
    ]
    about = {MEMBER: member, "name": fit(name, _TEAM_FITS), "time_zone": fit(time_zone, 64)}
    return modal("Person", blocks, sends=Modal.PERSON, submit="Keep", about=about)


def _coached(known: Person | None) -> Block:
    coached = _listed(known)
    element = UserMultiSelectElement(action_id=COACHES, initial_users=coached or None)
    hint = "For a coach: their trainees. Whoever coaches this person is named in that coach's form."
    return question("Reviews the calls of", element, block=COACHES, optional=True, hint=hint)


def _listed(known: Person | None) -> list[str]:
    """Those coached whom Slack's menu can show: members of Slack, and at most 100."""
    return sorted(p for p in known.coaches if _MEMBER.fullmatch(p))[:OPTIONS] if known else []


def _managed(teams: Sequence[str], known: Person | None) -> list[Block]:
    groups = menu([("Teams", [choosable(team, team) for team in teams])])
    choices = offered(groups)
    manages = known.manages if known else frozenset()
    others = sorted(manages - {c.value for c in choices[:OPTIONS]})
    words = text_input(MORE_TEAMS, initial=", ".join(others), most=_TEAMS_FIT)
    hint = "For a manager: teams that are not in the list yet, with commas between them."
    label = "Manages also" if choices else "Manages the teams"
    more = question(label, words, block=MORE_TEAMS, optional=True, hint=hint)
    if not choices:
        return [more]
    return [_teams(choices[:OPTIONS], manages), more]


def _teams(choices: list[Option], manages: frozenset[str]) -> Block:
    at_first = [c for c in choices if c.value in manages]
    element = StaticMultiSelectElement(
        action_id=MANAGES, options=choices, initial_options=at_first or None
    )
    hint = "For a manager: the teams whose progress they see."
    return question("Manages the teams", element, block=MANAGES, optional=True, hint=hint)


def read(view: Mapping[str, Any], known: Person | None) -> PutPerson | Errors:
    """Return the change that was sent in, or what is wrong. `known` as in `view`."""
    answers, about = Answers.of(view), carried(view)
    roles = frozenset(Role(role) for role in answers.choices(ROLES) if role in set(Role))
    coaches = frozenset(answers.people(COACHES))
    # Those whom the menu could not show stay as they were.
    hidden = (known.coaches if known else frozenset()) - set(_listed(known))
    more = (" ".join(team.split()) for team in answers.text(MORE_TEAMS).split(","))
    manages = frozenset({*answers.choices(MANAGES), *filter(None, more)})
    errors = _wrong(about.get(MEMBER, ""), roles, coaches, manages)
    if errors:
        return errors
    return PutPerson(
        about.get(MEMBER, ""),
        about.get("name", ""),
        roles,
        " ".join(answers.text(TEAM).split()),
        about.get("time_zone", "UTC"),
        coaches | hidden,
        manages,
    )


def _wrong(
    member: str, roles: frozenset[Role], coaches: frozenset[str], manages: frozenset[str]
) -> Errors:
    errors = {}
    if not roles:
        errors[ROLES] = "Choose at least one role."
    if member in coaches:
        errors[COACHES] = "Nobody coaches themselves. Choose somebody else."
    elif coaches and roles and Role.COACH not in roles:
        errors[COACHES] = "Tick Coach above too, or choose nobody here."
    return errors | _wrong_teams(roles, manages)


def _wrong_teams(roles: frozenset[Role], manages: frozenset[str]) -> Errors:
    if any(len(team) > _TEAM_FITS for team in manages):
        return {MORE_TEAMS: f"A team's name has at most {_TEAM_FITS} characters."}
    if manages and roles and Role.MANAGER not in roles:
        return {MORE_TEAMS: "Tick Manager above too, or choose no teams."}
    return {}
