"""How a customer feels, and how the trainee's conduct moves it.

A mood is kept as two numbers and shown as a word. `temper` runs from -1 (furious) to 1
(delighted); `confusion` from 0 (all is clear) to 1 (lost). Words are for people and for
authors; numbers let conduct add up, so that two small kindnesses are worth one large one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Mood(StrEnum):
    """The word for how the customer feels."""

    ANGRY = "angry"
    FRUSTRATED = "frustrated"
    CONFUSED = "confused"
    CALM = "calm"
    HAPPY = "happy"

    @property
    def rank(self) -> int:
        """Place on the scale from angry (0) to happy (3); confused stands beside calm."""
        return _RANKS[self]


class Drift(StrEnum):
    """How quickly the trainee's conduct moves the mood."""

    SLOW = "slow"
    MEDIUM = "medium"
    FAST = "fast"

    @property
    def pace(self) -> float:
        """What a change of mood is multiplied by."""
        return _PACES[self]


_RANKS = {Mood.ANGRY: 0, Mood.FRUSTRATED: 1, Mood.CONFUSED: 2, Mood.CALM: 2, Mood.HAPPY: 3}
_PACES = {Drift.SLOW: 0.6, Drift.MEDIUM: 1.0, Drift.FAST: 1.6}
_STARTS = {
    Mood.ANGRY: (-0.75, 0.0),
    Mood.FRUSTRATED: (-0.4, 0.0),
    Mood.CONFUSED: (0.0, 0.8),
    Mood.CALM: (0.1, 0.0),
    Mood.HAPPY: (0.6, 0.0),
}
# Upper bounds of temper for each word, in rising order; above the last one: happy.
_BOUNDS = ((-0.6, Mood.ANGRY), (-0.2, Mood.FRUSTRATED), (0.45, Mood.CALM))
_LOST = 0.5


@dataclass(frozen=True, slots=True)
class Feeling:
    """The customer's state of mind: `temper` in [-1, 1], `confusion` in [0, 1]."""

    temper: float
    confusion: float = 0.0

    @classmethod
    def starting(cls, mood: Mood) -> Feeling:
        """Return the feeling with which a persona of this mood begins."""
        return cls(*_STARTS[mood])

    @property
    def mood(self) -> Mood:
        """The word for this feeling. Anger is heard before confusion."""
        mood = next((mood for bound, mood in _BOUNDS if self.temper < bound), Mood.HAPPY)
        if self.confusion >= _LOST and mood.rank >= Mood.CONFUSED.rank:
            return Mood.CONFUSED
        return mood

    def moved(self, temper: float = 0.0, confusion: float = 0.0) -> Feeling:
        """Return the feeling after a change, kept within its bounds."""
        return replace(
            self,
            temper=round(max(-1.0, min(1.0, self.temper + temper)), 4),
            confusion=round(max(0.0, min(1.0, self.confusion + confusion)), 4),
        )
