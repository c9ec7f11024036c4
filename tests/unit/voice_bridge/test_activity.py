from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from voice_bridge.turns.activity import Activity, Offset, Onset

WINDOW = 0.032


def _fed(*probabilities: float) -> list[Onset | Offset]:
    activity = Activity(WINDOW)
    found = [activity.feed((n + 1) * WINDOW, p) for n, p in enumerate(probabilities)]
    return [change for change in found if change is not None]


def test_speech_begins_where_its_first_window_begins() -> None:
    assert _fed(0.1, 0.9, 0.9) == [Onset(WINDOW)]


def test_a_click_is_no_speech() -> None:
    assert _fed(0.1, 0.9, 0.1, 0.9, 0.1) == []


def test_a_stop_within_a_word_is_no_end() -> None:
    assert _fed(0.9, 0.9, 0.1, 0.9, 0.1, 0.9) == [Onset(0.0)]


def test_speech_stops_where_its_last_window_ended() -> None:
    assert _fed(0.9, 0.9, 0.1, 0.1, 0.1) == [Onset(0.0), Offset(2 * WINDOW)]


def test_doubt_changes_nothing() -> None:
    assert _fed(0.9, 0.9, 0.5, 0.5, 0.5, 0.5) == [Onset(0.0)]


@given(st.lists(st.floats(0, 1), max_size=80))
def test_onsets_and_offsets_take_turns_and_never_go_back(probabilities: list[float]) -> None:
    found = _fed(*probabilities)
    kinds = [type(change) for change in found]
    assert kinds == [Onset if n % 2 == 0 else Offset for n in range(len(kinds))]
    moments = [change.at for change in found]
    assert moments == sorted(moments)
