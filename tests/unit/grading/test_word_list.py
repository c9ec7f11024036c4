"""The small word list says just what a set would."""

from hypothesis import given
from hypothesis import strategies as st

from grading.metrics.word_list import WordList


@given(st.sets(st.text(max_size=8)), st.text(max_size=8))
def test_a_word_is_in_it_when_it_was_put_in(words: set[str], other: str) -> None:
    listed = WordList(words)
    assert len(listed) == len(words)
    assert all(word in listed for word in words)
    assert (other in listed) == (other in words)
