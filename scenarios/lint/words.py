"""Words of a text, for telling whether two texts say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile(r"[\w@$€£%]+(?:[.'@-][\w@]+)*", re.UNICODE)
# Words that carry nothing by themselves; what is left of a line is what it tells.
_EMPTY = frozenset(
    re.findall(
        r"\S+",
        """a about all am an and any are as at be been but by can did do does for from get got
        had has have he her here him his i i'd i'll i'm i've if in is it it's its just let like
        me my no not of off oh ok okay on one or our out right so some still that that's the
        their them there they this to too under up us very was we well were what when which who
        will with yes you your""",
    )
)
# Lines that share as much of their words sound the same.
_SHARED = 0.9


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, in order, without capitals and punctuation."""
    return tuple(_WORD.findall(text.replace("’", "'").casefold()))


def telling(text: str) -> frozenset[str]:
    """Return the words of a text that carry something."""
    return frozenset(words(text)) - _EMPTY


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of words are all but the same: nine in ten are shared."""
    return bool(one) and len(one & other) >= _SHARED * len(one | other)


def runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    """Yield every run of so many words."""
    all_words = words(text)
    for start in range(len(all_words) - length + 1):
        yield all_words[start : start + length]
