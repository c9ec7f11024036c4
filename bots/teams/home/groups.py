"""Lists in groups, as many of their entries as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bots.teams.elements import Element, heading, small
from bots.teams.sizes import ROOM, size

_FRAME = 10_000
"""Bytes that lists leave for what stands around them."""


@dataclass(frozen=True, slots=True)
class Group:
    """A headline with entries of some elements each, at most so many of them.

    `more` has a {} for how many are left out.
    """

    name: str
    entries: Sequence[Sequence[Element]]
    more: str
    most: int = 10


def laid_out(groups: Sequence[Group]) -> list[Element]:
    """Return the groups that have entries, as far as they fit a message.

    Earlier groups take what they need; of each later one, its headline and how many there are is
    always shown.
    """
    room = ROOM - _FRAME
    found: list[Element] = []
    for group in groups:
        shown = _fitting(group.entries[: group.most], room)
        room -= sum(map(size, shown))
        found += _group(group, shown)
    return found


def _fitting(entries: Sequence[Sequence[Element]], room: int) -> list[Sequence[Element]]:
    """The first entries that fit."""
    found: list[Sequence[Element]] = []
    for entry in entries:
        room -= size(entry)
        if room < 0:
            break
        found.append(entry)
    return found


def _group(group: Group, shown: Sequence[Sequence[Element]]) -> list[Element]:
    hidden = len(group.entries) - len(shown)
    if not group.entries:
        return []
    return [
        heading(group.name, size="Medium"),
        *[element for entry in shown for element in entry],
        *small(group.more.format(hidden) if hidden else ""),
    ]
