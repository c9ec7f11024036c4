"""Figures, dates, addresses and names, however they are spelt."""

from __future__ import annotations

import pytest

from adapters.models.figures import figures, names, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You took $42.99.", {"42.99"}),
        ("It was 1,000 dollars", {"1000"}),
        ("1.50 and 2,50", {"1.5", "2.5"}),
        ("on the third, at 9:14", {"3", "9:14"}),
        ("on the 3rd", {"3"}),
        ("twenty-one days, or thirty two", {"21", "32"}),
        ("Eighty. Five of them.", {"80", "5"}),
        ("It's pat@example.com.", {"pat@example.com"}),
        ("see https://example.com/a?b=1", {"https://example.com/a?b=1"}),
        ("order AB-1234", {"ab-1234", "1234"}),
        ("on Tuesdays in March", {"tuesday"}),
        ("at 5pm", {"5"}),
        ("007", {"7"}),
        ("one of you, in a second, give me two minutes", set()),
        ("two weeks ago", {"2"}),
        ("nothing here", set()),
        ("", set()),
    ],
)
def test_figures(text: str, expected: set[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I spoke to Sarah about it.", {"sarah"}),
        ("Sarah knows. Bob too.", set()),
        ("On Tuesday I called God.", set()),
        ("I want it NOW.", set()),
        ('He said "Never again".', set()),
    ],
)
def test_names_stand_inside_sentences(text: str, expected: set[str]) -> None:
    assert names(text) == expected


def test_words_lose_the_ending_that_names_lose() -> None:
    assert names("I asked the Joneses") <= words("the Joneses")
