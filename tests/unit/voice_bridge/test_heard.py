from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from voice_bridge.turns.heard import Spoken, heard_of

LINE = (Spoken("You charged me twice.", 1000, 0), Spoken("Why is that?", 800, 1))


def test_a_line_heard_to_its_end_is_whole() -> None:
    heard = heard_of(LINE, 1800)
    assert heard.text == "You charged me twice. Why is that?"
    assert heard.moves == 2


def test_a_line_cut_in_its_second_sentence_ends_in_a_dash() -> None:
    heard = heard_of(LINE, 1500)
    assert heard.text == "You charged me twice. Why is –"
    assert heard.moves == 1


def test_a_line_cut_at_once_was_not_heard() -> None:
    heard = heard_of(LINE, 40)
    assert heard.text == ""
    assert heard.moves == 0


def test_a_sentence_that_was_nearly_heard_has_come_across() -> None:
    long = Spoken("I have been waiting for nine days for any answer now", 2200, 0)
    assert heard_of((long,), 2100).moves == 1


def test_sentences_that_name_no_move_count_none() -> None:
    assert heard_of((Spoken("I want it back.", 900),), 900).moves is None


@given(
    st.lists(st.text("ab c", min_size=1, max_size=30).filter(str.strip), min_size=1, max_size=4),
    st.integers(0, 5000),
    st.integers(0, 5000),
)
def test_more_time_never_means_fewer_words(texts: list[str], one: int, other: int) -> None:
    line = [Spoken(text, 700, place) for place, text in enumerate(texts)]
    less, more = heard_of(line, min(one, other)), heard_of(line, max(one, other))
    said = less.text.removesuffix(" –").split()
    assert more.text.removesuffix(" –").split()[: len(said)] == said
    assert (less.moves or 0) <= (more.moves or 0)
