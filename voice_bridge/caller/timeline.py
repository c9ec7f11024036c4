"""What a scripted caller said and heard, and when."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

_ABOUT_S = 0.05
"""So much before the end of what it answers an answer may seem to begin: two clocks, two grains."""


@dataclass(frozen=True, slots=True)
class Said:
    """Something the caller has said: its words, and when its first and last sound were sent.

    `cut_in` is whether it was said into the customer's line; `file` whether `text` is the path of
    a file that was played.
    """

    text: str
    began: float
    ended: float
    cut_in: bool = False
    file: bool = False


@dataclass(slots=True)
class Timeline:
    """What happened, in seconds since the caller came onto the line.

    `sounds` are stretches in which the customer was heard; `events` are (moment, what, data), as
    the server told them; `closed` is the code with which the line was closed, and its words.
    """

    said: list[Said] = field(default_factory=list)
    sounds: list[list[float]] = field(default_factory=list)
    events: list[tuple[float, str, dict[str, Any]]] = field(default_factory=list)
    closed: tuple[int, str] = (0, "")

    def answers(self) -> list[float]:
        """Seconds from the end of each thing said to the customer's next sound, where one came."""
        return [seconds for _, seconds in self.answered()]

    def answered(self) -> list[tuple[float, float]]:
        """Return the moment of each answer, and the seconds it took. A cut-in has none."""
        found = []
        for place, said in enumerate(self.said):
            until = self.said[place + 1].began if place + 1 < len(self.said) else float("inf")
            heard = [began for began, _ in self.sounds if said.ended - _ABOUT_S <= began < until]
            if heard and not said.cut_in:
                found.append((heard[0], max(0.0, heard[0] - said.ended)))
        return found
