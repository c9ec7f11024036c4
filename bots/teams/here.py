"""What the surface works with: Teams on one side, the practice's records on the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from bots.chat.faces import Faces
from bots.chat.papers import Papers
from bots.chat.records import Records
from bots.chat.soon import Soon
from bots.teams.connector import Connector, Refused
from bots.teams.posting import Posting
from bots.teams.references import Reference, Scope
from bots.teams.settings import TeamsSettings
from core.contacts import Contact, Contacts, Kind
from core.errors import ProviderError
from core.places import Place
from core.ports import CallRoom, Clock, Library, Ringer

_CHANNELS = ("@thread.tacv2", "@thread.skype")
_NOT_INSTALLED_S = 60.0
"""How long a message waits before it is tried again for somebody who does not have the app."""


@dataclass(frozen=True, slots=True)
class Here(Records):
    """The parts of the surface. `room` is None while no calls by voice can be held.

    `ringer` lets the customer call the trainee in Teams itself; None: by the call page alone.
    """

    settings: TeamsSettings
    connector: Connector
    library: Library
    contacts: Contacts
    posting: Posting
    faces: Faces
    papers: Papers
    clock: Clock
    soon: Soon
    room: CallRoom | None
    ringer: Ringer | None
    find: Callable[[str], Path | None]
    """Finds the file of a document or picture by its name."""

    known: dict[tuple[str, Kind, str], Contact] = field(default_factory=dict, kw_only=True)
    """Contacts, as far as they were asked for."""

    @property
    def voice(self) -> bool:
        """Whether calls by voice can be held."""
        return self.room is not None or self.ringer is not None

    async def contact(self, workspace: str, kind: Kind, name: str) -> Contact | None:
        """Return how somebody or something is reached. Raises StorageError."""
        key = workspace, kind, name
        if key not in self.known:
            found = await self.contacts.get(*key)
            if found is None:
                return None
            self.known[key] = found
        return self.known[key]

    async def remember(self, contact: Contact) -> None:
        """Keep a contact, if anything in it is new. Raises StorageError."""
        key = contact.workspace, contact.kind, contact.id
        known = await self.contact(*key)
        if known is None or replace(known, at=contact.at) != contact:
            await self.contacts.put(contact)
            self.known[key] = contact

    async def forget(self, workspace: str, kind: Kind, name: str) -> None:
        """Forget a contact: the app was removed there. Raises StorageError."""
        self.known.pop((workspace, kind, name), None)
        await self.contacts.forget(workspace, kind, name)

    async def tenant(self, workspace: str) -> Reference:
        """Return a reference of the tenant, of whatever conversation. Raises ProviderError."""
        found = await self.contact(workspace, Kind.WORKSPACE, workspace)
        if found is None:
            raise ProviderError("the app has never been heard from this tenant", retryable=True)
        return Reference.read(found.data)

    async def is_channel(self, workspace: str, conversation: str) -> bool:
        """Whether a conversation is a channel: by its id, or because it was met as one."""
        if any(mark in conversation for mark in _CHANNELS):
            return True
        return await self.contact(workspace, Kind.CHANNEL, conversation) is not None

    async def conversation(self, workspace: str, conversation: str, root: str = "") -> Reference:
        """Return a conversation of a tenant, or a thread of it. Raises ProviderError."""
        in_channel = await self.is_channel(workspace, conversation)
        scope = Scope.CHANNEL if in_channel else Scope.PERSONAL
        where = (await self.tenant(workspace)).at(conversation, scope)
        return where.thread(root) if root else where

    async def where(self, place: Place) -> Reference:
        """Return the conversation of a place. Raises ProviderError."""
        return await self.conversation(place.workspace, place.channel, place.thread)

    async def direct(self, workspace: str, person: str) -> Reference:
        """Return the personal chat with somebody; begins it where there is none.

        Raises ProviderError; retryable too when they do not have the app, for they may get it.
        """
        contact = await self.contact(workspace, Kind.PERSON, person)
        if contact is not None and contact.data:
            return Reference.read(contact.data)
        tenant = await self.tenant(workspace)
        try:
            found = await self.connector.begin_chat(tenant, person)
        except Refused as error:
            raise ProviderError(
                "they do not have the app in Teams yet",
                retryable=True,
                retry_after_s=_NOT_INSTALLED_S,
            ) from error
        where = tenant.at(found, Scope.PERSONAL)
        name = contact.name if contact else ""
        now = self.clock.now()
        await self.remember(Contact(workspace, Kind.PERSON, person, name, where.as_json(), now))
        return where
