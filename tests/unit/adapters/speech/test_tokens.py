from __future__ import annotations

import pytest

from adapters.speech.tokens import first_round, without_copies

FIRST = 100
"""The first mark of time in these ids: 0 s. Each further one is 20 ms later."""


def _at(seconds: float) -> int:
    return FIRST + round(seconds / 0.02)


def test_text_between_marks_is_kept() -> None:
    ids = [_at(0), 1, 2, _at(1), _at(1), 3, _at(2)]
    assert first_round(ids, FIRST, 2.2) == [1, 2, 3]


def test_a_stretch_that_begins_where_the_sound_is_over_is_a_second_round() -> None:
    ids = [_at(0), 1, 2, _at(2), _at(2), 1, 2, _at(4)]
    assert first_round(ids, FIRST, 2.1) == [1, 2]


def test_a_stretch_that_goes_back_in_time_is_a_second_round() -> None:
    ids = [_at(0), 1, _at(3), _at(0), 1, _at(3)]
    assert first_round(ids, FIRST, 10) == [1]


def test_a_stretch_after_the_end_is_cut_even_when_marks_say_a_pause() -> None:
    ids = [_at(0), 1, _at(1.5), _at(3.0), 1]
    assert first_round(ids, FIRST, 2) == [1]


def test_the_only_stretch_is_kept_wherever_it_begins() -> None:
    assert first_round([_at(1.9), 1], FIRST, 2) == [1]
    assert first_round([1, 2], FIRST, 2) == [1, 2]
    assert first_round([], FIRST, 2) == []


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("Okay, got it. Okay, got it. Okay, got it. Ok", "Okay, got it."),
        ("I hear you and I want to. I hear you and I want", "I hear you and I want to."),
        ("Yes. Yes. Yes. Yes. Yes.", "Yes."),
        ("The total is $50. $50. $50. $50.", "The total is $50."),
        ("I hear you. Let me pull it up. Let me pull it up.", "I hear you. Let me pull it up."),
        (
            "Could you give me your order number, please? Could you give me your order number, no",
            "Could you give me your order number, please?",
        ),
    ],
)
def test_second_rounds_are_cut(text: str, once: str) -> None:
    assert without_copies(text) == once


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Yes.",
        "No, no, I understand.",
        "No, no.",
        "I can see it, and I can mend it.",
        "Is it this one? Is it the other one?",
        "That is what that is.",
        "Thank you. Your name, please? Thank you.",
    ],
)
def test_what_people_repeat_is_kept(text: str) -> None:
    assert without_copies(text) == text
