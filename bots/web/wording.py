"""What the pages' templates write with: the words of `core.wording`, and what only a page needs."""

from __future__ import annotations

from datetime import datetime

from core.wording import (
    change,
    clock_time,
    counted,
    day_time,
    due,
    figure,
    first_name,
    greeting,
    lasting,
    line_number,
    minutes,
    offset,
    sentence,
)

__all__ = [
    "change",
    "clock_time",
    "counted",
    "day_time",
    "due",
    "figure",
    "first_name",
    "greeting",
    "hue",
    "initials",
    "lasting",
    "line_number",
    "millis",
    "minutes",
    "offset",
    "sentence",
]

_HUES = 8


def millis(at: datetime | None) -> str:
    """The moment as the browser counts it; nothing when there is none."""
    return "" if at is None else str(round(at.timestamp() * 1000))


def initials(name: str) -> str:
    """DW."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def hue(name: str) -> int:
    """Return the number of the colour behind somebody's initials, the same each time."""
    return sum(name.encode()) % _HUES
