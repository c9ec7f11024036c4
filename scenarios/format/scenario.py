"""The scenario file: one situation to practise."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from core.moods import Mood
from core.scenario import Mode, Outcome, Patience
from scenarios.format.cues import (
    ActLinesFile,
    CueFile,
    LinesFile,
    SpareLinesFile,
    TriggerFile,
)
from scenarios.format.fields import Count, FileModel, Id, Paragraph, Sentence, Title
from scenarios.format.persona import Facts, Unknown
from scenarios.format.tests import AuthorTestFile

_Ids = Annotated[tuple[Id, ...], Field(max_length=40)]


class DocumentFile(FileModel):
    """A file to read or to show."""

    id: Id
    title: Title
    file: Annotated[str, Field(min_length=1, max_length=300)]
    """Its path, seen from the folder of the scenario: .md, .pdf, .png, .svg, .jpg or .webp."""


class ObjectionFile(FileModel):
    """A doubt that the customer raises."""

    id: Id
    trigger: TriggerFile = Field(alias="raise")
    """When the customer raises it."""
    lines: LinesFile
    """How the customer raises it."""
    again: SpareLinesFile = ()
    """How the customer brings it up once more when it was passed over."""
    answered_by: CueFile
    """What lays it to rest."""
    accepts: SpareLinesFile = ()
    """What the customer says when it is laid to rest."""


class StepFile(CueFile):
    """A thing the trainee must have done; a refusal takes it back."""

    id: Id
    times: Count = 1
    """How often."""


class ExitFile(FileModel):
    """When the customer considers the call finished."""

    id: Id
    description: Sentence
    """What has happened by then, in one sentence."""
    outcome: Outcome
    """Whether the call went well by it."""
    steps: Annotated[tuple[StepFile, ...], Field(min_length=1, max_length=20)]
    """What the trainee must have done, all of it."""
    resolved: _Ids = ()
    """Objections that must have been laid to rest."""
    mood: Mood | None = None
    """The mood must be at least this."""
    closing: SpareLinesFile = ()
    """What the customer says at the end."""


class ToolResultFile(FileModel):
    """What comes of using a tool."""

    says: LinesFile
    shows: Id | None = None
    """The attachment that the customer shows."""
    after: Id | None = None
    """The step or objection that must come before it. The last result that fits is taken."""


class ToolFile(FileModel):
    """Something the customer can do besides talk."""

    id: Id
    description: Title
    """What the trainee sees the customer do, as in: Looks at her bank's app."""
    asked: CueFile
    """How a trainee may ask for it."""
    results: Annotated[tuple[ToolResultFile, ...], Field(min_length=1, max_length=20)]


class TangentFile(FileModel):
    """A change of subject by the customer."""

    id: Id
    trigger: TriggerFile = Field(alias="raise")
    lines: LinesFile


class ScenarioFile(FileModel):
    """One situation to practise with an AI customer."""

    id: Id = Field(alias="scenario")
    """The id of the scenario."""
    title: Title
    category: Title = "general"
    """The shelf it stands on in lists."""
    goal: Sentence
    """What the trainee should reach, in one sentence."""
    brief: Paragraph
    """What the trainee reads before the call, in Markdown."""
    persona: Id
    """Who calls: a file of this name beside the scenario, in ../personas, or of the library."""
    rubric: Id = "built-in"
    """What it is scored against: a file likewise, in ../rubrics."""
    owner: Annotated[str, Field(max_length=120)] = ""
    """Who answers for the scenario."""
    mode: Mode = Mode.HYBRID
    """How it is held: in writing, by voice, or as the trainee likes."""
    time_limit_minutes: Annotated[float, Field(strict=True, ge=1, le=60)] = 10
    patience: Patience = Patience.USUAL
    """How long the customer bears silence."""
    monologue_words: Annotated[int, Field(strict=True, ge=20, le=1000)] = 120
    """From so many words on, the customer interrupts."""
    opening: Sentence
    """What the customer says first."""
    situation: Paragraph
    """What has happened, as the customer knows it."""
    documents: Annotated[tuple[DocumentFile, ...], Field(max_length=20)] = ()
    """What the trainee may read all through the call."""
    attachments: Annotated[tuple[DocumentFile, ...], Field(max_length=20)] = ()
    """What the customer can show; not among the trainee's documents."""
    facts: Facts = ()
    """What the customer knows and tells only when asked."""
    does_not_know: Unknown = ()
    """What the customer must not invent."""
    objections: Annotated[tuple[ObjectionFile, ...], Field(max_length=40)] = ()
    exit_conditions: Annotated[tuple[ExitFile, ...], Field(min_length=1, max_length=20)]
    """When the customer considers the call finished."""
    tools: Annotated[tuple[ToolFile, ...], Field(max_length=20)] = ()
    """What the customer can do besides talk."""
    tangents: Annotated[tuple[TangentFile, ...], Field(max_length=20)] = ()
    """Changes of subject."""
    lines: ActLinesFile = Field(default_factory=dict)
    """Lines for this scenario, filed under what the customer does with them."""
    tests: Annotated[tuple[AuthorTestFile, ...], Field(max_length=60)] = ()
    """Calls that should go in a certain way; run with `scrimmage scenario test`."""
