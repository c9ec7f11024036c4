"""From words to clauses, with their spans."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.stances.lexicon import TAGS
from core.stances.splitter import Splitter
from core.stances.words import Word


@dataclass(frozen=True, slots=True)
class Segment:
    """The words of one clause, its span, and what the marks around it say."""

    words: tuple[str, ...]
    start: int
    end: int
    question: bool
    """Ends with a question mark."""
    tagged: bool
    """A statement with a tag: "..., right?"."""
    opening: bool
    """Opens a sentence."""
    continues: bool
    """Joined with "and" to the clause before, in one sentence."""


def segments_of(source: str, words: Sequence[Word]) -> Iterator[Segment]:
    """Cut ``words`` into clauses; the spans cover ``source`` but for white space around them."""
    if not words:
        return
    starts = [(0, True, False), *Splitter(words).starts()]
    bounds = [*(index for index, _, _ in starts[1:]), len(words)]
    for (first, hard, continues), last in zip(starts, bounds, strict=True):
        begin = words[first].start if first else 0
        finish = words[last].start if last < len(words) else len(source)
        yield _segment(
            source, words[first:last], (begin, finish), opening=hard, continues=continues
        )


def _segment(
    source: str, words: Sequence[Word], span: tuple[int, int], *, opening: bool, continues: bool
) -> Segment:
    start, end = span
    text = source[start:end]
    start, end = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
    texts = [w.text for w in words]
    asks = "?" in texts
    spoken = tuple(t for t in texts if t[0].isalnum())
    tagged = asks and len(spoken) > 1 and _is_tag(texts)
    return Segment(
        spoken[:-1] if tagged else spoken,
        start,
        max(start, end),
        question=asks and not tagged,
        tagged=tagged,
        opening=opening,
        continues=continues,
    )


def _is_tag(texts: Sequence[str]) -> bool:
    """Whether the clause ends in ", right?" or the like."""
    words = [t for t in texts if t[0].isalnum() or t == ","]
    return words[-1] in TAGS and words[-2] == ","
