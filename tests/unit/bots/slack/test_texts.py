"""Words on their way to Slack."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.slack.texts import clean, escaped, fit, pieces, unmarked


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


def test_what_slack_refuses_is_taken_out() -> None:
    assert clean("a\x00b\x07\r\nc\ud800\td") == "ab\nc\td"


def test_nobody_is_mentioned_and_nothing_is_linked() -> None:
    assert unmarked("<!channel> & <@U1>") == "&lt;!channel&gt; &amp; &lt;@U1&gt;"


def test_markup_is_guarded_character_by_character() -> None:
    assert escaped("*a*") == "<!date^0^{_}|*>a<!date^0^{_}|*>"
    assert escaped("<!channel>") == "&lt;!channel&gt;"
    assert escaped("> not a quote") == "\u00ad&gt; not a quote"
    assert escaped("snow_white") == "snow<!date^0^{_}|_>white"
    assert escaped("It's 5 o'clock.") == "It's 5 o'clock."
