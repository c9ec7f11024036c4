"""Where on a platform a message of ours stands, so that it is posted once and found again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Place:
    """One post. `id` is the outgoing message's, `part` tells its posts from each other.

    `channel`, `thread` and `message` are the platform's ids; `thread` is "" outside of one and
    `message` "" until it is known. `kind` is the message's class; `attempt` and `turn` say what
    it is about; `data` is what else the platform needs, as JSON.
    """

    id: str
    part: str
    workspace: str
    channel: str
    thread: str
    message: str
    kind: str
    at: datetime
    attempt: str | None = None
    turn: int | None = None
    data: str = ""


class Places(Protocol):
    """Remembers places. Methods raise StorageError."""

    async def intend(self, place: Place) -> Place | None:
        """Remember a post that is about to be made; returns it as it was known, if it was."""
        ...

    async def put(self, place: Place) -> None:
        """Remember or replace a place."""
        ...

    async def known(self, post_id: str, part: str) -> Place | None:
        """Return a place by the id of its message."""
        ...

    async def at(self, workspace: str, channel: str, message: str) -> Place | None:
        """Return what stands there."""
        ...

    async def of_attempt(self, attempt: str, kind: str) -> Sequence[Place]:
        """Return an attempt's posts of a kind, oldest first."""
        ...
