"""What was filled in, whatever the platform."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bots.chat.texts import clean

Errors = dict[str, str]
"""What is wrong with an answer, by the field at which it is to be shown."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What stands in the fields of a form that was sent in.

    Each field that the form had is in one of the three, if only empty: what was written, the
    values chosen, or a moment in UTC. `half` names moments of which one half is missing.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    moments: Mapping[str, datetime | None] = field(default_factory=dict)
    half: frozenset[str] = frozenset()

    def asked(self, name: str) -> bool:
        """Whether the form had this field."""
        return name in self.texts or name in self.chosen or name in self.moments

    def text(self, name: str) -> str:
        """What was written, cleaned and trimmed; "" for nothing."""
        return clean(self.texts.get(name, "")).strip()

    def choice(self, name: str) -> str:
        """The value of the one choice, "" for none."""
        return next(iter(self.choices(name)), "")

    def choices(self, name: str) -> tuple[str, ...]:
        """The values of all that was chosen."""
        return self.chosen.get(name, ())

    def moment(self, name: str) -> datetime | None:
        """The moment chosen, in UTC. Raises ValueError for a day without a time, or the reverse."""
        if name in self.half:
            raise ValueError(name)
        return self.moments.get(name)

    def number(self, name: str, least: float, most: float) -> float | None:
        """The number written, None for nothing. Raises ValueError for any other than allowed."""
        words = self.text(name)
        number = float(words.replace(",", ".")) if words else None
        if number is not None and not least <= number <= most:
            raise ValueError(words)
        return number

    def whole(self, name: str, least: int, most: int) -> int | None:
        """The whole number written, as `number` does."""
        number = self.number(name, least, most)
        if number is not None and number != int(number):
            raise ValueError(number)
        return None if number is None else int(number)


def later(answers: Answers, name: str, now: datetime) -> tuple[datetime | None, str]:
    """Return a moment that is to lie ahead, and what is wrong with it, "" for nothing."""
    try:
        at = answers.moment(name)
    except ValueError:
        return None, "Choose a day and a time, or neither."
    if at and at <= now:
        return at, "This moment has passed. Choose a later one, or none."
    return at, ""
