"""Where on a platform somebody or something is reached, so that we can speak first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Kind(StrEnum):
    """What is reached."""

    PERSON = "person"
    TEAM = "team"
    CHANNEL = "channel"
    WORKSPACE = "workspace"


@dataclass(frozen=True, slots=True)
class Contact:
    """How a person, a team, a channel or a whole workspace of a platform is reached.

    `id` is the platform's own, `name` what people call it, and `data` what the platform needs to
    reach it, as JSON. `at` is when this was last learnt.
    """

    workspace: str
    kind: Kind
    id: str
    name: str
    data: str
    at: datetime


class Contacts(Protocol):
    """Remembers contacts, each workspace's by themselves. Methods raise StorageError."""

    async def put(self, contact: Contact) -> None:
        """Add or replace a contact."""
        ...

    async def get(self, workspace: str, kind: Kind, id_: str) -> Contact | None:
        """Return a contact by the platform's id."""
        ...

    async def all(self, workspace: str, kind: Kind) -> Sequence[Contact]:
        """Return a workspace's contacts of a kind, by name."""
        ...

    async def forget(self, workspace: str, kind: Kind, id_: str) -> None:
        """Remove a contact; one that is unknown is forgotten already."""
        ...
