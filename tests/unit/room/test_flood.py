"""A page may catch up, and not flood."""

from __future__ import annotations

import pytest

from voice_bridge.room.flood import Flood
from voice_bridge.wire import Broken, Close

SECOND = bytes(32_000)
FRAME = bytes(640)


class _Stopwatch:
    at = 0.0

    def __call__(self) -> float:
        return self.at


def test_a_call_at_its_own_pace_never_floods() -> None:
    now = _Stopwatch()
    flood = Flood(now)
    for _ in range(3000):
        flood.take(FRAME)
        now.at += 0.02


def test_what_a_network_held_up_may_come_at_once() -> None:
    flood = Flood(_Stopwatch())
    for _ in range(15):
        flood.take(SECOND)


def test_more_than_three_times_the_pace_is_a_flood() -> None:
    flood = Flood(_Stopwatch())
    for _ in range(15):
        flood.take(SECOND)
    with pytest.raises(Broken) as broken:
        flood.take(FRAME)

    assert broken.value.close is Close.GARBAGE


def test_the_next_window_begins_anew() -> None:
    now = _Stopwatch()
    flood = Flood(now)
    for _ in range(15):
        flood.take(SECOND)
    now.at = 5.0
    flood.take(SECOND)


@pytest.mark.parametrize("small", ['{"type": "end"}', b"\0\0"])
def test_many_small_messages_are_a_flood_too(small: str | bytes) -> None:
    flood = Flood(_Stopwatch())
    for _ in range(1499):
        flood.take(small)
    with pytest.raises(Broken):
        flood.take(SECOND)
