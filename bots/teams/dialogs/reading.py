"""What a dialog sends in: flat strings, made answers.

An Action.Submit brings its own data and, beside it, the inputs that are not empty. Ours names the
fields that the form had, each with its kind, in `form`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any

from bots.chat.forms.answers import Answers
from core.wording import zone


class Kind(StrEnum):
    """What a field takes."""

    TEXT = "text"  # also numbers
    ONE = "one"
    MANY = "many"
    MOMENT = "moment"  # a day and a time, in two inputs


_EMPTY = "%"


def packed(values: Iterable[str]) -> str:
    """Return values as a ChoiceSet has them: one string, with commas between them.

    A comma of their own is written otherwise, and so is an empty one, which Teams takes for none.
    """
    return ",".join(value.replace("%", "%25").replace(",", "%2C") or _EMPTY for value in values)


def unpacked(words: str) -> tuple[str, ...]:
    """Return the values of what a ChoiceSet sent."""
    parts = [part.strip() for part in words.split(",")]
    return tuple(
        "" if part == _EMPTY else part.replace("%2C", ",").replace("%25", "%")
        for part in parts
        if part
    )


def day_of(name: str) -> str:
    """The input of a moment's day."""
    return f"{name}.day"


def time_of(name: str) -> str:
    """The input of a moment's time."""
    return f"{name}.time"


def read(data: Mapping[str, Any], tz: str) -> Answers:
    """Return the answers of what was sent in. Days and times are by the clock of `tz`."""
    texts: dict[str, str] = {}
    chosen: dict[str, tuple[str, ...]] = {}
    moments: dict[str, datetime | None] = {}
    half: set[str] = set()
    for kind, name in asked(data):
        if kind == Kind.TEXT:
            texts[name] = _text(data.get(name))
        elif kind in {Kind.ONE, Kind.MANY}:
            found = unpacked(_text(data.get(name)))
            chosen[name] = found[:1] if kind == Kind.ONE else found
        elif kind == Kind.MOMENT:
            day, at = (texts.setdefault(part, _text(data.get(part))) for part in _halves(name))
            moments[name] = moment(day, at, tz)
            half |= {name} if (day or at) and moments[name] is None else set()
    return Answers(texts, chosen, moments, frozenset(half))


def asked(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the fields that a form had, each with its kind."""
    pairs = (part.partition(":") for part in _text(data.get("form")).split())
    return [(kind, name) for kind, _, name in pairs if name]


def _halves(name: str) -> tuple[str, str]:
    return day_of(name), time_of(name)


def moment(day: str, at: str, tz: str) -> datetime | None:
    """Return the moment of a local day and time in UTC, None where they name none.

    A time that the clocks leave out is the hour after; of a time that comes twice, it is the
    later one: nobody is late by it.
    """
    try:
        local = datetime.combine(date.fromisoformat(day[:10]), time.fromisoformat(at))
        return max(local.replace(tzinfo=zone(tz), fold=fold).astimezone(UTC) for fold in (0, 1))
    except (ValueError, OverflowError):
        return None


def _text(value: object) -> str:
    """An answer in words: numbers and yes or no may come as themselves."""
    match value:
        case bool():
            return str(value).lower()
        case int() | str():
            return str(value)
        case float():
            return f"{value:g}"
        case list() | tuple():
            return ",".join(map(_text, value))
    return ""
