"""What a page would have played, from the sound that came and when."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.speech import RATE, seconds_of
from voice_bridge.caller.playback import Playback, loud_part


def loud(seconds: float, level: int = 5000) -> bytes:
    return array("h", [level]).tobytes() * round(seconds * RATE)


def quiet(seconds: float) -> bytes:
    return loud(seconds, 20)


def test_sound_that_comes_ahead_is_played_one_after_the_other() -> None:
    playback = Playback()
    playback.begin(1, 0, 10.0)
    for _ in range(5):
        playback.add(loud(0.2), 10.0)
    assert playback.sounds == [[10.0, pytest.approx(11.0)]]
    assert playback.done_at == pytest.approx(11.0)


def test_sound_that_comes_late_is_played_when_it_comes() -> None:
    playback = Playback()
    playback.begin(1, 0, 1.0)
    playback.add(loud(0.1), 1.0)
    playback.add(loud(0.1), 2.0)
    assert playback.sounds == [[1.0, 1.1], [2.0, 2.1]]


def test_a_short_silence_is_part_of_a_stretch_and_a_long_one_parts_it() -> None:
    playback = Playback()
    playback.begin(1, 0, 0.0)
    for piece in (quiet(0.1), loud(0.5), quiet(0.2), loud(0.5), quiet(0.4), loud(0.5), quiet(1.0)):
        playback.add(piece, 0.0)
    assert playback.sounds == [
        [pytest.approx(0.1), pytest.approx(1.3)],
        [pytest.approx(1.7), pytest.approx(2.2)],
    ]


def test_a_stop_in_the_middle_tells_what_was_heard_and_forgets_the_rest() -> None:
    playback = Playback()
    playback.begin(1, 0, 5.0)
    for _ in range(10):
        playback.add(loud(0.2), 5.0)
    assert playback.stop(5.7) == 700
    assert playback.sounds == [[5.0, 5.7]]
    assert playback.done_at == 5.7


def test_stretches_that_were_still_to_come_are_not_heard() -> None:
    playback = Playback()
    playback.begin(1, 0, 0.0)
    for piece in (loud(0.2), quiet(0.4), loud(0.2), quiet(0.4), loud(0.2)):
        playback.add(piece, 0.0)
    assert playback.stop(0.1) == 100
    assert playback.sounds == [[0.0, 0.1]]


def test_a_stop_before_anything_was_played_leaves_no_sound() -> None:
    playback = Playback()
    playback.begin(1, 0, 3.0)
    playback.add(loud(0.2), 3.0)
    assert playback.stop(3.0) == 0
    assert playback.sounds == []


def test_a_stop_after_the_end_tells_all_of_it() -> None:
    playback = Playback()
    playback.begin(1, 0, 0.0)
    playback.add(loud(0.5), 0.0)
    assert playback.stop(9.0) == 500
    assert playback.sounds == [[0.0, 0.5]]


def test_a_line_that_goes_on_counts_from_its_beginning() -> None:
    playback = Playback()
    playback.begin(1, 0, 0.0)
    playback.add(loud(1.0), 0.0)
    assert playback.stop(0.6) == 600
    playback.begin(1, 400, 1.0)
    playback.add(loud(1.0), 1.0)
    assert playback.stop(1.5) == 900
    assert playback.sounds == [[0.0, 0.6], [1.0, 1.5]]


def test_the_next_line_waits_for_the_end_of_the_one_before() -> None:
    playback = Playback()
    playback.begin(1, 0, 0.0)
    playback.add(loud(1.0), 0.0)
    playback.begin(2, 0, 0.5)
    playback.add(loud(1.0), 0.5)
    assert playback.line == 2
    assert playback.stop(1.25) == 250


_PIECES = st.lists(st.tuples(st.integers(1, 3200), st.booleans(), st.floats(0, 0.5)), max_size=20)


@given(_PIECES, st.floats(0, 3), st.integers(0, 60_000))
def test_never_more_is_heard_than_came_nor_than_there_was_time_for(
    pieces: list[tuple[int, bool, float]], after: float, from_ms: int
) -> None:
    playback, now, came = Playback(), 2.0, 0.0
    playback.begin(1, from_ms, now)
    for samples, is_loud, wait in pieces:
        now += wait
        audio = loud(samples / RATE, 5000 if is_loud else 0)
        playback.add(audio, now)
        came += seconds_of(audio)
    stopped = now + after
    played_ms = playback.stop(stopped) - from_ms
    assert 0 <= played_ms <= min(came, stopped - 2.0) * 1000 + 1
    ends = [moment for stretch in playback.sounds for moment in stretch]
    assert ends == sorted(ends)
    assert all(2.0 <= moment <= stopped for moment in ends)


def test_the_loud_part_is_told_in_seconds() -> None:
    began, ended = loud_part(quiet(0.5) + loud(0.25) + quiet(0.1) + loud(0.25) + quiet(1.0))
    assert [began, ended] == pytest.approx([0.5, 1.1])


def test_of_sound_that_is_all_silence_all_is_the_part() -> None:
    assert list(loud_part(quiet(0.5))) == pytest.approx([0.0, 0.5])
    assert loud_part(b"") == (0.0, 0.0)


@given(st.lists(st.integers(-32768, 32767), max_size=400))
def test_what_is_loud_lies_within_the_sound(samples: list[int]) -> None:
    audio = array("h", samples).tobytes()
    began, ended = loud_part(audio)
    assert 0 <= began <= ended <= seconds_of(audio)
