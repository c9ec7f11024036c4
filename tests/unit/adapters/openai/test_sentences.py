"""Cutting a stream into sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.models.sentences import LONGEST, Cutter, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello. It's me.", ["Hello.", "It's me."]),
        ("I spoke to Mr. Jones. He knows.", ["I spoke to Mr. Jones.", "He knows."]),
        ("You took $42.99 twice. Why?", ["You took $42.99 twice.", "Why?"]),
        ("It took 3.5 hours! Really?", ["It took 3.5 hours!", "Really?"]),
        ("Some of it, e.g. the fee. That's all.", ["Some of it, e.g. the fee.", "That's all."]),
        ("Let me look... two lines.", ["Let me look... two lines."]),
        ("Let me look... Two lines.", ["Let me look...", "Two lines."]),
        ('He said "wait." I waited.', ['He said "wait."', "I waited."]),
        ("It's pat@example.com. That's it.", ["It's pat@example.com.", "That's it."]),
        ("No. 7 is mine. No. That's not it.", ["No. 7 is mine.", "No.", "That's not it."]),
        ("I am J. Smith. It was I. Bye.", ["I am J. Smith.", "It was I.", "Bye."]),
        ("1. The fee. 2. The date.", ["1. The fee.", "2. The date."]),
        ("What?! No way!!", ["What?!", "No way!!"]),
        ("First line\nsecond line", ["First line", "second line"]),
        ("ok thanks", ["ok thanks"]),
        ("  \n ", []),
        ("", []),
    ],
)
def test_it_cuts_where_a_sentence_ends(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_sentence_comes_out_as_soon_as_the_next_one_begins() -> None:
    cutter = Cutter()
    assert cutter.feed("You took $42") == []
    assert cutter.feed(".99.") == []
    assert cutter.feed(" Why") == ["You took $42.99."]
    assert cutter.rest() == "Why"
    assert not cutter.rest()


def test_a_text_without_an_end_is_cut_all_the_same() -> None:
    assert len(Cutter().feed("a" * (LONGEST + 1))) == 1


@given(st.text(alphabet='aB1 .!?"\n…', max_size=120), st.lists(st.integers(1, 8), min_size=1))
def test_it_does_not_matter_how_the_text_arrives(text: str, sizes: list[int]) -> None:
    cutter, found, at = Cutter(), [], 0
    for size in sizes * len(text):
        found += cutter.feed(text[at : at + size])
        at += size
    last = cutter.rest()
    assert "".join("".join([*found, last]).split()) == "".join(text.split())
    assert [*found, last] == [*sentences(text), *([""] if not last else [])]
