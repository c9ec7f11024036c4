"""A scenario as the practice uses it: frozen values, already validated.

The file format and its errors live in `scenarios`; here is what the engine and the customer
work with. The rubric is named by id only, so that nothing that plays the customer can read it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from core.moods import Drift, Mood
from core.stances import Stance


class Mode(StrEnum):
    """How an attempt is held; `hybrid` lets the trainee pick for each attempt."""

    CHAT = "chat"
    VOICE = "voice"
    HYBRID = "hybrid"


class Patience(StrEnum):
    """How long the customer bears silence."""

    BRISK = "brisk"
    USUAL = "usual"
    PATIENT = "patient"


class Outcome(StrEnum):
    """What an exit condition says about the call."""

    GOOD = "good"
    NEUTRAL = "neutral"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Line:
    """One authored sentence or two; `mood` None means that it fits any mood."""

    text: str
    mood: Mood | None = None


Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """Something a trainee may say, told by its topic and by what is done with the topic.

    `like` holds exemplar sentences, `unlike` near misses on a neighbouring topic. `words` are
    stems any of which names the topic outright. `stances`: at least one must be present in the
    same clause; empty means that any stance will do.
    """

    like: tuple[str, ...]
    unlike: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    stances: frozenset[Stance] = frozenset()


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the customer knows and tells only when asked."""

    id: str
    asked: Cue
    says: Lines


@dataclass(frozen=True, slots=True)
class Trigger:
    """When an objection or a change of subject is due: any of these that is set suffices.

    `after_turns` counts the trainee's turns; `cue` is something the trainee says; `after` names
    an objection that has been resolved or a step that has been met.
    """

    after_turns: int | None = None
    cue: Cue | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Objection:
    """A doubt the customer raises, and what lays it to rest.

    `lines` raise it, `again` bring it up once more when it was passed over, `accepts` say that
    the answer will do.
    """

    id: str
    trigger: Trigger
    lines: Lines
    answered_by: Cue
    again: Lines = ()
    accepts: Lines = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A thing the trainee must have done for an exit condition; a refusal takes it back."""

    id: str
    cue: Cue
    times: int = 1


@dataclass(frozen=True, slots=True)
class ExitCondition:
    """When the customer considers the call finished.

    All `steps` met, all objections in `resolved` resolved, and the mood at least `mood`.
    `closing` is what the customer says at the end.
    """

    id: str
    description: str
    outcome: Outcome
    steps: tuple[Step, ...]
    resolved: tuple[str, ...] = ()
    mood: Mood | None = None
    closing: Lines = ()


@dataclass(frozen=True, slots=True)
class ToolResult:
    """What a tool gives; `after` names the step or objection that must come before it."""

    says: Lines
    shows: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Tool:
    """Something the customer can do besides talk: look at its order page, send a photo."""

    id: str
    description: str
    asked: Cue
    results: tuple[ToolResult, ...]


@dataclass(frozen=True, slots=True)
class Tangent:
    """A change of subject by the customer."""

    id: str
    trigger: Trigger
    lines: Lines


@dataclass(frozen=True, slots=True)
class Document:
    """What the trainee may read during the call. `file` is the path of a .md, .pdf or image."""

    id: str
    title: str
    file: str


@dataclass(frozen=True, slots=True)
class Persona:
    """The customer that the AI plays."""

    id: str
    name: str
    mood: Mood
    drift: Drift
    language: str
    backstory: str
    details: str = ""
    voice: str = ""
    picture: str = ""
    facts: tuple[Fact, ...] = ()
    does_not_know: tuple[str, ...] = ()
    lines: tuple[tuple[str, Lines], ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """One situation to practise. `time_limit_s` in seconds; `revision` a digest of its files."""

    id: str
    revision: str
    title: str
    goal: str
    brief: str
    category: str
    mode: Mode
    persona: Persona
    rubric_id: str
    owner: str
    opening: str
    situation: str
    time_limit_s: int = 600
    patience: Patience = Patience.USUAL
    monologue_words: int = 120
    documents: tuple[Document, ...] = ()
    attachments: tuple[Document, ...] = ()
    facts: tuple[Fact, ...] = ()
    does_not_know: tuple[str, ...] = ()
    objections: tuple[Objection, ...] = ()
    exits: tuple[ExitCondition, ...] = ()
    tools: tuple[Tool, ...] = ()
    tangents: tuple[Tangent, ...] = ()
    lines: tuple[tuple[str, Lines], ...] = field(default=())

    @property
    def all_facts(self) -> tuple[Fact, ...]:
        """The scenario's facts and those the persona brings along; the scenario's win."""
        own = {fact.id for fact in self.facts}
        return self.facts + tuple(f for f in self.persona.facts if f.id not in own)

    def document(self, document_id: str | None) -> Document | None:
        """The trainee's or the customer's document of this id, None where there is none."""
        found = (d for d in (*self.attachments, *self.documents) if d.id == document_id)
        return next(found, None)
