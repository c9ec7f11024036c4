"""The people somebody coaches or manages: who needs help first, at one look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bots.chat.texts import fit
from bots.chat.words import training as words
from bots.chat.words.digests import HELP_FIRST
from bots.teams import elements
from bots.teams.buttons import dialog
from bots.teams.cards import Card
from bots.teams.elements import Element, buttons, container, heading, rich
from bots.teams.home.groups import Group, laid_out
from bots.teams.names import Verb
from bots.teams.texts import Row, bold, lined, run
from core.glance import Glance
from core.wording import counted, day_time

_LINE, _SHORT = 200, 60
_MANY = 15
_CALM = "Nobody stands out as needing help."


def people(
    glances: Sequence[Glance], now: datetime, time_zone: str = "UTC", *, admin: bool = False
) -> Card:
    """Return all of somebody's people as a card, those who may need help before the others.

    `admin`: the reader is an administrator.
    """
    needy = [glance for glance in glances if glance.needs]
    calm = [glance for glance in glances if not glance.needs]
    told = f"{_counted(len(needy))} may need help." if needy else _CALM
    told = told if glances else words.nobody(admin=admin)
    groups = [
        Group(HELP_FIRST, [_entry(g, now, time_zone) for g in needy], "And {} more.", _MANY),
        Group("The others", [_entry(g, now, time_zone) for g in calm], "And {} more.", _MANY),
    ]
    body = [heading("My people"), *rich([told]), *laid_out(groups)]
    return Card(f"My people. {told}", elements.card(body, wide=True))


def people_group(glances: Sequence[Glance], most: int, *, admin: bool = False) -> Group:
    """Return people as a group, each at one look; `admin`: for an administrator."""
    nobody = rich([words.nobody(admin=admin)])
    entries = [_look(glance, []) for glance in glances] or [nobody]
    return Group("My people", entries, "And {} more.", most)


def _counted(number: int) -> str:
    return counted(number, "person").replace("persons", "people")


def _entry(glance: Glance, now: datetime, time_zone: str) -> list[Element]:
    """One person, and when they called last."""
    newest = glance.newest
    if newest is None:
        return _look(glance, [])
    when = day_time(newest.at, time_zone, now)
    return _look(glance, [f"Last call {when}: {fit(newest.title, _LINE)}"])


def _look(glance: Glance, last: Row) -> list[Element]:
    """One person at a look, those who need help said so."""
    newest = glance.newest
    told = lined([bold(fit(words.about(glance), _LINE))], _needs(glance), [_stands(glance)], last)
    seen = dialog("Last call", Verb.TRANSCRIPT, newest.attempt) if newest else None
    give = dialog("Assign a call", Verb.ASSIGN, glance.person.id) if last or not newest else None
    return container([*rich(told), *buttons(seen, give)], separator=True)


def _needs(glance: Glance) -> Row:
    """What they need, in colour."""
    color = "Attention" if glance.needs else "Good" if glance.of else "Default"
    return [run(" · ".join(words.needs(glance)), color=color)]


def _stands(glance: Glance) -> str:
    """How far they are, how well, and what to begin with."""
    begin = fit(glance.begin_with, _SHORT) if glance.needs else ""
    told = [words.stands(glance), f"Begin with {begin}" if begin else ""]
    return " · ".join(filter(None, told))
