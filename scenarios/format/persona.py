"""The persona file: who the customer is, whatever the call is about."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from core.moods import Drift, Mood
from scenarios.format.cues import ActLinesFile, CueFile, LinesFile
from scenarios.format.fields import FileModel, Id, Paragraph, Sentence, Title


class FactFile(FileModel):
    """Something the customer knows, and tells only when asked."""

    id: Id
    asked: CueFile
    """How a trainee may ask for it."""
    says: LinesFile
    """What the customer answers."""


Facts = Annotated[tuple[FactFile, ...], Field(max_length=60)]
Unknown = Annotated[tuple[Sentence, ...], Field(max_length=60)]


class PersonaFile(FileModel):
    """The customer that the AI plays. Personas are used again from scenario to scenario."""

    id: Id = Field(alias="persona")
    """The id of the persona, which is also the name of its file."""
    name: Title
    """Given name and family name."""
    mood: Mood
    """How the customer feels when the call begins."""
    drift: Drift
    """How quickly the trainee's conduct moves the mood: slow forgives, fast does not."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = "en"
    """The language spoken, as a tag such as en or de-AT."""
    voice: Annotated[str, Field(max_length=60)] = ""
    """The voice of the speech synthesis."""
    picture: Annotated[str, Field(max_length=200)] = ""
    """A picture of the customer, from this folder or the folder pictures beside it."""
    backstory: Paragraph
    """One paragraph, concrete."""
    details: Annotated[str, Field(max_length=6000)] = ""
    """What keeps the customer consistent: habits, turns of phrase."""
    facts: Facts = ()
    """What the customer knows about itself and tells only when asked."""
    does_not_know: Unknown = ()
    """What the customer must not invent."""
    lines: ActLinesFile = Field(default_factory=dict)
    """The customer's own way of saying things, filed under what it does with them."""
