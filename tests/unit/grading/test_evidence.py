from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.attempt import Speaker
from core.messages import Quote
from grading.evidence import locate, sift
from tests.unit.grading.calls import call

TRAINEE = frozenset({Speaker.TRAINEE})


def test_a_quote_that_stands_is_kept_without_the_space_around_it() -> None:
    said = call("It broke.", "I can see why you're upset.")
    sifted = sift([Quote(1, "  see why ")], said, speakers=TRAINEE)
    assert sifted.kept == (Quote(1, "see why"),)


@pytest.mark.parametrize(
    "quote",
    [
        Quote(1, "I see why you are upset"),
        Quote(0, "see why"),
        Quote(2, "see why"),
        Quote(-1, "see why"),
        Quote(1, "SEE WHY"),
        Quote(1, ""),
        Quote(1, "."),
        Quote(1, "see  why"),
    ],
)
def test_a_quote_that_does_not_stand_in_its_turn_is_dropped(quote: Quote) -> None:
    said = call("It broke.", "I can see why you're upset.")
    sifted = sift([quote], said, speakers=TRAINEE)
    assert sifted.kept == ()
    assert len(sifted.faults) == 1


def test_the_customers_words_are_no_evidence_of_what_the_trainee_did() -> None:
    said = call("Thank you, that is sorted.", "Good.")
    quote = Quote(0, "that is sorted")
    assert sift([quote], said, speakers=TRAINEE).kept == ()
    assert sift([quote], said, speakers=frozenset(Speaker)).kept == (quote,)


def test_a_straight_quote_mark_finds_a_curly_one_and_the_turns_own_text_is_kept() -> None:
    said = call("It broke.", "I\u2019m sorry \u2013 truly.")
    assert locate(Quote(1, "I'm sorry - truly"), said) == Quote(1, "I\u2019m sorry \u2013 truly")


@given(st.text(max_size=40), st.text(max_size=40))
def test_what_is_kept_always_stands_in_the_turn(text: str, quote: str) -> None:
    said = call("Hm.", text.encode("utf-8", "replace").decode())
    found = locate(Quote(1, quote), said)
    assert found is None or found.text in said.lines[1].text
