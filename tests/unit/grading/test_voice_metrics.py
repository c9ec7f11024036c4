"""What is counted of a call by voice, and that it stays sane whatever the log holds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.scenario import Mode
from core.speech import MARKS
from grading.metrics import COUNTERS, count
from grading.metrics.fillers import fillers_in
from grading.transcript import Transcript
from tests.unit.grading.calls import GOOD
from tests.unit.grading.spoken import CUSTOMER, TRAINEE, Said, figures, log, speech


def test_rate_and_share_are_of_the_time_in_which_one_was_heard() -> None:
    entries = log(*speech(CUSTOMER, 0, 30), *speech(TRAINEE, 31, 41), *speech(TRAINEE, 42, 52))
    told = figures(entries, *["word " * 25] * 2)
    assert told["speaking_rate"] == 150
    assert (told["talk_trainee"], told["talk_customer"]) == (40, 60)


def test_a_monologue_has_small_pauses_and_ends_with_the_customers_voice() -> None:
    entries = log(
        *speech(TRAINEE, 0, 10),
        *speech(TRAINEE, 12, 20),
        *speech(CUSTOMER, 21, 22),
        *speech(TRAINEE, 23, 30),
        *speech(TRAINEE, 40, 55),
    )
    assert figures(entries)["longest_monologue"] == 20


def test_gaps_silences_and_interruptions_are_those_of_the_marks() -> None:
    gaps: list[Said] = [(1, "gap", {"by": "trainee", "ms": ms}) for ms in (400, 900, 5000)]
    entries = log(
        *gaps,
        (2, "gap", {"by": "customer", "ms": 9000}),
        (3, "dead_air", {"ms": 3000}),
        (4, "dead_air", {"ms": 3500}),
        (5, "dead_air", {"ms": 10_000}),
        (6, "interrupted", {"by": "trainee", "yield_ms": 200}),
        (7, "interrupted", {"by": "customer", "yield_ms": 900}),
        (8, "interrupted", {"by": "customer", "yield_ms": 1000}),
        (9, "interrupted", {"by": "customer", "yield_ms": 1800}),
    )
    told = figures(entries)
    assert (told["gap_median"], told["gap_p90"]) == (0.9, 5.0)
    assert (told["dead_air"], told["dead_air_seconds"]) == (2, 13.5)
    assert told["interruptions"] == 1
    assert told["gave_way"] == 67


def test_without_marks_nothing_applies() -> None:
    assert set(figures([], "Hello there.").values()) == {None}
    assert set(figures(log(), "Hello there.").values()) == {None}


def test_a_silent_trainee_has_no_rate_and_no_talk() -> None:
    told = figures(log(*speech(CUSTOMER, 0, 9)))
    assert (told["talk_trainee"], told["talk_customer"]) == (0, 100)
    assert told["speaking_rate"] is None
    assert told["longest_monologue"] is None
    assert told["dead_air"] == 0
    assert told["gave_way"] is None


def test_a_word_or_two_make_no_rate() -> None:
    assert figures(log(*speech(TRAINEE, 0, 1)), "Hello there.")["speaking_rate"] is None


def test_a_line_that_was_lost_ends_what_was_being_said() -> None:
    entries = log(
        (0, "trainee_onset", {}),
        (5, "line_lost", {}),
        (300, "line_back", {"away_ms": 295_000}),
        *speech(TRAINEE, 301, 306),
    )
    told = figures(entries, "word " * 20)
    assert told["longest_monologue"] == 5
    assert told["speaking_rate"] == 120


def test_a_call_that_ends_in_the_middle_of_a_word_counts_to_its_end() -> None:
    entries = log((0, "customer_onset", {}), (4, "trainee_onset", {}), (6, "call_ended", {}))
    told = figures(entries)
    assert (told["talk_trainee"], told["talk_customer"]) == (25, 75)


def test_what_a_process_that_died_left_open_counts_for_nothing() -> None:
    entries = log((0, "trainee_onset", {}), *speech(TRAINEE, 300, 310))
    assert figures(entries)["longest_monologue"] == 10


def test_a_clock_set_back_makes_nothing_negative() -> None:
    entries = log((100, "trainee_onset", {}), (40, "trainee_offset", {}), *speech(TRAINEE, 41, 51))
    told = figures(entries, "word " * 20)
    assert told["longest_monologue"] == 10
    assert told["speaking_rate"] == 120


_MARK = st.tuples(
    st.floats(-1e4, 1e4),
    st.sampled_from([*MARKS, "call_ended", "noted"]),
    st.fixed_dictionaries(
        {},
        optional={
            "by": st.sampled_from(["trainee", "customer", "nobody"]),
            "ms": st.one_of(st.integers(-(10**6), 10**6), st.text(max_size=3), st.booleans()),
            "yield_ms": st.integers(-(10**6), 10**6),
            "turn": st.integers(0, 9),
            "cut": st.booleans(),
        },
    ),
)


@given(st.lists(_MARK, max_size=40), st.lists(st.text(max_size=40), max_size=4))
def test_whatever_the_log_holds_the_figures_are_sane(
    marks: list[tuple[float, str, dict[str, Any]]], said: list[str]
) -> None:
    told = figures(log(*marks), *said)
    assert all(value is None or value >= 0 for value in told.values())
    share = (told["talk_trainee"], told["talk_customer"])
    assert share == (None, None) or sum(part or 0 for part in share) == 100
    gave_way = told["gave_way"]
    assert gave_way is None or gave_way <= 100
    longest = told["longest_monologue"]
    assert longest is None or longest <= 20_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Um, I will, uh, look at that. Er, hmm.", 4),
        ("It was, like, gone. Like, really.", 2),
        ("I like it, and it looks like rain. Would you like, say, tea?", 0),
        ("It's slow, you know, and, I mean, it hurts.", 2),
        ("Do you know, I mean it. As you know, we called. You know what?", 0),
        ("It's sort of broken, kind of.", 2),
        ("What sort of parcel, and this kind of label?", 0),
        ("The ER in Germany, and the hummus. Her umbrella.", 0),
        ("", 0),
    ],
)  # fmt: skip
def test_fillers(text: str, expected: int) -> None:
    assert fillers_in(text) == expected


def test_fillers_are_counted_a_minute_of_own_speech() -> None:
    told = figures(log(*speech(TRAINEE, 0, 30), *speech(CUSTOMER, 30, 60)), "Um, so, uh, yes.")
    assert told["fillers"] == 4


def test_speech_is_not_counted_as_writing_nor_writing_as_speech() -> None:
    ids = {
        mode: {metric.id for counter in counters for metric in counter(GOOD, "")}
        for mode, counters in COUNTERS.items()
    }
    assert not ids[Mode.VOICE] & ids[Mode.CHAT]
    assert "spelling_errors" not in ids[Mode.VOICE]
    bare = Transcript.parse('{"id": "v", "mode": "voice", "turns": []}')
    assert {metric.value for metric in count(bare)} == {None}
