"""Cuts a long sound into pieces that the ears can take in at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from adapters.speech.sound import loudness
from core.speech import RATE

if TYPE_CHECKING:
    from adapters.speech.sound import Samples

LONGEST_S = 28.0
"""The model's own window is 30 s; something has to be left for the silence behind the last word."""
_EARLIEST_S = 12.0
_WINDOW = RATE // 5


def pieces(sound: Samples) -> Iterator[Samples]:
    """Yield the sound in pieces of at most `LONGEST_S`, cut in the middle of quiet places."""
    longest, earliest = int(LONGEST_S * RATE), int(_EARLIEST_S * RATE)
    while len(sound) > longest:
        quiet = int(loudness(sound[earliest:longest], _WINDOW).argmin())
        at = earliest + quiet * _WINDOW + _WINDOW // 2
        yield sound[:at]
        sound = sound[at:]
    yield sound
