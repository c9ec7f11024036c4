"""Long lines of the customer's, which appear while they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from bots.chat.texts import clean
from bots.slack.cards import Card
from bots.slack.errors import asked, reason
from bots.slack.here import Here
from bots.slack.status import look_of
from core.attempt import Attempt
from core.errors import ProviderError, StorageError
from core.messages import CustomerSaid
from core.places import Place

log = structlog.get_logger()

LONG = 200
"""Characters from which a line appears while it is written."""
_MARKS = re.compile(r"([\\`*_~\[\]()#>|!<&])")
_LOOK_BACK = 200


@dataclass(frozen=True, slots=True)
class _Stream:
    """A line under way, with what is shown of it; None: it is only completed at its end."""

    place: Place
    shown: str | None


class Streams:
    """Lines under way. What is lost of them with the process is shown whole by `finish`."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._open: dict[tuple[str, int], _Stream] = {}

    async def draft(self, attempt_id: str, turn: int, text: str) -> None:
        """Show what there is of a line, if it is long enough to be worth it. Never raises."""
        key = attempt_id, turn
        if key not in self._open and len(text) < LONG:
            return
        try:
            stream = self._open.get(key)
            if stream is None:
                await self._begin(attempt_id, turn, text)
            elif stream.shown is not None and text.startswith(stream.shown):
                await self._append(key, stream, text[len(stream.shown) :], text)
        except (ProviderError, StorageError) as error:
            log.info("slack_stream_left", attempt=attempt_id, error=str(error))

    async def finish(self, message: CustomerSaid, place: Place, card: Card) -> bool:
        """Show the whole line where its beginning stands; False when it stands nowhere.

        Raises ProviderError, and StorageError.
        """
        stream = self._open.get((message.attempt, message.turn))
        known = stream.place if stream else await self._left_over(place)
        if known is None:
            return False
        client = await self._here.client(place.workspace)
        known = known if known.message else await self._found(client, known)
        whole = known is not None and await self._complete(client, known, card)
        if known is not None and whole:
            await self._here.posting.keep(replace(known, part="", kind=place.kind))
        self._open.pop((message.attempt, message.turn), None)
        return whole

    async def _left_over(self, place: Place) -> Place | None:
        """Return a stream that another process began, where there may be one."""
        head = await self._here.head(place.attempt or "")
        if head is not None and self._here.posting.is_ours(head):
            return None
        return await self._here.places.known(place.id, "stream")

    async def _begin(self, attempt_id: str, turn: int, text: str) -> None:
        """Begin a stream, unless an earlier process did: that one is completed at its end."""
        attempt, head = await self._here.attempt(attempt_id), await self._here.head(attempt_id)
        if attempt is None or head is None:
            return
        place = self._place(attempt, head, turn)
        known = await self._here.places.intend(place)
        if known is not None:
            self._open[attempt_id, turn] = _Stream(known, None)
            return
        self._open[attempt_id, turn] = _Stream(place, None)
        client = await self._here.client(attempt.workspace)
        answer = await asked(
            client.chat_startStream(
                channel=head.channel,
                thread_ts=head.message,
                recipient_team_id=attempt.workspace,
                recipient_user_id=attempt.trainee,
                markdown_text=_markdown(text),
                **await look_of(self._here, attempt),
            )
        )
        place = replace(place, message=str(answer["ts"]))
        self._open[attempt_id, turn] = _Stream(place, text)
        await self._here.places.put(place)

    def _place(self, attempt: Attempt, head: Place, turn: int) -> Place:
        return Place(
            id=f"call:{attempt.id}:turn{turn}",
            part="stream",
            workspace=attempt.workspace,
            channel=head.channel,
            thread=head.message,
            message="",
            kind="Stream",
            at=self._here.clock.now(),
            attempt=attempt.id,
            turn=turn,
        )

    async def _append(self, key: tuple[str, int], stream: _Stream, more: str, whole: str) -> None:
        client, place = await self._here.client(stream.place.workspace), stream.place
        # Whether a piece arrived whose answer is lost, nobody knows: no other follows it.
        self._open[key] = replace(stream, shown=None)
        await asked(
            client.chat_appendStream(
                channel=place.channel, ts=place.message, markdown_text=_markdown(more)
            )
        )
        self._open[key] = replace(stream, shown=whole)

    async def _complete(self, client: AsyncWebClient, place: Place, card: Card) -> bool:
        """End the stream and show the line in its place; False when somebody took it away."""
        where: dict[str, Any] = {"channel": place.channel, "ts": place.message}
        try:
            await asked(client.chat_stopStream(**where))
        except ProviderError as error:
            # One that has ended by itself, when nothing came for long, is as good.
            if error.retryable:
                raise
        try:
            await asked(client.chat_update(**where, text=card.text, blocks=list(card.blocks)))
        except ProviderError as error:
            if reason(error) != "message_not_found":
                raise
            return False
        return True

    async def _found(self, client: AsyncWebClient, place: Place) -> Place | None:
        """Look for a stream whose beginning was never answered: ours, and known for nothing."""
        answer = await asked(
            client.conversations_replies(
                channel=place.channel,
                ts=place.thread,
                oldest=f"{place.at.timestamp() - 5:.6f}",
                include_all_metadata=True,
                limit=_LOOK_BACK,
            )
        )
        messages: list[dict[str, Any]] = answer.get("messages", [])
        for message in messages:
            if not message.get("bot_id") or message.get("metadata") or message.get("files"):
                continue
            ts = str(message["ts"])
            if await self._here.places.at(place.workspace, place.channel, ts) is None:
                return replace(place, message=ts)
        return None


def _markdown(text: str) -> str:
    """Return the text so that Markdown shows it as it is."""
    return _MARKS.sub(r"\\\1", clean(text))
