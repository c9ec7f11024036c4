"""Sounds for tests, and what is on a tape."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.speech import RATE

Samples = npt.NDArray[np.int16]


def tone(seconds: float, loud: int = 8000) -> bytes:
    """A tone that is never quiet for long: no pause is heard in it."""
    times = np.arange(round(seconds * RATE))
    wave = np.asarray(loud * np.sin(2 * np.pi * 440 * times / RATE))
    return wave.astype("<i2").tobytes()


def silence(seconds: float) -> bytes:
    """Nothing to be heard."""
    return bytes(2 * round(seconds * RATE))


def after(start: datetime, seconds: float) -> datetime:
    """So many seconds after the start."""
    return start + timedelta(seconds=seconds)


def sides(spool: Path) -> tuple[Samples, Samples]:
    """The trainee's and the customer's samples on a spool."""
    both = np.fromfile(spool, dtype="<i2").reshape(-1, 2)
    return both[:, 0], both[:, 1]


def heard(side: Samples) -> list[tuple[float, float]]:
    """From when to when, in seconds, something is to be heard, to a hundredth."""
    grain = RATE // 100
    loud = np.abs(np.append(side, np.zeros(-len(side) % grain, "<i2"))).reshape(-1, grain)
    on = np.flatnonzero(np.diff(np.pad((loud.max(axis=1) > 1000).astype(int), 1)))
    return [(int(a) / 100, int(b) / 100) for a, b in zip(on[::2], on[1::2], strict=True)]
