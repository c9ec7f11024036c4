"""Who asks, from where, and how they are answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bots.chat.lately import Lately
from bots.teams import activities
from bots.teams.cards import Card
from bots.teams.connector import Refused
from bots.teams.here import Here
from bots.teams.references import Reference, Scope, tenant_of
from core.commands import Command, Envelope
from core.contacts import Kind
from core.errors import ProviderError
from core.ports import Desk

SETTLES_S = 8.0
"""Seconds for which what came of a message is waited for; later it comes by itself."""
AT_ONCE_S = 0.3
"""Seconds for which Teams may be kept waiting for the answer to a click."""

Then = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody in Teams. `where` is the conversation they are in, `key` names what they did.

    `message` is the post in which they pressed something, "" for none; `zone` the time zone that
    their Teams told, "" for none. `account` is their id as a chat's member, beside the directory's.
    """

    workspace: str
    person: str
    name: str
    where: Reference
    key: str
    message: str = ""
    zone: str = ""
    account: str = ""

    @classmethod
    def of(cls, activity: Mapping[str, Any], kind: str) -> Asker:
        """Return who did what an activity tells. Raises KeyError for one that does not tell it."""
        someone, where = activity["from"], Reference.of(activity)
        tenant = tenant_of(activity)
        return cls(
            tenant,
            str(someone.get("aadObjectId") or someone["id"]),
            str(someone.get("name") or ""),
            where,
            f"teams:{tenant}:{kind}:{where.conversation}:{activity.get('id') or ''}",
            str(activity.get("replyToId") or ""),
            _zone(activity),
            str(someone["id"]),
        )

    @property
    def personal(self) -> bool:
        """Whether they are in their personal chat with us."""
        return self.where.scope is Scope.PERSONAL


def _zone(activity: Mapping[str, Any]) -> str:
    """Return the time zone of whoever wrote: Teams tells it in one of two ways, or not at all."""
    told = activity.get("localTimezone")
    for entity in activity.get("entities") or ():
        told = told or (entity.get("timezone") if entity.get("type") == "clientInfo" else None)
    return str(told or "")


@dataclass(frozen=True, slots=True)
class Inbound:
    """What everything that listens works with."""

    here: Here
    desk: Desk
    answered: Lately = field(default_factory=Lately)

    async def submit(
        self, asker: Asker, command: Command, lane: str = "", part: str = ""
    ) -> Envelope:
        """Save a command under its activity's key. Raises StorageError."""
        envelope = Envelope(
            id=f"{asker.key}{part}",
            workspace=asker.workspace,
            by=asker.person,
            lane=lane or getattr(command, "attempt", "") or asker.person,
            command=command,
            at=self.here.clock.now(),
        )
        await self.desk.submit(envelope)
        return envelope

    def answer(self, asker: Asker, envelope: Envelope, done: str = "") -> None:
        """Say what came of it, when it is known: the refusal, or `done` if there is a word."""
        if envelope.id not in self.answered:
            self.answered.add(envelope.id)
            self.here.soon.do("answer", self._answer(asker, envelope, done))

    async def _answer(self, asker: Asker, envelope: Envelope, done: str) -> None:
        refusal = await self.desk.settled(envelope, SETTLES_S)
        if refusal or (done and refusal is not None):
            await self.tell(asker, refusal or done)

    async def soon(self, envelope: Envelope) -> str | None:
        """Return the refusal of what was clicked, "" when it is done, None when it takes longer."""
        return await self.desk.settled(envelope, AT_ONCE_S)

    async def tell(self, asker: Asker, said: str | Card) -> None:
        """Say something to somebody: in their personal chat, wherever they asked.

        Teams has no whisper in a channel. Where there is no personal chat, the answer stands in
        the channel's thread. Raises ProviderError.
        """
        shown = activities.plain(said) if isinstance(said, str) else activities.message(said)
        try:
            where = await self._aside(asker)
            await self.here.connector.send(where, shown)
        except Refused as error:
            if asker.personal:
                raise
            if error.gone:
                # They took the app away, and we did not hear of it.
                await self.here.forget(asker.workspace, Kind.PERSON, asker.person)
            await self.here.connector.send(asker.where, shown)

    async def point_aside(self, asker: Asker) -> None:
        """Say in a channel that the answer is elsewhere, if it is. Raises ProviderError."""
        if not asker.personal and (await self._aside(asker)).scope is Scope.PERSONAL:
            said = "I have answered you in our own chat."
            await self.here.connector.send(asker.where, activities.plain(said))

    async def _aside(self, asker: Asker) -> Reference:
        if asker.personal:
            return asker.where
        try:
            return await self.here.direct(asker.workspace, asker.person)
        except ProviderError:
            return asker.where

    def hint(self, asker: Asker, sentence: str) -> None:
        """Say something in passing; nobody waits for it."""
        self.here.soon.do("hint", self.tell(asker, sentence))
