"""From one rate to another while the sound is still coming: 16-bit PCM, one channel."""

from __future__ import annotations

import numpy as np
import soxr

from core.speech import RATE, SAMPLE_BYTES

OPENAI_RATE = 24_000
"""Samples a second of what OpenAI speaks, and of what its Realtime API hears."""


class Resampler:
    """Takes pieces of any length, cut anywhere, and gives whole samples back."""

    def __init__(self, from_rate: int, to_rate: int = RATE) -> None:
        self._stream = soxr.ResampleStream(from_rate, to_rate, 1, dtype="int16")
        self._held = b""

    def feed(self, audio: bytes) -> bytes:
        """Return the sound that is ready; the last milliseconds stay inside for now."""
        audio = self._held + audio
        whole = len(audio) - len(audio) % SAMPLE_BYTES
        self._held = audio[whole:]
        return self._turned(audio[:whole], last=False)

    def rest(self) -> bytes:
        """Return what is left when no more will come."""
        return self._turned(b"", last=True)

    def _turned(self, audio: bytes, *, last: bool) -> bytes:
        samples = np.frombuffer(audio, dtype="<i2")
        turned: bytes = self._stream.resample_chunk(samples, last=last).astype("<i2").tobytes()
        return turned


def resampled(audio: bytes, from_rate: int, to_rate: int) -> bytes:
    """Return a whole piece of sound at another rate."""
    resampler = Resampler(from_rate, to_rate)
    return resampler.feed(audio) + resampler.rest()
