"""Words on their way to people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.chat.texts import clean, fit, pieces


@given(st.text(), st.integers(1, 50))
def test_fitted_words_are_within_the_limit(words: str, limit: int) -> None:
    assert len(fit(words, limit)) <= limit


@given(st.text())
def test_words_that_fit_are_untouched(words: str) -> None:
    assert fit(words, max(1, len(words))) == clean(words)


@pytest.mark.parametrize(
    ("words", "limit", "short"),
    [
        ("You charged me twice", 14, "You charged…"),
        ("You charged, me twice", 14, "You charged…"),
        ("Incomprehensibilities", 10, "Incompreh…"),
        ("ab👩‍👩", 4, "ab👩…"),
        ("short", 5, "short"),
    ],
)
def test_words_are_shortened_at_a_word(words: str, limit: int, short: str) -> None:
    assert fit(words, limit) == short


@given(st.text(alphabet="ab .\n", max_size=400), st.integers(5, 60))
def test_pieces_lose_nothing(words: str, limit: int) -> None:
    parts = pieces(words, limit)

    assert "".join(parts) == words
    assert all(len(part) <= limit for part in parts)


def test_pieces_break_at_paragraphs_then_sentences_then_words() -> None:
    assert pieces("One two. Three.\n\nFour.", 18) == ["One two. Three.\n\n", "Four."]
    assert pieces("One two. Three four", 14) == ["One two. ", "Three four"]
    assert pieces("One two three", 9) == ["One two ", "three"]


def test_what_no_platform_takes_is_taken_out() -> None:
    assert clean("a\x00b\x07\r\nc\ud800\td") == "ab\nc\td"
