from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grading.metrics import count
from grading.metrics.readability import reading_ease, syllables
from grading.metrics.spelling import misspelt
from grading.metrics.timing import percentile, response_times
from grading.transcript import Transcript
from tests.unit.grading.calls import GOOD, call


def value(transcript: Transcript, metric: str, known: str = "") -> float | None:
    return {m.id: m.value for m in count(transcript, known)}[metric]


def test_the_wait_runs_from_the_first_unanswered_line() -> None:
    turns = [
        {"speaker": "customer", "text": "Hello?", "at_s": 0},
        {"speaker": "customer", "text": "Anybody there?", "at_s": 30},
        {"speaker": "trainee", "text": "Yes.", "at_s": 50},
        {"speaker": "trainee", "text": "Sorry for that.", "at_s": 55},
        {"speaker": "customer", "text": "Good.", "at_s": 60},
        {"speaker": "trainee", "text": "So?", "at_s": 70},
    ]
    said = Transcript.parse(json.dumps({"id": "x", "mode": "chat", "turns": turns}))
    assert response_times(said) == [50, 10]
    assert value(said, "first_response") == 50
    assert value(said, "response_median") == 30
    assert value(said, "response_p90") == 50
    assert value(said, "reply_messages") == 1.5


def test_without_times_there_are_no_response_times() -> None:
    assert value(GOOD, "first_response") is None
    assert value(GOOD, "response_p90") is None


def test_the_percentile_is_by_nearest_rank() -> None:
    assert percentile([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.9) == 90
    assert percentile([5, 1], 0.5) == 1
    assert percentile([], 0.9) is None


@given(st.lists(st.floats(0, 1e6), min_size=1), st.floats(0.01, 1))
def test_a_percentile_is_one_of_the_values(values: list[float], share: float) -> None:
    assert percentile(values, share) in values


@pytest.mark.parametrize(
    ("word", "expected"),
    [("make", 1), ("moved", 1), ("table", 2), ("started", 2), ("boxes", 2), ("apology", 4),
     ("customer", 3), ("refund", 2), ("the", 1), ("people", 2), ("changes", 2), ("hm", 1)],
)  # fmt: skip
def test_syllables(word: str, expected: int) -> None:
    assert syllables(word) == expected


def test_reading_ease_by_hand() -> None:
    # 6 words, 1 sentence, 6 syllables.
    assert reading_ease("The cat sat on the mat.") == pytest.approx(116.1)
    assert reading_ease("42!") is None


@given(st.text(max_size=300))
def test_reading_ease_stays_within_its_bounds(text: str) -> None:
    ease = reading_ease(text)
    assert ease is None or -100 <= ease <= 121.22


def test_errors_are_found_and_both_sides_of_the_atlantic_are_right() -> None:
    assert misspelt("I recieve teh mesage.") == ["recieve", "teh", "mesage"]
    fine = (
        "I apologise and apologize, colour and color, centre, favourite, organised, cancelled, "
        "travelling, programme, behaviour, analysed, licence, cheque, catalogue, metres, app."
    )
    assert misspelt(fine) == []


def test_names_codes_and_addresses_are_no_errors() -> None:
    text = "Hello, Zdenka: mail xq@zorb.example, order QX12-9, https://zorb.example/kjh and FRTZ."
    assert misspelt(text) == []


def test_the_customers_and_the_scenarios_words_are_no_errors() -> None:
    said = call("My zorbler is broken.", "Is the zorbler on the flimnet?")
    assert value(said, "spelling_errors") == pytest.approx(16.7)
    assert value(said, "spelling_errors", known="Flimnet support") == 0


def test_a_long_answer_needs_a_shape() -> None:
    wall = " ".join(["word"] * 70)
    steps = "1. Open it.\n2. " + wall
    assert value(call("How?", wall), "long_shaped") == 0
    assert value(call("How?", steps), "long_shaped") == 100
    assert value(call("How?", "Like this."), "long_shaped") is None


def test_greeting_and_closing() -> None:
    assert value(GOOD, "greeting") == 1
    assert value(GOOD, "closing") == 1
    curt = call("It broke.", "Order number.", "12", "No.")
    assert value(curt, "greeting") == 0
    assert value(curt, "closing") == 0


def test_a_silent_trainee_has_no_figures() -> None:
    assert {m.value for m in count(call("Hello?"))} == {None}
