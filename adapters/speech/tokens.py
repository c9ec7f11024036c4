"""What the ears' model writes: text between marks of time, and sometimes the same thing for ever.

On a short sound the model often does not stop after the last word but begins again from the start,
as if the sound were played in a loop. Its marks of time tell: a stretch that begins where the sound
is over, or before the last one ended, is such a second round.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

STAMP_S = 0.02
"""Seconds between neighbouring marks of time."""
_BACK_S = 0.1
_END_S = 0.3
"""A stretch shorter than this at the end of the sound has no room for a word."""
_WORD = re.compile(r"[^\W_]+(?:['.@][^\W_]+)*")
_SHORTEST_COPY = 2
_ENOUGH = 4
_MANY = 6
_PHRASE = 12
_LOOSE = " ,-$£€"
_COPIES = 3
"""Times that one word stands in a row before it counts as stuck: people do say "no, no, no"."""


def first_round(ids: Sequence[int], first_stamp: int, seconds: float) -> list[int]:
    """Return the ids of text up to where the model begins again. `seconds`: the sound's length."""
    kept: list[int] = []
    reached = 0.0
    for start, end, text in _stretches(ids, first_stamp):
        if kept and (start < reached - _BACK_S or start > seconds - _END_S):
            break
        kept += text
        reached = end
    return kept


def _stretches(ids: Iterable[int], first_stamp: int) -> Iterator[tuple[float, float, list[int]]]:
    """Yield each run of text with the marks before and after it, in seconds."""
    stamp = 0.0
    text: list[int] = []
    for token in ids:
        if token < first_stamp:
            text.append(token)
            continue
        now = (token - first_stamp) * STAMP_S
        if text:
            yield stamp, now, text
        stamp, text = now, []
    if text:
        yield stamp, stamp, text


def without_copies(text: str) -> str:
    """Return the text up to where it says its own beginning again, or one thing for ever.

    What is left is the text itself where nothing is said twice: compare to see.
    """
    words = list(_WORD.finditer(text))
    said = [word.group().lower() for word in words]
    for at in range(1, len(said)):
        if _begins_again(said, at):
            return text[: words[at].start()].rstrip(_LOOSE)
    stuck = _stuck(said)
    return text if stuck is None else text[: words[stuck].start()].rstrip(_LOOSE)


def _begins_again(said: Sequence[str], at: int) -> bool:
    """Whether from here on the text is a copy of its beginning, whole or breaking off."""
    left = said[at:]
    *whole, last = left
    copies = all(word == said[i % at] for i, word in enumerate(whole))
    copies = copies and said[len(whole) % at].startswith(last)
    if at < _SHORTEST_COPY:
        return copies and len(left) >= _COPIES
    return (copies and len(left) >= min(at, _ENOUGH)) or _runs_on(said, at)


def _runs_on(said: Sequence[str], at: int) -> bool:
    """Whether six words of the beginning come again: nobody repeats that much word for word."""
    return at >= _MANY and list(said[at : at + _MANY]) == list(said[:_MANY])


def _stuck(said: Sequence[str]) -> int | None:
    """Return the word from which on the end is said again, or None.

    A few words count from the third time on, a phrase of four or more from the second.
    """
    for size in range(1, _PHRASE + 1):
        start = len(said)
        while start > size and said[start - 1] == said[start - 1 - size]:
            start -= 1
        if len(said) - start >= size * (1 if size >= _ENOUGH else _COPIES - 1):
            return start
    return None
