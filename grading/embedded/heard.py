"""The trainee's words, taken apart once for all criteria."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from core.messages import Quote
from core.stances import Stance, read
from grading.embedded.aimed import aimed_at_judge
from grading.embedded.cues import Cue, cues
from grading.transcript import Line, Transcript

_BREAK = re.compile(r"(?<=[.!?\u2026])[\"'\u201d)]*\s+|\n+")
_LONGEST = 4000
"""Characters read of one turn: the rest of a wall of text changes nothing, and costs time."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `text` stands so in turn `turn`."""

    turn: int
    text: str
    cues: frozenset[Cue]
    stances: frozenset[Stance]

    @property
    def quote(self) -> Quote:
        """The sentence as evidence."""
        return Quote(self.turn, self.text)

    def shows(self, *wanted: Cue | Stance) -> bool:
        """Whether any of these cues or stances is in the sentence."""
        return any(w in self.cues or w in self.stances for w in wanted)


@dataclass(frozen=True, slots=True)
class Spoken:
    """One turn of the trainee's, in sentences."""

    line: Line
    sentences: tuple[Sentence, ...]

    def shows(self, *wanted: Cue | Stance) -> bool:
        """Whether any sentence shows any of these."""
        return any(sentence.shows(*wanted) for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Heard:
    """A call as the embedded judge hears it.

    `turns` are the trainee's, without sentences that are aimed at the judge, and without those
    said word for word before: saying it twice is not twice as kind. `aimed` counts the former.
    """

    transcript: Transcript
    turns: tuple[Spoken, ...]
    aimed: int

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All sentences, in order."""
        return (sentence for turn in self.turns for sentence in turn.sentences)

    def showing(self, *wanted: Cue | Stance) -> list[Sentence]:
        """The sentences that show any of these cues or stances."""
        return [sentence for sentence in self.sentences if sentence.shows(*wanted)]

    def without(self, drop: Iterable[Sentence]) -> Heard:
        """Return the call without some sentences."""
        gone = set(drop)
        turns = (
            Spoken(turn.line, tuple(s for s in turn.sentences if s not in gone))
            for turn in self.turns
        )
        return Heard(self.transcript, tuple(turns), self.aimed)


@lru_cache(maxsize=16)
def hear(transcript: Transcript) -> Heard:
    """Take a transcript apart."""
    seen: set[str] = set()
    aimed = 0
    turns: list[Spoken] = []
    for line in transcript.trainee:
        kept: list[Sentence] = []
        for sentence in sentences(line):
            if aimed_at_judge(sentence.text):
                aimed += 1
            elif (plain := " ".join(sentence.text.lower().split())) not in seen:
                seen.add(plain)
                kept.append(sentence)
        turns.append(Spoken(line, tuple(kept)))
    return Heard(transcript, tuple(turns), aimed)


def sentences(line: Line) -> Iterator[Sentence]:
    """Split a turn into sentences, each as it stands."""
    text = line.text[:_LONGEST]
    clauses = read(text)
    for start, end in spans(text):
        inside = [c.stances for c in clauses if start <= c.start < end]
        said = text[start:end]
        yield Sentence(line.number, said, cues(said), frozenset().union(*inside))


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the place of each sentence in a text, without the space around it."""
    start = 0
    for found in [*_BREAK.finditer(text), None]:
        end = len(text) if found is None else found.start()
        said = text[start:end]
        if stripped := said.strip():
            first = start + said.index(stripped)
            yield first, first + len(stripped)
        start = end if found is None else found.end()
