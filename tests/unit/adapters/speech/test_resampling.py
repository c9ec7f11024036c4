"""Sound at another rate, whole or in pieces."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.speech.resampling import Resampler, resampled
from core.speech import RATE, seconds_of
from tests.sounds import pitch, tone

SOUND = tone(0.5, rate=24_000)
WHOLE = resampled(SOUND, 24_000, RATE)


def test_it_lasts_as_long_and_sounds_the_same() -> None:
    assert seconds_of(WHOLE) == pytest.approx(0.5, abs=0.001)
    assert pitch(WHOLE) == pytest.approx(220, abs=3)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(1, len(SOUND) - 1), max_size=12, unique=True))
def test_it_does_not_matter_where_the_pieces_are_cut(cuts: list[int]) -> None:
    resampler = Resampler(24_000)
    edges = [0, *sorted(cuts), len(SOUND)]
    pieces = [resampler.feed(SOUND[a:b]) for a, b in itertools.pairwise(edges)]
    assert all(len(piece) % 2 == 0 for piece in pieces)
    joined = b"".join(pieces) + resampler.rest()
    assert len(joined) == len(WHOLE)
    # The last bit is dithered.
    off = np.frombuffer(joined, "<i2").astype(int) - np.frombuffer(WHOLE, "<i2")
    assert np.abs(off).max() <= 2
