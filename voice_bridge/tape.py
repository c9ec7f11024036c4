"""The tape of a call: both sides, spooled on disk while the call goes on.

The spool is plain PCM as in `core.speech`, but of two channels in turn: trainee left, customer
right. Where a sound stands follows from its time since the call's start, so a side may come late
and out of order with the other; what nobody filled is silence.

A side's own words are laid end to end, since frames arrive a little early or late; only when there
is a longer gap do they begin anew at their time. In its pauses a side comes back to time: quiet is
drawn out, or left out after a burst that was held up on its way. Words never are.
"""

from __future__ import annotations

import os
from array import array
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import structlog

from core.speech import RATE, SAMPLE_BYTES

LONGEST_S = 4 * 3600
"""Seconds after which no more is kept: 920 MB of spool."""
FRAME = 2 * SAMPLE_BYTES
"""Bytes of a moment of both sides."""

# The trainee's sound is as late as the network made it; when the customer was heard is known.
_LATE_S, _EXACT_S, _QUIET_S = 0.5, 0.1, 0.06
_STEP_S = 10.0
"""A side that is further ahead than this was not held up: the clock was set back."""
_HELD_S = 0.5
"""Sound of a side is written when there is so much of it: what a process that dies loses."""
_QUIET = 300
_LEFT, _RIGHT = 0, 1
_log = structlog.get_logger()


@dataclass(slots=True)
class _Side:
    """One channel: the sample its next sound comes at, and what is not yet written before it."""

    channel: int
    loose_s: float
    next: int | None = None
    held: bytearray = field(default_factory=bytearray)

    @property
    def begins(self) -> int:
        """The sample at which the held sound begins."""
        return (self.next or 0) - len(self.held) // SAMPLE_BYTES


class Tape:
    """Records a call into a spool; a new tape on the same spool goes on with it.

    It never raises: a call is worth more than its recording. When the disk fails, that is logged
    once and nothing more is kept. Writing takes well under a millisecond a second of sound.
    """

    def __init__(self, spool: Path, started_at: datetime) -> None:
        """`started_at` is the start of the call, and of the recording, also when it goes on."""
        self._started_at = started_at
        self._trainee, self._customer = _Side(_LEFT, _LATE_S), _Side(_RIGHT, _EXACT_S)
        self._shift = 0
        self._file = self._opened(spool)

    def trainee(self, at: datetime, audio: bytes) -> None:
        """Keep sound of the trainee's, of which the first sample was heard at `at`."""
        self._take(self._trainee, at, audio)

    def customer(self, at: datetime, audio: bytes) -> None:
        """Keep sound of the customer's as the trainee heard it, the first sample at `at`."""
        self._take(self._customer, at, audio)

    def close(self) -> None:
        """Write what is held, and let the spool go. A second time does nothing."""
        for side in (self._trainee, self._customer):
            self._write(side)
        if self._file is not None:
            os.close(self._file)
        self._file = None

    def _opened(self, spool: Path) -> int | None:
        try:
            spool.parent.mkdir(parents=True, exist_ok=True)
            return os.open(spool, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            _log.warning("tape.failed", error=error.strerror)
            return None

    def _take(self, side: _Side, at: datetime, audio: bytes) -> None:
        sound = audio[: len(audio) // SAMPLE_BYTES * SAMPLE_BYTES]
        place = round((at - self._started_at).total_seconds() * RATE) + self._shift
        if self._file is None or not sound or not self._laid(side, place, sound):
            return
        side.held += sound
        side.next = (side.next or 0) + len(sound) // SAMPLE_BYTES
        if len(side.held) >= _HELD_S * RATE * SAMPLE_BYTES:
            self._write(side)

    def _laid(self, side: _Side, place: int, sound: bytes) -> bool:
        """Move the side to where this sound belongs; False where it is left out."""
        ahead = 0 if side.next is None else side.next - place
        if ahead > _STEP_S * RATE:
            # For both sides, so that they stay together.
            self._shift += ahead
            return True
        quiet = _quiet(sound)
        if side.next is None or -ahead > RATE * (_QUIET_S if quiet else side.loose_s):
            self._write(side)
            side.next = max(0, place)
            return True
        return not quiet or ahead <= RATE * _QUIET_S

    def _write(self, side: _Side) -> None:
        """Put the held sound into its channel, and leave the other one as it is."""
        held, side.held, begins = side.held, bytearray(), side.begins
        room = max(0, LONGEST_S * RATE - begins) * SAMPLE_BYTES
        if self._file is None or not held[:room]:
            return
        try:
            _interleave(self._file, begins * FRAME, side.channel, bytes(held[:room]))
        except OSError as error:
            _log.warning("tape.failed", error=error.strerror)
            os.close(self._file)
            self._file = None


def _interleave(file: int, offset: int, channel: int, sound: bytes) -> None:
    # Of 16 bits each, whatever the order of their bytes: they are moved and not looked at.
    samples = array("H", sound)
    there = os.pread(file, 2 * len(sound), offset)
    both = array("H", there.ljust(2 * len(sound), b"\0"))
    both[channel::2] = samples
    os.pwrite(file, both.tobytes(), offset)


def _quiet(sound: bytes) -> bool:
    samples = memoryview(sound).cast("h")
    return max(samples) < _QUIET and min(samples) > -_QUIET
