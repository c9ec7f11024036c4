"""Lists in groups, as many of their entries as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from slack_sdk.models.blocks import Block

from bots.slack.blocks import context, header

Thing = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Group:
    """A headline with entries of some blocks each. `more` has a {} for how many are left out."""

    name: str
    entries: Sequence[Sequence[Block]]
    more: str


def laid_out(groups: Sequence[Group], room: int) -> list[Block]:
    """Return the groups that have entries, in at most `room` blocks.

    Earlier groups take what they need; of each later one, its headline and how many there are is
    always shown.
    """
    full = [group for group in groups if group.entries]
    found: list[Block] = []
    for number, group in enumerate(full):
        later = 2 * (len(full) - number - 1)
        found += _filled(group, room - len(found) - later)
    return found


def _filled(group: Group, room: int) -> list[Block]:
    found: list[Block] = [header(group.name)]
    for number, entry in enumerate(group.entries):
        left = len(group.entries) - number
        if len(found) + len(entry) + (left > 1) > room:
            return [*found, *context(group.more.format(left))]
        found += entry
    return found


def as_dicts(blocks: Sequence[Block]) -> list[Thing]:
    """Return the blocks as they are sent."""
    return [block.to_dict() for block in blocks]
