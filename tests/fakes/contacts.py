"""Contacts in memory."""

from __future__ import annotations

from collections.abc import Sequence

from core.contacts import Contact, Kind


class MemoryContacts:
    """Implements `core.contacts.Contacts`."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, Kind, str], Contact] = {}

    async def put(self, contact: Contact) -> None:
        """Add or replace."""
        self._kept[contact.workspace, contact.kind, contact.id] = contact

    async def get(self, workspace: str, kind: Kind, id_: str) -> Contact | None:
        """One, by the platform's id."""
        return self._kept.get((workspace, kind, id_))

    async def all(self, workspace: str, kind: Kind) -> Sequence[Contact]:
        """A workspace's of a kind, by name."""
        found = [c for c in self._kept.values() if (c.workspace, c.kind) == (workspace, kind)]
        return sorted(found, key=lambda contact: (contact.name, contact.id))

    async def forget(self, workspace: str, kind: Kind, id_: str) -> None:
        """Remove, if it is known."""
        self._kept.pop((workspace, kind, id_), None)
