"""Delivery to Slack: direct messages, practice threads, channels of coaches and teams."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bots.slack.attaching import attach
from bots.slack.calls import CallCards
from bots.slack.cards import Card, HeadState, View, render, render_head, render_reviewed
from bots.slack.errors import asked, reason, unless_refused
from bots.slack.here import Here, elsewhere
from bots.slack.posting import Look
from bots.slack.streams import Streams
from core.errors import PracticeError, ProviderError, StorageError
from core.messages import (
    AssignmentOffered,
    Briefing,
    CallEnded,
    CallJoined,
    CallLeft,
    CallOpened,
    CustomerSaid,
    Message,
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
from core.people import Person
from core.places import Place
from core.scenario import Mode

Refresh = Callable[[str, str], None]
"""Called with a workspace and a person whose Home tab may have changed."""

_CHANGES_HOME = (CallOpened, CallEnded, ScoreCard, Reviewed)
_GONE = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})


class SlackSurface:
    """Implements `core.ports.Surface`."""

    def __init__(self, here: Here, refresh: Refresh) -> None:
        self._here = here
        self._refresh = refresh
        self._streams = Streams(here)
        self._calls = CallCards(here)

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
        self._here.soon.do("typing", self._streams.typing(thread.attempt, on=on))

    async def draft(self, thread: ToThread, turn: int, text: str) -> None:
        """Let a long line appear while it is written. Never raises."""
        await self._streams.draft(thread.attempt, turn, text)

    async def _deliver(self, outgoing: Outgoing) -> None:
        match outgoing.to:
            case ToPerson(person):
                await self._to_person(outgoing, person)
            case ToChannel(channel):
                await self._post(outgoing, self._here.place(outgoing, channel))
            case ToReview(attempt):
                await self._to_review(outgoing, attempt)
            case ToThread(attempt):
                await self._to_thread(outgoing, attempt)

    async def _to_person(self, outgoing: Outgoing, person: str) -> None:
        channel = await self._here.direct_channel(outgoing.workspace, person)
        await self._post(outgoing, self._here.place(outgoing, channel), reader=person)
        self._refresh(outgoing.workspace, person)

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
            await self._customer_said(outgoing, message, place, trainee)
            return
        if isinstance(message, TraineeSaid):
            await self._trainee_said(message, place)
            return
        await self._post(outgoing, place, reader=trainee)
        if isinstance(message, CallJoined | CallLeft | CallEnded):
            await self._calls.follow(outgoing.workspace, message)
        if isinstance(message, CallEnded | TimeWarning | CallJoined):
            await self._renew_head(outgoing, head, trainee)
        if isinstance(message, ScoreCard):
            await self._clear_scoring(outgoing.workspace, message.attempt)

    async def _customer_said(
        self, outgoing: Outgoing, message: CustomerSaid, place: Place, trainee: str
    ) -> None:
        card = await self._card(outgoing, trainee)
        if card is None:
            return
        if not await self._streams.finish(message, place, card):
            client = await self._here.client(outgoing.workspace)
            look = Look(message.customer.name, self._here.faces.url(message.customer.picture))
            await self._here.posting.post(client, place, card, look)
        await attach(self._here, message, place)

    async def _trainee_said(self, message: TraineeSaid, place: Place) -> None:
        """Remember where the trainee's own line stands, so that a quote can lead there."""
        prefix, _, ts = message.key.rpartition(":")
        if prefix == f"slack:{place.workspace}:message:{place.channel}":
            await self._here.posting.keep(replace(place, message=ts))

    async def _to_review(self, outgoing: Outgoing, attempt_id: str) -> None:
        """Answer in every place where the review was asked for."""
        known = await self._here.places.of_attempt(attempt_id, "ReviewAsked")
        places = [place for place in known if place.message]
        if not places:
            if isinstance(outgoing.message, Reviewed):
                return  # of a review that nobody asked for
            raise ProviderError("the review is not posted yet", retryable=True)
        for asked_at in places:
            place = self._here.place(outgoing, asked_at.channel, asked_at.message)
            await self._post(outgoing, elsewhere(place, asked_at.channel))
            if isinstance(outgoing.message, Reviewed):
                await self._renew_asked(outgoing.message, asked_at)

    async def _post(self, outgoing: Outgoing, place: Place, *, reader: str = "") -> Place | None:
        card = await self._card(outgoing, reader)
        if card is None:
            return None
        client = await self._here.client(outgoing.workspace)
        return await self._here.posting.post(client, place, card)

    async def _card(self, outgoing: Outgoing, reader: str) -> Card | None:
        message = outgoing.message
        no_room = self._here.room is None
        if isinstance(message, AssignmentOffered | Briefing) and no_room:
            # No call can be held here, so none is offered.
            message = replace(message, mode=Mode.CHAT)
        return render(message, await self._view(outgoing, reader))

    async def _view(self, outgoing: Outgoing, reader: str) -> View:
        person = await self._here.person(outgoing.workspace, reader) if reader else None
        links: dict[int, str] = {}
        if isinstance(outgoing.message, ScoreCard):
            links = await self._line_links(outgoing.workspace, outgoing.message)
        return View(_zone(person), self._here.clock.now(), own=bool(reader), line_link=links.get)

    async def _line_links(self, workspace: str, card: ScoreCard) -> dict[int, str]:
        """Return addresses of the lines that a score card quotes, as far as they are to be had."""
        numbers = {quote.turn for criterion in card.criteria for quote in criterion.quotes}
        lines = await self._here.places.of_attempt(card.attempt, "CustomerSaid")
        lines = [*lines, *await self._here.places.of_attempt(card.attempt, "TraineeSaid")]
        client = await self._here.client(workspace)
        found: dict[int, str] = {}
        for place in lines:
            if place.turn not in numbers or not place.message:
                continue
            link = await permalink(client, place)
            if link:
                found[place.turn] = link
        return found

    async def _renew_head(self, outgoing: Outgoing, head: Place, trainee: str) -> None:
        said = await self._here.said(head)
        if said is None or not isinstance(said.message, CallOpened):
            return
        view = await self._view(outgoing, trainee)
        await self._update(head, render_head(said.message, view, _state(outgoing.message)))

    async def _renew_asked(self, done: Reviewed, place: Place) -> None:
        said = await self._here.said(place)
        if said is None or not isinstance(said.message, ReviewAsked):
            return
        view = await self._view(said, "")
        await self._update(place, render_reviewed(said.message, done, view))

    async def _update(self, place: Place, card: Card) -> None:
        """Show a post anew; that it is gone meanwhile does not matter."""
        client = await self._here.client(place.workspace)
        arguments: dict[str, Any] = {"text": card.text, "blocks": list(card.blocks)}
        try:
            await asked(client.chat_update(channel=place.channel, ts=place.message, **arguments))
        except ProviderError as error:
            if reason(error) not in _GONE:
                raise

    async def _clear_scoring(self, workspace: str, attempt: str) -> None:
        """Take "Scoring…" away: the score card stands there now."""
        client = await self._here.client(workspace)
        for place in await self._here.places.of_attempt(attempt, "Scoring"):
            if place.message:
                await unless_refused(client.chat_delete(channel=place.channel, ts=place.message))

    async def _trainee(self, attempt_id: str) -> str:
        async with self._here.store.reading() as unit:
            attempt = await unit.attempt(attempt_id)
        if attempt is None:
            raise ProviderError("this call is gone", retryable=False)
        return attempt.trainee


async def permalink(client: Any, place: Place) -> str:  # noqa: ANN401 - an AsyncWebClient
    """Return the address of a post, "" when Slack does not tell it."""
    try:
        answer = await asked(
            client.chat_getPermalink(channel=place.channel, message_ts=place.message)
        )
    except ProviderError:
        return ""
    return str(answer.get("permalink", ""))


def _state(message: Message) -> HeadState:
    match message:
        case CallEnded():
            return HeadState(lasted_s=message.lasted_s)
        case CallJoined():
            return HeadState(deadline=message.deadline)
    return HeadState()


def _zone(person: Person | None) -> str:
    return person.time_zone if person else "UTC"
