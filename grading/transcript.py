"""What was said, as the grader reads it.

A transcript comes from an attempt, or from one line of JSON:
`{"id", "mode", "turns": [{"speaker": "customer" | "trainee", "text", "at_s"?}]}`.
Other fields are ignored, so that a file may carry ratings beside the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat

from core.attempt import Attempt, Entry, Speaker
from core.scenario import Mode
from grading.sound import Sound, sound_of

MOST_TURNS = 2_000
"""Turns of one call; nobody talks for longer, and every one of them is read."""
_SILENT = Sound()


@dataclass(frozen=True, slots=True)
class Line:
    """One turn. `number` is its place, from 0; `at_s` seconds from the start, where known."""

    number: int
    speaker: Speaker
    text: str
    at_s: float | None = None

    @property
    def by_trainee(self) -> bool:
        """Whether the trainee said it."""
        return self.speaker is Speaker.TRAINEE


@dataclass(frozen=True, slots=True)
class Transcript:
    """The turns of one call, in order; `lines[n].number == n`. `sound` is empty in writing."""

    id: str
    mode: Mode
    lines: tuple[Line, ...]
    sound: Sound = _SILENT

    @classmethod
    def of(cls, attempt: Attempt, entries: Sequence[Entry] = ()) -> Transcript:
        """Return the transcript of an attempt; `entries` is its event log, if still kept.

        Times count from the start of the call.
        """
        lines = tuple(
            Line(place, turn.speaker, turn.text, _seconds(attempt, place))
            for place, turn in enumerate(attempt.turns)
        )
        return cls(attempt.id, attempt.mode, lines, sound_of(entries))

    @classmethod
    def parse(cls, line: str | bytes) -> Transcript:
        """Read one line of JSON. Raises pydantic.ValidationError when it is not a transcript."""
        return _TranscriptLine.model_validate_json(line).as_transcript()

    @property
    def spoken(self) -> bool:
        """Whether the words are what was understood of speech: nobody typed or spelt them."""
        return self.mode is Mode.VOICE

    @property
    def trainee(self) -> tuple[Line, ...]:
        """What the trainee said, without empty lines."""
        return tuple(line for line in self.lines if line.by_trainee and line.text.strip())

    @property
    def customer(self) -> tuple[Line, ...]:
        """What the customer said, without empty lines."""
        return tuple(line for line in self.lines if not line.by_trainee and line.text.strip())

    def before(self, number: int) -> tuple[Line, ...]:
        """The customer's lines that the turn `number` answers: those since the trainee spoke."""
        answered: list[Line] = []
        for line in reversed(self.lines[:number]):
            if line.by_trainee:
                if answered:
                    break
                continue
            answered.append(line)
        return tuple(reversed(answered))


def _seconds(attempt: Attempt, place: int) -> float | None:
    if attempt.started_at is None:
        return None
    return attempt.seconds_in(attempt.turns[place].at)


class _TurnLine(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    speaker: Speaker
    text: str
    at_s: Annotated[FiniteFloat, Field(ge=0)] | None = None


class _TranscriptLine(BaseModel):
    """One line of a file of transcripts."""

    model_config = ConfigDict(extra="ignore", frozen=True, coerce_numbers_to_str=True)

    id: Annotated[str, Field(min_length=1, max_length=500)]
    mode: Mode = Mode.CHAT
    turns: Annotated[tuple[_TurnLine, ...], Field(max_length=MOST_TURNS)]

    def as_transcript(self) -> Transcript:
        turns = enumerate(self.turns)
        return Transcript(
            self.id, self.mode, tuple(Line(n, t.speaker, t.text, t.at_s) for n, t in turns)
        )
