"""Small things that all signals need."""

from __future__ import annotations

from collections.abc import Sequence

from core.messages import Quote
from grading.embedded.heard import Sentence
from grading.rubric import HIGHEST, LOWEST

_SHOWN = 3


def bounded(score: float) -> int:
    """Return the nearest whole score of the scale, halves up."""
    return max(LOWEST, min(HIGHEST, int(score + 0.5)))


def best(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences to quote: at most three, from different turns where there are such."""
    first = list({s.turn: s for s in reversed(sentences)}.values())[::-1]
    rest = [s for s in sentences if s not in first]
    return sorted((first + rest)[:_SHOWN], key=lambda s: s.turn)


def quotes(sentences: Sequence[Sentence]) -> tuple[Quote, ...]:
    """Return the best of some sentences as evidence."""
    return tuple(sentence.quote for sentence in best(sentences))
