"""Delivery to a chat platform: whom a message reaches and where, the same on every one of them.

A platform adds how a post is made; this is which posts there are.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable

import structlog

from bots.chat.records import Records, elsewhere, place_of
from core.errors import PracticeError, ProviderError, StorageError
from core.messages import (
    CallEnded,
    CallOpened,
    CustomerSaid,
    Outgoing,
    ReviewAsked,
    Reviewed,
    ScoreCard,
    ToChannel,
    ToPerson,
    ToReview,
    ToThread,
    TraineeSaid,
)
from core.places import Place

log = structlog.get_logger()
Refresh = Callable[[str, str], None]
"""Called with a workspace and a person for whom My Training may have changed."""

_CHANGES_TRAINING = (CallOpened, CallEnded, ScoreCard, Reviewed)


class ChatSurface(ABC):
    """The delivering half of `core.ports.Surface`."""

    def __init__(self, records: Records, refresh: Refresh) -> None:
        self._records = records
        self._refresh = refresh
        # Attempts whose review could be brought to nobody: what belongs below it is given up.
        self._unasked: set[str] = set()

    @abstractmethod
    async def post(self, outgoing: Outgoing, place: Place, *, reader: str = "") -> Place | None:
        """Post the message there, unless it stands there; None where there is nothing to post.

        `reader` is the trainee of the practice, "" for anybody else. Raises ProviderError.
        """

    @abstractmethod
    async def direct_channel(self, workspace: str, person: str) -> str:
        """Return the channel of direct messages with somebody. Raises ProviderError."""

    @abstractmethod
    async def customer_said(self, outgoing: Outgoing, message: CustomerSaid, place: Place) -> None:
        """Post a line of the customer's. Raises ProviderError."""

    @abstractmethod
    async def trainee_said(self, message: TraineeSaid, place: Place) -> None:
        """Post what the trainee said elsewhere. Raises ProviderError."""

    @abstractmethod
    async def opened(
        self, outgoing: Outgoing, message: CallOpened, head: Place, trainee: str
    ) -> None:
        """Do what follows when the head of a call stands. Raises ProviderError."""

    @abstractmethod
    async def replied(self, outgoing: Outgoing, head: Place, trainee: str) -> None:
        """Do what follows when a message stands in a call's thread. Raises ProviderError."""

    @abstractmethod
    async def reviewed(self, message: Reviewed, asked_at: Place) -> None:
        """Let what was asked for tell of the review. Raises ProviderError."""

    async def call_channel(self, outgoing: Outgoing, trainee: str) -> str:
        """Return the channel in which a call is held. Raises ProviderError."""
        return await self.direct_channel(outgoing.workspace, trainee)

    async def reply_place(self, outgoing: Outgoing, head: Place, trainee: str) -> Place:
        """Return where a message about a call is to stand. Raises ProviderError, StorageError."""
        del trainee
        return place_of(outgoing, head.channel, await self.thread_of(head))

    async def thread_of(self, first: Place) -> str:
        """Return the thread that a message begins. Raises StorageError."""
        return first.message

    async def deliver(self, outgoing: Outgoing) -> None:
        """Show the message, once for its id. Raises ProviderError."""
        try:
            await self._deliver(outgoing)
        except StorageError as error:
            raise ProviderError("where it stands could not be kept", retryable=True) from error
        except PracticeError as error:
            raise ProviderError(str(error), retryable=False) from error

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
        channel = await self.direct_channel(outgoing.workspace, person)
        await self.post(outgoing, place_of(outgoing, channel), reader=person)
        self._refresh(outgoing.workspace, person)

    async def _to_channel(self, outgoing: Outgoing, channel: str) -> None:
        message = outgoing.message
        try:
            await self.post(outgoing, place_of(outgoing, channel))
        except ProviderError as error:
            if error.retryable or not isinstance(message, ReviewAsked):
                raise
            log.warning("channel_refused", channel=channel, why=str(error))
            await self._to_coaches(outgoing, message, error)
        if isinstance(message, ReviewAsked):
            for coach, _ in message.coaches:
                self._refresh(outgoing.workspace, coach)

    async def _to_coaches(self, outgoing: Outgoing, asked: ReviewAsked, why: ProviderError) -> None:
        """Ask each coach directly, where their channel cannot be written to."""
        if not asked.coaches:
            self._unasked.add(asked.attempt)
            raise why
        failed: ProviderError | None = None
        for coach, _ in asked.coaches:
            try:
                channel = await self.direct_channel(outgoing.workspace, coach)
                await self.post(outgoing, place_of(outgoing, channel, part=coach))
            except ProviderError as error:
                # One who cannot be reached yet keeps no other from hearing of it.
                failed = error
        if failed is not None:
            raise failed

    async def _to_thread(self, outgoing: Outgoing, attempt_id: str) -> None:
        trainee = await self._trainee(attempt_id)
        message = outgoing.message
        if isinstance(message, CallOpened):
            await self._open(outgoing, message, trainee)
        else:
            head = await self._records.head(attempt_id)
            if head is None:
                raise ProviderError("the thread of this call is gone", retryable=False)
            await self._reply(outgoing, head, trainee)
        if isinstance(message, _CHANGES_TRAINING):
            self._refresh(outgoing.workspace, trainee)

    async def _open(self, outgoing: Outgoing, message: CallOpened, trainee: str) -> None:
        channel = await self.call_channel(outgoing, trainee)
        head = await self.post(outgoing, place_of(outgoing, channel), reader=trainee)
        if head is not None:
            await self.opened(outgoing, message, head, trainee)

    async def _reply(self, outgoing: Outgoing, head: Place, trainee: str) -> None:
        message = outgoing.message
        place = await self.reply_place(outgoing, head, trainee)
        if isinstance(message, CustomerSaid):
            await self.customer_said(outgoing, message, place)
        elif isinstance(message, TraineeSaid):
            await self.trainee_said(message, place)
        else:
            await self.post(outgoing, place, reader=trainee)
            await self.replied(outgoing, head, trainee)

    async def _to_review(self, outgoing: Outgoing, attempt_id: str) -> None:
        """Answer in every place where the review was asked for."""
        known = await self._records.places.of_attempt(attempt_id, "ReviewAsked")
        places = [place for place in known if place.message]
        if not places:
            if isinstance(outgoing.message, Reviewed):
                return  # of a review that nobody asked for
            lost = attempt_id in self._unasked
            raise ProviderError("the review is not posted yet", retryable=not lost)
        for asked_at in places:
            place = place_of(outgoing, asked_at.channel, await self.thread_of(asked_at))
            await self.post(outgoing, elsewhere(place, asked_at.channel))
            if isinstance(outgoing.message, Reviewed):
                await self.reviewed(outgoing.message, asked_at)

    async def _trainee(self, attempt_id: str) -> str:
        trainee = await self._records.trainee(attempt_id)
        if trainee is None:
            raise ProviderError("this call is gone", retryable=False)
        return trainee
