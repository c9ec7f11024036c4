"""Delivery to Teams: personal chats, practice in them and in threads, channels."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from bots.chat.records import place_of
from bots.chat.surface import ChatSurface, Refresh
from bots.teams import activities
from bots.teams.attaching import attach
from bots.teams.cards import said_elsewhere
from bots.teams.connector import Refused
from bots.teams.here import Here
from bots.teams.pace import Sleep
from bots.teams.references import Reference, Scope
from bots.teams.renewing import Renewing
from bots.teams.streams import Streams
from bots.teams.typing import Typing
from bots.teams.viewing import activities_for, view_for
from core.contacts import Kind
from core.errors import ProviderError
from core.messages import (
    CallEnded,
    CallJoined,
    CallOpened,
    CoachSaid,
    CustomerSaid,
    Noted,
    Outgoing,
    Reviewed,
    ScoreCard,
    TimeWarning,
    ToThread,
    TraineeSaid,
)
from core.places import Place
from core.scenario import Mode

_OWN = (ScoreCard, CoachSaid, Reviewed, Noted)
STARTED_IN = "StartedIn"
"""The kind of the place that says in which channel a trainee began an attempt."""


class TeamsSurface(ChatSurface):
    """Implements `core.ports.Surface`."""

    def __init__(self, here: Here, refresh: Refresh, sleep: Sleep) -> None:
        super().__init__(here, refresh)
        self._here = here
        self._streams = Streams(here)
        self._typing = Typing(here, sleep)
        self._renewing = Renewing(here)

    async def typing(self, thread: ToThread, *, on: bool) -> None:
        """Show, or stop showing, that the customer is writing; nobody waits for it."""
        self._typing.show(thread.attempt, on=on)

    async def draft(self, thread: ToThread, turn: int, text: str) -> None:
        """Let a long line appear while it is written. Never raises."""
        await self._streams.draft(thread.attempt, turn, text)

    async def post(self, outgoing: Outgoing, place: Place, *, reader: str = "") -> Place | None:
        """Post the message there, unless it stands there. Raises ProviderError."""
        shown = await activities_for(self._here, outgoing, place.channel, reader)
        if not shown:
            return None
        where = await self._here.where(place)
        async with self._waiting(outgoing.workspace, reader, where):
            return await self._here.posting.post(where, place, shown)

    @asynccontextmanager
    async def _waiting(self, workspace: str, reader: str, where: Reference) -> AsyncIterator[None]:
        """Let what somebody cannot get who removed the app wait until they have it again."""
        try:
            yield
        except Refused as error:
            if error.gone and reader and where.scope is Scope.PERSONAL:
                await self._here.forget(workspace, Kind.PERSON, reader)
                raise ProviderError(str(error), retryable=True) from error
            raise

    async def direct_channel(self, workspace: str, person: str) -> str:
        """Return the personal chat with somebody. Raises ProviderError."""
        return (await self._here.direct(workspace, person)).conversation

    async def call_channel(self, outgoing: Outgoing, trainee: str) -> str:
        """Return where the trainee pressed Start: a channel, or else the personal chat."""
        attempt = getattr(outgoing.message, "attempt", "")
        begun = await self._here.places.of_attempt(attempt, STARTED_IN)
        if begun and begun[0].workspace == outgoing.workspace:
            return begun[0].channel
        return await self.direct_channel(outgoing.workspace, trainee)

    async def reply_place(self, outgoing: Outgoing, head: Place, trainee: str) -> Place:
        """Return where a message about a call is to stand: what is the trainee's own, with them.

        A channel reads along while they practise; how they did is for nobody else.
        """
        in_channel = await self._here.is_channel(head.workspace, head.channel)
        if in_channel and isinstance(outgoing.message, _OWN):
            return place_of(outgoing, await self.direct_channel(outgoing.workspace, trainee))
        return await super().reply_place(outgoing, head, trainee)

    async def thread_of(self, first: Place) -> str:
        """Return the thread that a message begins: only channels have any."""
        in_channel = await self._here.is_channel(first.workspace, first.channel)
        return first.message if in_channel else ""

    async def opened(
        self, outgoing: Outgoing, message: CallOpened, head: Place, trainee: str
    ) -> None:
        """Let the customer of a call by voice ring the trainee, once. Raises ProviderError."""
        ringer = self._here.ringer
        if ringer is None or message.mode is not Mode.VOICE:
            return
        ringing = replace(head, part="ring", kind="Ring", message="")
        if await self._here.places.intend(ringing) is None:
            await ringer.ring(outgoing.workspace, message.attempt, trainee)

    async def replied(self, outgoing: Outgoing, head: Place, trainee: str) -> None:
        """Let the head of a call tell how it stands. Raises ProviderError."""
        message = outgoing.message
        if isinstance(message, CallEnded | TimeWarning | CallJoined):
            await self._renewing.head(message, head, trainee)
        if isinstance(message, CallEnded):
            self._typing.show(message.attempt, on=False)
        if isinstance(message, ScoreCard):
            await self._renewing.scored(message.attempt)

    async def reviewed(self, message: Reviewed, asked_at: Place) -> None:
        """Let what was asked for tell of the review. Raises ProviderError."""
        await self._renewing.asked(message, asked_at)

    async def customer_said(self, outgoing: Outgoing, message: CustomerSaid, place: Place) -> None:
        """Post a line with the customer's name and picture at its head. Raises ProviderError."""
        shown = await activities_for(self._here, outgoing, place.channel, "")
        self._typing.show(message.attempt, on=False)
        where = await self._here.where(place)
        trainee = await self._here.trainee(message.attempt) or ""
        async with self._waiting(outgoing.workspace, trainee, where):
            await self._streams.finish(message, place, shown)
            await self._here.posting.post(where, place, shown)
            await attach(self._here, message, place)

    async def trainee_said(self, message: TraineeSaid, place: Place) -> None:
        """Show in the chat what the trainee said elsewhere; their own message shows itself."""
        if message.key.startswith(said_at(place.workspace, place.channel)):
            return
        view = await view_for(self._here, place.workspace, place.channel, "")
        shown = [activities.message(card) for card in said_elsewhere(message, view)]
        await self._here.posting.post(await self._here.where(place), place, shown)


def said_at(workspace: str, channel: str) -> str:
    """How the key of a turn begins that is a message of the trainee's in this channel."""
    return f"teams:{workspace}:message:{channel}"
