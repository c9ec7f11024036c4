"""What is seen of a customer who writes: "typing", and long lines that appear as they come."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.cards import Card
from bots.slack.errors import asked
from bots.slack.here import Here
from bots.slack.texts import clean
from core.attempt import Attempt
from core.errors import ProviderError, StorageError
from core.messages import CustomerSaid
from core.places import Place

log = structlog.get_logger()

LONG = 200
"""Characters from which a line appears while it is written."""
_MARKS = re.compile(r"([\\`*_~\[\]()#>|!<&])")
_WRITES = "is writing…"


@dataclass(frozen=True, slots=True)
class _Stream:
    place: Place
    shown: str


class Streams:
    """Lines under way. What is lost of them with the process is shown whole by `finish`."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._open: dict[tuple[str, int], _Stream] = {}

    async def typing(self, attempt_id: str, *, on: bool) -> None:
        """Show that the customer writes, or no longer does."""
        attempt, head = await self._attempt(attempt_id), await self._here.head(attempt_id)
        if attempt is None or head is None:
            return
        client = await self._here.client(attempt.workspace)
        face = await self._face(attempt)
        await asked(
            client.assistant_threads_setStatus(
                channel_id=head.channel,
                thread_ts=head.message,
                status=_WRITES if on else "",
                **face,
            )
        )

    async def draft(self, attempt_id: str, turn: int, text: str) -> None:
        """Show what there is of a line, if it is long enough to be worth it. Never raises."""
        key = attempt_id, turn
        if key not in self._open and len(text) < LONG:
            return
        try:
            stream = self._open.get(key)
            if stream is None:
                await self._begin(attempt_id, turn, text)
            elif text.startswith(stream.shown):
                await self._append(key, stream, text)
        except (ProviderError, StorageError) as error:
            log.info("slack_stream_left", attempt=attempt_id, error=str(error))

    async def finish(self, message: CustomerSaid, place: Place, card: Card) -> bool:
        """Show the whole line where its beginning stands; False when it stands nowhere.

        Raises ProviderError, and StorageError.
        """
        key = message.attempt, message.turn
        stream = self._open.pop(key, None)
        known = stream.place if stream else await self._here.places.known(place.id, "stream")
        if known is None or not known.message:
            return False
        client = await self._here.client(place.workspace)
        await self._stop(client, known)
        await asked(
            client.chat_update(
                channel=known.channel,
                ts=known.message,
                text=card.text,
                blocks=list(card.blocks),
            )
        )
        await self._here.posting.keep(replace(known, part="", kind=place.kind))
        return True

    async def _begin(self, attempt_id: str, turn: int, text: str) -> None:
        attempt, head = await self._attempt(attempt_id), await self._here.head(attempt_id)
        if attempt is None or head is None:
            return
        client = await self._here.client(attempt.workspace)
        face = await self._face(attempt)
        answer = await asked(
            client.chat_startStream(
                channel=head.channel,
                thread_ts=head.message,
                recipient_team_id=attempt.workspace,
                recipient_user_id=attempt.trainee,
                markdown_text=_markdown(text),
                **face,
            )
        )
        place = Place(
            id=f"call:{attempt_id}:turn{turn}",
            part="stream",
            workspace=attempt.workspace,
            channel=head.channel,
            thread=head.message,
            message=str(answer["ts"]),
            kind="Stream",
            at=self._here.clock.now(),
            attempt=attempt_id,
            turn=turn,
        )
        self._open[attempt_id, turn] = _Stream(place, text)
        await self._here.places.put(place)

    async def _append(self, key: tuple[str, int], stream: _Stream, text: str) -> None:
        more = text[len(stream.shown) :]
        client = await self._here.client(stream.place.workspace)
        await asked(
            client.chat_appendStream(
                channel=stream.place.channel,
                ts=stream.place.message,
                markdown_text=_markdown(more),
            )
        )
        self._open[key] = replace(stream, shown=text)

    async def _stop(self, client: AsyncWebClient, place: Place) -> None:
        """End the stream. One that has ended by itself, when nothing came for long, is as good."""
        try:
            await asked(client.chat_stopStream(channel=place.channel, ts=place.message))
        except ProviderError as error:
            if error.retryable:
                raise

    async def _attempt(self, attempt_id: str) -> Attempt | None:
        async with self._here.store.reading() as unit:
            return await unit.attempt(attempt_id)

    async def _face(self, attempt: Attempt) -> dict[str, Any]:
        async with self._here.store.reading() as unit:
            scenario = await unit.pinned(attempt.scenario_id, attempt.scenario_revision)
        if scenario is None:
            return {}
        picture = self._here.faces.url(scenario.persona.picture)
        return {"username": scenario.persona.name, **({"icon_url": picture} if picture else {})}


def _markdown(text: str) -> str:
    """Return the text so that Markdown shows it as it is."""
    return _MARKS.sub(r"\\\1", clean(text))
