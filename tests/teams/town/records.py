"""What the Town remembers, for tests to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Thing = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Called:
    """One request. `what` is send, update, delete, create, members, member, channels or team.

    `at` is by the Town's clock, in seconds; `where` is a conversation or a team, "" for create.
    """

    what: str
    tenant: str
    where: str
    id: str
    body: Mapping[str, Any]
    token: str
    at: float


@dataclass(frozen=True, slots=True)
class Violation:
    """Something that Teams would not have taken, or not have shown as it was meant."""

    words: str
    called: Called


@dataclass(eq=False, slots=True)
class Post:
    """A message. `activity` is as it stands now, `versions` are all it was, this one last.

    `by` is who wrote it: the bot's id or a person's.
    """

    id: str
    conversation: str
    by: str
    versions: list[Mapping[str, Any]]
    deleted: bool = False

    @property
    def activity(self) -> Mapping[str, Any]:
        return self.versions[-1]


@dataclass(eq=False, slots=True)
class Stream:
    """A message that is written while one reads it. `pieces` are its texts so far, in order."""

    id: str
    conversation: str
    begun: float
    pieces: list[Piece] = field(default_factory=list)
    done: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of a stream at a moment. `kind` is informative, streaming or final."""

    text: str
    kind: str
    number: int
    at: float


class Refusal(Exception):  # noqa: N818 - an answer of Teams, not a failure of ours
    """Teams says no. `breach` is what the bot did wrong; "" where it could not know better."""

    def __init__(self, status: int, code: str, message: str, breach: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.body: Thing = {"error": {"code": code, "message": message}}
        self.breach = breach
