"""What the event log tells of a call's sound: who spoke when, and how they took turns.

Its entries are of the kinds in `core.speech.MARKS`. A call in writing has none of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.attempt import Entry, Speaker
from core.speech import MARKS

_ONSETS = {"trainee_onset": Speaker.TRAINEE, "customer_onset": Speaker.CUSTOMER}
_OFFSETS = {"trainee_offset": Speaker.TRAINEE, "customer_offset": Speaker.CUSTOMER}
# Whoever was speaking then was heard until then, and no longer.
_ENDS = frozenset({"line_lost", "call_ended"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Somebody was heard from `begins` to `ends`, in seconds since the first entry."""

    speaker: Speaker
    begins: float
    ends: float

    @property
    def seconds(self) -> float:
        """How long that was."""
        return self.ends - self.begins


@dataclass(frozen=True, slots=True)
class Interruption:
    """`by` cut in; `yielded_s` until the other one was silent, None where that is not known."""

    by: Speaker
    yielded_s: float | None


@dataclass(frozen=True, slots=True)
class Sound:
    """The sound of a call, as far as the log tells. All times in seconds.

    `stretches` are in the order they were logged. `gaps` are the trainee's, from the customer's
    last sound to their first; `dead_air` are silences of both, as long as the call found them
    worth a mark.
    """

    stretches: tuple[Stretch, ...] = ()
    gaps: tuple[float, ...] = ()
    dead_air: tuple[float, ...] = ()
    interruptions: tuple[Interruption, ...] = ()
    heard: bool = False
    """Whether there is any mark of sound at all: without one, nothing can be counted."""

    def spoken(self, speaker: Speaker) -> float:
        """Return for how many seconds somebody spoke."""
        return sum(s.seconds for s in self.stretches if s.speaker is speaker)


def sound_of(entries: Sequence[Entry]) -> Sound:
    """Return the sound of a call from its event log.

    An onset whose end is not known, as when a process died, counts for nothing; so does a stretch
    that a clock set back made end before it began.
    """
    return Sound(
        stretches=tuple(_stretches(entries)),
        gaps=tuple(_told(entries, "gap", "ms", by=Speaker.TRAINEE)),
        dead_air=tuple(_told(entries, "dead_air", "ms")),
        interruptions=tuple(_interruptions(entries)),
        heard=any(entry.kind in MARKS for entry in entries),
    )


def _stretches(entries: Sequence[Entry]) -> Iterator[Stretch]:
    open_: dict[Speaker, datetime] = {}
    for entry in entries:
        if speaker := _ONSETS.get(entry.kind):
            open_[speaker] = entry.at
        elif speaker := _OFFSETS.get(entry.kind):
            if speaker in open_:
                yield from _stretch(entries[0].at, speaker, open_.pop(speaker), entry.at)
        elif entry.kind in _ENDS:
            for speaker in tuple(open_):
                yield from _stretch(entries[0].at, speaker, open_.pop(speaker), entry.at)


def _stretch(
    first: datetime, speaker: Speaker, onset: datetime, offset: datetime
) -> Iterator[Stretch]:
    begins, ends = ((at - first).total_seconds() for at in (onset, offset))
    if ends > begins:
        yield Stretch(speaker, begins, ends)


def _told(
    entries: Sequence[Entry], kind: str, figure: str, by: Speaker | None = None
) -> Iterator[float]:
    for entry in entries:
        data = dict(entry.data)
        if entry.kind == kind and (by is None or data.get("by") == by.value):
            seconds = _seconds(data, figure)
            if seconds is not None:
                yield seconds


def _interruptions(entries: Sequence[Entry]) -> Iterator[Interruption]:
    for entry in entries:
        data = dict(entry.data)
        if entry.kind == "interrupted" and data.get("by") in set(Speaker):
            yield Interruption(Speaker(data["by"]), _seconds(data, "yield_ms"))


def _seconds(data: dict[str, Any], figure: str) -> float | None:
    value = data.get(figure)
    if not isinstance(value, int | float) or isinstance(value, bool) or value < 0:
        return None
    return value / 1000
