"""What a form asks, in words; each surface makes fields of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.people import Person
from core.scenario import Scenario
from core.wording import sentence

_NO_TEAM = "No team"
_ACRONYM = 3


@dataclass(frozen=True, slots=True)
class Question:
    """A field: its label, a hint below it, and what is said when it is left empty.

    Without `missing` it may be empty.
    """

    label: str
    hint: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: its words, the value that is sent in, and small print."""

    words: str
    value: str
    more: str = ""


Group = tuple[str, Sequence[Choice]]
"""Choices under a heading."""


def by_category(scenarios: Iterable[Scenario]) -> list[Group]:
    """Return all scenarios, by category."""
    by: dict[str, list[Choice]] = {}
    for one in scenarios:
        by.setdefault(one.category, []).append(Choice(one.title, one.id))
    return [(_heading(category), found) for category, found in sorted(by.items())]


def _heading(category: str) -> str:
    """As its author wrote it; words all in lower case begin a sentence, and it, hr are capitals."""
    if not category.islower():
        return category
    return category.upper() if len(category) <= _ACRONYM else sentence(category)


def by_team(people: Iterable[Person]) -> list[Group]:
    """Return people, by team; those without one come last."""
    by: dict[str, list[Choice]] = {}
    for one in sorted(people, key=lambda p: (p.team == "", p.team)):
        by.setdefault(one.team or _NO_TEAM, []).append(Choice(one.name, one.id))
    return list(by.items())
