"""The people of a workspace, in a list to choose from."""

from __future__ import annotations

from collections.abc import Iterable

from bots.chat.texts import fit
from core.people import Person, Role
from core.wording import counted, sentence

TITLE, INTRO = "People", "Choose somebody to add or to change."
NAME_FITS = 80


def listed(people: Iterable[Person]) -> list[Person]:
    """Return people by name."""
    return sorted(people, key=lambda p: (p.name, p.id))


def about(person: Person) -> str:
    """Trainee, coach · North · coaches 2 trainees."""
    roles = ", ".join(role.value for role in Role if role in person.roles)
    managed = ", ".join(sorted(person.manages))
    parts = [
        sentence(roles),
        fit(person.team, NAME_FITS),
        f"coaches {counted(len(person.coaches), 'trainee')}" if person.coaches else "",
        f"manages {fit(managed, NAME_FITS)}" if managed else "",
    ]
    return " · ".join(filter(None, parts))
