"""From probabilities of speech to stretches of it, with hysteresis."""

from __future__ import annotations

from dataclasses import dataclass, field

ONSET_P = 0.6
"""Probability from which a window counts as speech while there was none."""
OFFSET_P = 0.35
"""Probability below which it no longer counts while there was."""
ONSET_WINDOWS = 2
"""Windows of speech in a row that make an onset: a click is shorter."""
OFFSET_WINDOWS = 2
"""Windows without speech in a row that make an offset: understanding begins at once, and is thrown
away where the speech goes on."""


@dataclass(frozen=True, slots=True)
class Onset:
    """Speech began at `at`; it is known a little later."""

    at: float


@dataclass(frozen=True, slots=True)
class Offset:
    """Speech stopped at `at`; it is known a little later."""

    at: float


@dataclass(slots=True)
class Activity:
    """Feeds on the probability of each window, and tells when speech begins and stops.

    `window_s` is how long a window is.
    """

    window_s: float
    speaking: bool = False
    _run: int = 0
    _changed_at: float = field(default=0.0)

    def feed(self, at: float, p: float) -> Onset | Offset | None:
        """Take the probability of the window that ended at `at`."""
        counts = p < OFFSET_P if self.speaking else p >= ONSET_P
        if not counts:
            self._run = 0
            return None
        if self._run == 0:
            self._changed_at = at - self.window_s
        self._run += 1
        if self._run < (OFFSET_WINDOWS if self.speaking else ONSET_WINDOWS):
            return None
        self._run = 0
        self.speaking = not self.speaking
        return Onset(self._changed_at) if self.speaking else Offset(self._changed_at)
