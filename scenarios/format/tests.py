"""The author's tests, as they stand in a scenario file."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from core.moods import Mood
from core.stances import Attack
from scenarios.format.fields import FileModel, Id, Title

_Ids = Annotated[tuple[Id, ...], Field(max_length=60)]
_Text = Annotated[str, Field(max_length=6000)]


class ThenFile(FileModel):
    """What is expected after a turn. Only what is named is checked."""

    tells: _Ids = ()
    """Facts that the customer gives."""
    tells_nothing: bool = False
    """The customer gives no fact at all."""
    not_tells: _Ids = ()
    """Facts that the customer keeps."""
    raises: _Ids = ()
    """Objections that the customer raises."""
    resolves: _Ids = ()
    """Objections that are laid to rest."""
    mood: Mood | None = None
    mood_at_least: Mood | None = None
    """Rising from angry over frustrated to calm and happy; confused counts as calm."""
    mood_at_most: Mood | None = None
    ends: Id | None = None
    """The exit condition, or other reason, for which the call ends."""
    not_ends: Id | None = None
    """An exit condition that must not end the call; `any`: it goes on."""
    tool: Id | None = None
    """Something that the customer does, such as looking at its bank's app."""
    attack: Attack | None = None
    """What the turn is taken for, when it steps out of the call."""
    says: Annotated[tuple[Title, ...], Field(max_length=20)] = ()
    """Words that stand in what the customer says, in capitals or not."""


class TurnFile(FileModel):
    """One thing the trainee says."""

    say: _Text
    after_s: Annotated[float, Field(strict=True, ge=0, le=3600)] | None = None
    """Seconds that the customer is kept waiting for it."""
    then: ThenFile | None = None
    """What is expected after it."""


def _form(value: Any) -> str:  # noqa: ANN401 - whatever stands in the file
    known = isinstance(value, dict) and not {"say", "then", "after_s"}.isdisjoint(value)
    return "with_expectation" if known or isinstance(value, TurnFile) else "text"


TurnOrText = Annotated[
    Annotated[_Text, Tag("text")] | Annotated[TurnFile, Tag("with_expectation")],
    Discriminator(_form),
]


class AuthorTestFile(FileModel):
    """A call that the author expects to go in a certain way."""

    name: Title
    turns: Annotated[tuple[TurnOrText, ...], Field(min_length=1, max_length=60)]
    """What the trainee says, turn by turn, and what is expected after it."""
