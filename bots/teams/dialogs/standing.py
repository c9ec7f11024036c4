"""What stands in the fields of a form: what was sent in, or else what stands there at first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, time
from math import isfinite
from typing import TypeVar

from bots.chat.forms.answers import Answers
from bots.teams.dialogs.reading import day_of, time_of

Parsed = TypeVar("Parsed")


@dataclass(frozen=True, slots=True)
class Standing:
    """Looks up what stands in a field. `answers` are None for a form that opens."""

    answers: Answers | None

    def written(self, name: str, at_first: str) -> str:
        """Return the words in a field."""
        return at_first if self.answers is None else self.answers.texts.get(name, at_first)

    def chosen(self, name: str, at_first: Iterable[str] = ()) -> list[str]:
        """Return the values chosen in a field."""
        if self.answers is None:
            return sorted(at_first)
        return list(self.answers.chosen.get(name, tuple(at_first)))

    def number(self, name: str, at_first: float | None) -> float | None:
        """Return the number in a field, None where there is none."""
        words = self.written(name, "" if at_first is None else f"{at_first:g}")
        number = _or_none(float, words.replace(",", "."))
        if number is None or not isfinite(number):
            return None
        return int(number) if number.is_integer() else number

    def moment(self, name: str) -> tuple[date | None, time | None]:
        """Return the halves of a moment, as they were sent in."""
        day = _or_none(date.fromisoformat, self.written(day_of(name), "")[:10])
        return day, _or_none(time.fromisoformat, self.written(time_of(name), ""))


def _or_none(parse: Callable[[str], Parsed], words: str) -> Parsed | None:
    try:
        return parse(words)
    except ValueError:
        return None
