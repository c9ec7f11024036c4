from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.speech.clauses import clauses
from adapters.speech.spoken_text import spoken


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("You took $42.99 twice.", "You took 42 dollars and 99 cents twice."),
        ("£1.01 and €1,250", "1 pound and 1 penny and 1250 euros"),
        ("Only $5.00!", "Only 5 dollars!"),
        ("It's **really** _bad_ 😡!", "It's really bad!"),
        ("See [the policy](https://example.com/x) first", "See the policy first"),
        ("I am pat.jones@example.com", "I am pat dot jones at example dot com"),
        ("Order AB-4719, ticket #20417.", "Order ay B 4 7 1 9, ticket number 2 0 4 1 7."),
        ("The 3RD of 5-7 days", "The 3RD of 5 to 7 days"),
        ("Well — no. Tea & cake", "Well, no. Tea and cake"),
        ("one\n\ntwo", "one two"),
        ("[[q]] <b>x</b>", "q bx/b"),
        ("🙂", ""),
    ],
)
def test_what_the_tongue_does_not_read_is_put_into_words(text: str, said: str) -> None:
    assert spoken(text) == said


@given(st.text(max_size=300))
def test_clauses_are_the_line(text: str) -> None:
    line = spoken(text)
    parts = list(clauses(line))
    assert " ".join(" ".join(parts).split()) == line
    assert all(parts)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Okay.", ["Okay."]),
        (
            "Yes, I do. It was on Tuesday, and nobody called me back.",
            ["Yes, I do.", "It was on Tuesday, and nobody called me back."],
        ),
        (
            "Since last Monday, I have been waiting for it.",
            ["Since last Monday,", "I have been waiting for it."],
        ),
        ("Dr. Smith said that I should come back.", ["Dr. Smith said that I should come back."]),
        (
            "I've been waiting for this parcel for three weeks now and nobody can tell me why",
            ["I've been waiting for this parcel for three weeks now", "and nobody can tell me why"],
        ),
        (
            "You charged me forty two dollars and ninety nine cents twice for the same month",
            ["You charged me forty two dollars and ninety nine cents twice for the same month"],
        ),
    ],
)
def test_a_line_is_cut_where_one_breathes(line: str, parts: list[str]) -> None:
    assert list(clauses(line)) == parts
