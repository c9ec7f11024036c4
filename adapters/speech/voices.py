"""What a persona's voice sounds like: one speaker's weights, in many pitches and tempos.

The one voice there is belongs to a man who speaks low, at about 92 Hz. Resampling raises pitch and
resonances alike, as a smaller speaker would; the tempo that this costs is given back by speaking
slower in the model. Above 1.6 or so speech sounds like a cartoon, below 0.9 it drones.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from core.moods import Mood


@dataclass(frozen=True, slots=True)
class Voice:
    """`pitch` 1 is the speaker's own; `tempo` above 1 is quicker; `level` is 0 to 1 of full."""

    pitch: float
    tempo: float = 1.0
    level: float = 0.7


@dataclass(frozen=True, slots=True)
class Manner:
    """What a mood changes: factors of tempo and level, and how much melody and rhythm vary.

    Without any variety a clause sounds the same each time, to the last sample.
    """

    tempo: float = 1.0
    level: float = 1.0
    variety: float = 0.667
    rhythm: float = 0.8


VOICES = {
    "deep-even": Voice(0.94, 0.97),
    "low-even": Voice(1.02, 1.0),
    "low-soft": Voice(1.08, 0.96, 0.5),
    "firm-low": Voice(0.98, 1.06, 0.8),
    "bright-low": Voice(1.13, 1.05),
    "warm-low": Voice(1.30, 0.98),
    "clear-low": Voice(1.34, 1.0),
    "soft-low": Voice(1.27, 0.9, 0.5),
    "firm-mid": Voice(1.38, 1.03, 0.8),
    "clear-mid": Voice(1.42, 1.0),
    "quick-mid": Voice(1.45, 1.14),
    "bright-mid": Voice(1.48, 1.06),
    "bright-soft": Voice(1.52, 1.02, 0.55),
    "soft-high": Voice(1.58, 0.97, 0.5),
}
"""The voices that personas name; what is called low for a woman is higher than for a man."""

MANNERS = {
    Mood.ANGRY: Manner(1.09, 1.15, 0.8),
    Mood.FRUSTRATED: Manner(1.04, 1.05, 0.72),
    Mood.CONFUSED: Manner(0.95, 0.95, 0.667),
    Mood.CALM: Manner(0.98, 1.0, 0.6),
    Mood.HAPPY: Manner(1.03, 1.0, 0.75),
}


def voice_named(name: str) -> Voice:
    """Return the voice of this name; for a name unknown here always the same one of them."""
    known = VOICES.get(name.strip().lower())
    if known is not None:
        return known
    every = list(VOICES.values())
    return every[zlib.crc32(name.encode()) % len(every)]
