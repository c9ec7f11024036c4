"""What a page would be playing at a moment: sound comes ahead of its time, and waits its turn."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from core.speech import RATE, seconds_of

_LOUD = 300
"""Above the noise of a synthesised silence, far below the softest speech; of 32,767."""
_APART_S = 0.3
"""Silence that makes two stretches of sound out of one."""


def loud_part(audio: bytes) -> tuple[float, float]:
    """Return where in this sound, in seconds, something is heard first and last."""
    samples = array("h", audio)
    loud = [place for place, sample in enumerate(samples) if abs(sample) > _LOUD]
    if not loud:
        return 0.0, seconds_of(audio)
    return loud[0] / RATE, (loud[-1] + 1) / RATE


@dataclass(slots=True)
class Playback:
    """The queue of a page that plays as sound comes. Moments are seconds on the caller's clock.

    `sounds` are the stretches in which the customer was heard, as [from, to].
    """

    line: int = 0
    sounds: list[list[float]] = field(default_factory=list)
    _from_ms: int = 0
    _due: float = 0.0
    _pieces: list[tuple[float, float]] = field(default_factory=list)

    def begin(self, line: int, from_ms: int, now: float) -> None:
        """A line begins, or goes on from there."""
        self.line, self._from_ms = line, from_ms
        self._due = max(now, self._due)
        self._pieces = []

    def add(self, audio: bytes, now: float) -> None:
        """Sound has come: it is played when what came before it has been."""
        start = max(now, self._due)
        self._due = start + seconds_of(audio)
        self._pieces.append((start, self._due))
        if max(map(abs, array("h", audio)), default=0) > _LOUD:
            self._heard(start, self._due)

    def _heard(self, start: float, end: float) -> None:
        if self.sounds and start - self.sounds[-1][1] < _APART_S:
            self.sounds[-1][1] = end
        else:
            self.sounds.append([start, end])

    def stop(self, now: float) -> int:
        """Drop what was not played; return how much of the line was, in milliseconds."""
        played = sum(min(end, now) - start for start, end in self._pieces if start < now)
        self._due = now
        self.sounds = [[start, min(end, now)] for start, end in self.sounds if start < now]
        return self._from_ms + round(played * 1000)

    @property
    def done_at(self) -> float:
        """When all that has come will have been played."""
        return self._due
