from __future__ import annotations

import pytest

from adapters.speech.written import written


@pytest.mark.parametrize(
    ("heard", "text"),
    [
        ("You paid 42 dollars and 99 cents.", "You paid $42.99."),
        ("You paid $42 and 99 cents.", "You paid $42.99."),
        ("a charge of dollar 42.99", "a charge of $42.99"),
        ("That is pound 120.", "That is £120."),
        ("It is 1,250 dollars.", "It is $1,250."),
        ("It was forty two ninety nine.", "It was 42.99."),
        ("It was forty-two ninety-nine", "It was 42.99"),
        ("order A B 4 7 1 9, right?", "order AB4719, right?"),
        ("order a B-4719.", "order AB4719."),
        ("Are they 8 3 0 5?", "Are they 8305?"),
        ("Is it pat dot jones at example dot com?", "Is it pat.jones@example.com?"),
        ("your email pat at example dot co dot uk", "your email pat@example.co.uk"),
    ],
)
def test_amounts_codes_and_addresses(heard: str, text: str) -> None:
    assert written(heard) == text


@pytest.mark.parametrize(
    "text",
    [
        "Nothing to write otherwise.",
        "It was twenty thirty years ago.",
        "In twenty twenty five it was another.",
        "It is open twenty four seven.",
        "I want a 2 or a 3.",
        "Look at example dot com.",
        "5 to 7 days.",
        "Write to pat.jones@example.com.",
        "Between 9 and 11.",
        "I paid 99 cents.",
    ],
)
def test_everything_else_stays(text: str) -> None:
    assert written(text) == text
