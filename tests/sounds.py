"""Sounds for tests of speech: made, not recorded. 16-bit PCM, one channel."""

from __future__ import annotations

import numpy as np

from core.speech import RATE


def tone(seconds: float, *, rate: int = RATE, hertz: float = 220.0, level: float = 0.3) -> bytes:
    """A tone; `level` 1 is full scale."""
    at = np.arange(round(seconds * rate)) / rate
    return (np.sin(2 * np.pi * hertz * at) * level * 32_767).astype("<i2").tobytes()


def silence(seconds: float, *, rate: int = RATE) -> bytes:
    """Digital silence."""
    return bytes(2 * round(seconds * rate))


def pitch(audio: bytes, *, rate: int = RATE) -> float:
    """The strongest frequency in the sound, in hertz."""
    samples = np.frombuffer(audio, dtype="<i2").astype(np.float64)
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.argmax(spectrum) * rate / len(samples))
