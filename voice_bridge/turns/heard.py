"""What was heard of a line that was cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LEAST_SHARE = 0.8
"""Share of a sentence's words that must have been heard for its meaning to have come across."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence as it sounds: its words, how long it is, and the move of the beat it makes."""

    text: str
    ms: int
    move: int | None = None


@dataclass(frozen=True, slots=True)
class HeardLine:
    """The words that were heard, and how many of the first moves came across.

    `moves` None: the sentences do not say which move they make.
    """

    text: str
    moves: int | None


def heard_of(line: Sequence[Spoken], ms: int) -> HeardLine:
    """Return what was heard in the first `ms` milliseconds of a line.

    Words are taken to be as long as their letters: a word counts when it was heard to its end.
    A line cut within a sentence ends in a dash.
    """
    words: list[str] = []
    moves: list[int] = []
    left = ms
    for sentence in line:
        heard = _words_within(sentence, left)
        whole = sentence.text.split()
        words += heard
        if sentence.move is not None and len(heard) >= LEAST_SHARE * len(whole):
            moves.append(sentence.move)
        if len(heard) < len(whole):
            return HeardLine(_cut(words), _count(line, moves))
        left -= sentence.ms
    return HeardLine(" ".join(words), _count(line, moves))


def _count(line: Sequence[Spoken], moves: list[int]) -> int | None:
    if all(sentence.move is None for sentence in line):
        return None
    return max(moves, default=-1) + 1


def _cut(words: list[str]) -> str:
    return f"{' '.join(words).rstrip(',.;:!?')} \u2013" if words else ""


def _words_within(sentence: Spoken, ms: int) -> list[str]:
    """The first words of a sentence that end within its first so many milliseconds."""
    words = sentence.text.split()
    if ms >= sentence.ms:
        return words
    letters = sum(len(word) + 1 for word in words)
    heard, gone = [], 0
    for word in words:
        gone += len(word) + 1
        if gone * sentence.ms > ms * letters:
            break
        heard.append(word)
    return heard
