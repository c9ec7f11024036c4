"""Delivery to Slack: direct messages, practice threads, channels of coaches and teams."""

from __future__ import annotations

from bots.chat.surface import ChatSurface, Refresh
from bots.slack.attaching import attach
from bots.slack.calls import CallCards
from bots.slack.cards import said_elsewhere
from bots.slack.here import Here
from bots.slack.posting import Look
from bots.slack.renewing import Renewing
from bots.slack.status import Status
from bots.slack.streams import Streams
from bots.slack.viewing import card_for, said_at
from core.messages import (
    CallEnded,
    CallJoined,
    CallLeft,
    CallOpened,
    CustomerSaid,
    Outgoing,
    Reviewed,
    ScoreCard,
    TimeWarning,
    ToThread,
    TraineeSaid,
)
from core.places import Place


class SlackSurface(ChatSurface):
    """Implements `core.ports.Surface`."""

    def __init__(self, here: Here, refresh: Refresh) -> None:
        super().__init__(here, refresh)
        self._here = here
        self._streams = Streams(here)
        self._status = Status(here)
        self._calls = CallCards(here)
        self._renewing = Renewing(here)

    async def typing(self, thread: ToThread, *, on: bool) -> None:
        """Show, or stop showing, that the customer is writing; nobody waits for it."""
        self._status.show(thread.attempt, on=on)

    async def draft(self, thread: ToThread, turn: int, text: str) -> None:
        """Let a long line appear while it is written. Never raises."""
        await self._streams.draft(thread.attempt, turn, text)

    async def post(self, outgoing: Outgoing, place: Place, *, reader: str = "") -> Place | None:
        """Post the message there, unless it stands there. Raises ProviderError."""
        card = await card_for(self._here, outgoing, reader)
        if card is None:
            return None
        client = await self._here.client(outgoing.workspace)
        return await self._here.posting.post(client, place, card)

    async def direct_channel(self, workspace: str, person: str) -> str:
        """Return the channel of direct messages with somebody. Raises ProviderError."""
        return await self._here.direct_channel(workspace, person)

    async def opened(
        self, outgoing: Outgoing, message: CallOpened, head: Place, trainee: str
    ) -> None:
        """Put the card of a call by voice below its head. Raises ProviderError."""
        await self._calls.open(outgoing, message, head, trainee)

    async def replied(self, outgoing: Outgoing, head: Place, trainee: str) -> None:
        """Let head, call card and status tell how the call stands now. Raises ProviderError."""
        message = outgoing.message
        if isinstance(message, CallJoined | CallLeft | CallEnded):
            await self._calls.follow(outgoing.workspace, message)
        if isinstance(message, CallEnded | TimeWarning | CallJoined):
            await self._renewing.head(message, head, trainee)
        if isinstance(message, CallEnded):
            self._status.show(message.attempt, on=False)
        if isinstance(message, ScoreCard):
            await self._renewing.scored(outgoing, message.attempt)

    async def reviewed(self, message: Reviewed, asked_at: Place) -> None:
        """Let what was asked for tell of the review. Raises ProviderError."""
        await self._renewing.asked(message, asked_at)

    async def customer_said(self, outgoing: Outgoing, message: CustomerSaid, place: Place) -> None:
        """Post a line under the customer's own name and picture. Raises ProviderError."""
        card = await card_for(self._here, outgoing, "")
        if card is None:
            return
        if not await self._streams.finish(message, place, card):
            client = await self._here.client(outgoing.workspace)
            look = Look(message.customer.name, self._here.faces.url(message.customer.picture))
            await self._here.posting.post(client, place, card, look)
        self._status.show(message.attempt, on=False)
        await attach(self._here, message, place)

    async def trainee_said(self, message: TraineeSaid, place: Place) -> None:
        """Show in the thread what the trainee said elsewhere; their own message shows itself."""
        if message.key.startswith(said_at(place.workspace, place.channel)):
            return
        client = await self._here.client(place.workspace)
        await self._here.posting.post(client, place, said_elsewhere(message))
