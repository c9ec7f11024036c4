"""Lines that the customer says, and cues in what the trainee says."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from core.beats import Act
from core.moods import Mood
from core.stances import Stance
from scenarios.format.fields import Count, FileModel, Id, Sentence


class MoodLineFile(FileModel):
    """A line that fits one mood only."""

    say: Sentence
    """What the customer says."""
    mood: Mood | None = None
    """The mood it fits; without it, any."""


def _form(value: Any) -> str:  # noqa: ANN401 - whatever stands in the file
    """Tell the two forms of a line apart; a mapping without `say` is text with a stray colon."""
    known = isinstance(value, dict) and ("say" in value or "mood" in value)
    return "in_a_mood" if known or isinstance(value, MoodLineFile) else "text"


LineFile = Annotated[
    Annotated[Sentence, Tag("text")] | Annotated[MoodLineFile, Tag("in_a_mood")],
    Discriminator(_form),
]
LinesFile = Annotated[tuple[LineFile, ...], Field(min_length=1, max_length=100)]
"""Variants of one line. The more there are, the less the customer repeats itself."""

SpareLinesFile = Annotated[tuple[LineFile, ...], Field(max_length=100)]
"""Variants of a line that may be left out."""

ActLinesFile = dict[Act, LinesFile]
"""Lines filed under what the customer does with them."""

_Examples = Annotated[tuple[Sentence, ...], Field(max_length=40)]


class CueFile(FileModel):
    """Something a trainee may say, told by its topic and by what is done with the topic."""

    like: Annotated[_Examples, Field(min_length=1)]
    """Sentences that say it. Three or more, worded differently, are read best."""
    unlike: _Examples = ()
    """Near misses: sentences on a neighbouring topic that do not say it."""
    words: Annotated[tuple[Sentence, ...], Field(max_length=40)] = ()
    """Words any of which names the topic outright."""
    stances: Annotated[tuple[Stance, ...], Field(max_length=len(Stance))] = ()
    """What must be done with the topic, one of these: promises, refuses, asks and so on."""


class TriggerFile(FileModel):
    """When the customer brings something up: whichever of these comes first."""

    after_turns: Count | None = None
    """After so many turns of the trainee."""
    cue: CueFile | None = None
    """When the trainee says such a thing."""
    after: Id | None = None
    """When this step was met or this objection laid to rest."""
