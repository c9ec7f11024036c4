"""Sounds for tests of speech, made and not recorded, and what is on a tape. 16-bit PCM."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.speech import RATE

Samples = npt.NDArray[np.int16]


def tone(
    seconds: float, loud: int = 8000, *, rate: int = RATE, hertz: float = 220.0, level: float = 0.0
) -> bytes:
    """A tone that is never quiet for long; `level` is of full scale, `loud` of 32,767."""
    times = np.arange(round(seconds * rate)) / rate
    wave = np.sin(2 * np.pi * hertz * times) * (level * 32_767 or loud)
    return np.asarray(wave).astype("<i2").tobytes()


def silence(seconds: float, *, rate: int = RATE) -> bytes:
    """Digital silence."""
    return bytes(2 * round(seconds * rate))


def pitch(audio: bytes, *, rate: int = RATE) -> float:
    """The strongest frequency in the sound, in hertz."""
    samples = np.frombuffer(audio, dtype="<i2").astype(np.float64)
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.argmax(spectrum) * rate / len(samples))


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
