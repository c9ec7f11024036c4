"""The edges of a spoken clause: silence trimmed to what a listener expects, ends faded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.speech.sound import loudness
from core.speech import RATE

if TYPE_CHECKING:
    from adapters.speech.sound import Samples

LEAD_S = 0.03
"""Silence kept before the first sound: consonants begin softly."""
TAIL_S = 0.12
"""Silence kept after the last one."""
FADE_S = 0.005
"""At both ends, so that nothing clicks."""
_SILENT = 0.01
"""Of the loudest window: 40 dB below it is silence."""
_WINDOW = RATE // 100


def trimmed(sound: Samples) -> Samples:
    """Return the clause with little silence around it, faded in and out; empty for silence."""
    import numpy as np  # noqa: PLC0415 - slow to import

    levels = loudness(sound, _WINDOW)
    heard = np.flatnonzero(levels > levels.max(initial=0.0) * _SILENT)
    if not len(heard):
        return sound[:0]
    start = max(0, int(heard[0]) * _WINDOW - int(LEAD_S * RATE))
    end = (int(heard[-1]) + 1) * _WINDOW + int(TAIL_S * RATE)
    cut = sound[start:end].copy()
    ramp = np.linspace(0, 1, min(int(FADE_S * RATE), len(cut)), dtype=np.float32)
    cut[: len(ramp)] *= ramp
    cut[len(cut) - len(ramp) :] *= ramp[::-1]
    return cut
