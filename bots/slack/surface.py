"""Delivery to Slack: direct messages, practice threads, channels of coaches and teams."""

from __future__ import annotations

from collections.abc import Callable

import structlog

from bots.slack.attaching import attach
from bots.slack.calls import CallCards
from bots.slack.cards import said_elsewhere
from bots.slack.errors import reason
from bots.slack.here import Here, elsewhere
from bots.slack.posting import Look
from bots.slack.renewing import Renewing
from bots.slack.status import Status
from bots.slack.streams import Streams
from bots.slack.viewing import card_for, said_at
from core.errors import PracticeError, ProviderError, StorageError
from core.messages import (
    CallEnded,
    CallJoined,
    CallLeft,
    CallOpened,
    CustomerSaid,
    Outgoing,
    ReviewAsked,
    Reviewed,
    ScoreCard,
    TimeWarning,
    ToChannel,
    ToPerson,
    ToReview,
    ToThread,
    TraineeSaid,
)
from core.places import Place

log = structlog.get_logger()
Refresh = Callable[[str, str], None]
"""Called with a workspace and a person whose Home tab may have changed."""

_CHANGES_HOME = (CallOpened, CallEnded, ScoreCard, Reviewed)


class SlackSurface:
    """Implements `core.ports.Surface`."""

    def __init__(self, here: Here, refresh: Refresh) -> None:
        self._here = here
        self._refresh = refresh
        self._streams = Streams(here)
        self._status = Status(here)
        self._calls = CallCards(here)
        self._renewing = Renewing(here)
        # Attempts whose review could be brought to nobody: what belongs below it is given up.
        self._unasked: set[str] = set()

    async def deliver(self, outgoing: Outgoing) -> None:
        """Show the message, once for its id. Raises ProviderError."""
        try:
            await self._deliver(outgoing)
        except StorageError as error:
            raise ProviderError("where it stands could not be kept", retryable=True) from error
        except PracticeError as error:
            raise ProviderError(str(error), retryable=False) from error

    async def typing(self, thread: ToThread, *, on: bool) -> None:
        """Show, or stop showing, that the customer is writing; nobody waits for it."""
        self._status.show(thread.attempt, on=on)

    async def draft(self, thread: ToThread, turn: int, text: str) -> None:
        """Let a long line appear while it is written. Never raises."""
        await self._streams.draft(thread.attempt, turn, text)

    async def _deliver(self, outgoing: Outgoing) -> None:
        match outgoing.to:
            case ToPerson(person):
                await self._to_person(outgoing, person)
            case ToChannel(channel):
                await self._to_channel(outgoing, channel)
            case ToReview(attempt):
                await self._to_review(outgoing, attempt)
            case ToThread(attempt):
                await self._to_thread(outgoing, attempt)

    async def _to_person(self, outgoing: Outgoing, person: str) -> None:
        channel = await self._here.direct_channel(outgoing.workspace, person)
        await self._post(outgoing, self._here.place(outgoing, channel), reader=person)
        self._refresh(outgoing.workspace, person)

    async def _to_channel(self, outgoing: Outgoing, channel: str) -> None:
        message = outgoing.message
        try:
            await self._post(outgoing, self._here.place(outgoing, channel))
        except ProviderError as error:
            if error.retryable or not isinstance(message, ReviewAsked):
                raise
            log.warning("slack_channel_refused", channel=channel, why=reason(error))
            await self._to_coaches(outgoing, message, error)
        if isinstance(message, ReviewAsked):
            for coach, _ in message.coaches:
                self._refresh(outgoing.workspace, coach)

    async def _to_coaches(self, outgoing: Outgoing, asked: ReviewAsked, why: ProviderError) -> None:
        """Ask each coach directly, where their channel cannot be written to."""
        if not asked.coaches:
            self._unasked.add(asked.attempt)
            raise why
        for coach, _ in asked.coaches:
            channel = await self._here.direct_channel(outgoing.workspace, coach)
            await self._post(outgoing, self._here.place(outgoing, channel, part=coach))

    async def _to_thread(self, outgoing: Outgoing, attempt_id: str) -> None:
        trainee = await self._trainee(attempt_id)
        message = outgoing.message
        if isinstance(message, CallOpened):
            await self._open(outgoing, message, trainee)
        else:
            head = await self._here.head(attempt_id)
            if head is None:
                raise ProviderError("the thread of this call is gone", retryable=False)
            place = self._here.place(outgoing, head.channel, head.message)
            await self._reply(outgoing, place, head, trainee)
        if isinstance(message, _CHANGES_HOME):
            self._refresh(outgoing.workspace, trainee)

    async def _open(self, outgoing: Outgoing, message: CallOpened, trainee: str) -> None:
        channel = await self._here.direct_channel(outgoing.workspace, trainee)
        head = await self._post(outgoing, self._here.place(outgoing, channel), reader=trainee)
        if head is not None:
            await self._calls.open(outgoing, message, head, trainee)

    async def _reply(self, outgoing: Outgoing, place: Place, head: Place, trainee: str) -> None:
        message = outgoing.message
        if isinstance(message, CustomerSaid):
            await self._customer_said(outgoing, message, place)
            return
        if isinstance(message, TraineeSaid):
            await self._trainee_said(message, place)
            return
        await self._post(outgoing, place, reader=trainee)
        if isinstance(message, CallJoined | CallLeft | CallEnded):
            await self._calls.follow(outgoing.workspace, message)
        if isinstance(message, CallEnded | TimeWarning | CallJoined):
            await self._renewing.head(message, head, trainee)
        if isinstance(message, CallEnded):
            self._status.show(message.attempt, on=False)
        if isinstance(message, ScoreCard):
            await self._renewing.scored(outgoing, message.attempt)

    async def _customer_said(self, outgoing: Outgoing, message: CustomerSaid, place: Place) -> None:
        card = await card_for(self._here, outgoing, "")
        if card is None:
            return
        if not await self._streams.finish(message, place, card):
            client = await self._here.client(outgoing.workspace)
            look = Look(message.customer.name, self._here.faces.url(message.customer.picture))
            await self._here.posting.post(client, place, card, look)
        self._status.show(message.attempt, on=False)
        await attach(self._here, message, place)

    async def _trainee_said(self, message: TraineeSaid, place: Place) -> None:
        """Show in the thread what the trainee said elsewhere; their own message shows itself."""
        if message.key.startswith(said_at(place.workspace, place.channel)):
            return
        client = await self._here.client(place.workspace)
        await self._here.posting.post(client, place, said_elsewhere(message))

    async def _to_review(self, outgoing: Outgoing, attempt_id: str) -> None:
        """Answer in every place where the review was asked for."""
        known = await self._here.places.of_attempt(attempt_id, "ReviewAsked")
        places = [place for place in known if place.message]
        if not places:
            if isinstance(outgoing.message, Reviewed):
                return  # of a review that nobody asked for
            lost = attempt_id in self._unasked
            raise ProviderError("the review is not posted yet", retryable=not lost)
        for asked_at in places:
            place = self._here.place(outgoing, asked_at.channel, asked_at.message)
            await self._post(outgoing, elsewhere(place, asked_at.channel))
            if isinstance(outgoing.message, Reviewed):
                await self._renewing.asked(outgoing.message, asked_at)

    async def _post(self, outgoing: Outgoing, place: Place, *, reader: str = "") -> Place | None:
        card = await card_for(self._here, outgoing, reader)
        if card is None:
            return None
        client = await self._here.client(outgoing.workspace)
        return await self._here.posting.post(client, place, card)

    async def _trainee(self, attempt_id: str) -> str:
        trainee = await self._here.trainee(attempt_id)
        if trainee is None:
            raise ProviderError("this call is gone", retryable=False)
        return trainee
