"""Posts to Slack, each message once: what may have been posted before a crash is looked for first.

Slack does not tell a repeated message from a new one. So each carries its id as metadata, and a
message from before the start, or one whose answer was lost, is looked for where it would stand.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.cards import Card
from bots.slack.errors import Doubtful, asked
from bots.slack.pace import Pace
from core.errors import ProviderError
from core.places import Place, Places

EVENT = "scrimmage_message"
_LOOK_BACK = 200
_REMEMBERED = 5_000
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Look:
    """Under whose name and picture a message stands; the app's own when empty."""

    name: str = ""
    picture: str = ""

    def arguments(self) -> dict[str, str]:
        """Return what chat.postMessage takes."""
        given = {"username": self.name, "icon_url": self.picture}
        return {key: value for key, value in given.items() if value}


class Posting:
    """Posts, and remembers where. `started` is when this process began."""

    def __init__(self, places: Places, pace: Pace, started: datetime) -> None:
        self._places = places
        self._pace = pace
        self._started = started
        self._doubted: set[tuple[str, str]] = set()
        # What this process posted: it may be asked for again before it is marked as delivered.
        self._posted: OrderedDict[tuple[str, str], Place] = OrderedDict()

    async def post(
        self, client: AsyncWebClient, place: Place, card: Card, look: Look | None = None
    ) -> Place:
        """Post the card where the place says, unless it stands there; returns the place.

        Raises ProviderError, and StorageError.
        """
        known = await self.standing(client, place)
        if known is not None:
            return known
        await self._pace.wait(place.channel)
        arguments: dict[str, Any] = {
            "channel": place.channel,
            "text": card.text,
            "metadata": {"event_type": EVENT, "event_payload": _payload(place)},
            "unfurl_links": False,
            "unfurl_media": False,
            **({"blocks": list(card.blocks)} if card.blocks else {}),
            **({"thread_ts": place.thread} if place.thread else {}),
            **(look.arguments() if look else {}),
        }
        try:
            answer = await asked(client.chat_postMessage(**arguments))
        except Doubtful:
            self._doubted.add((place.id, place.part))
            raise
        except ProviderError as error:
            if error.retry_after_s is not None:
                self._pace.rest(place.channel, error.retry_after_s)
            raise
        return await self.keep(replace(place, message=str(answer["ts"])))

    async def patiently(self, channel: str, call: Callable[[], Awaitable[object]]) -> None:
        """Say something in passing: at the channel's pace, and again where it may pass.

        Raises ProviderError.
        """
        for tries in range(_TRIES):
            await self._pace.wait(channel)
            try:
                await asked(call())
            except ProviderError as error:
                if not error.retryable or tries + 1 == _TRIES:
                    raise
                self._pace.rest(channel, error.retry_after_s or 1.0)
            else:
                return

    async def keep(self, place: Place) -> Place:
        """Remember where a message stands."""
        key = place.id, place.part
        self._posted[key] = place
        if len(self._posted) > _REMEMBERED:
            self._posted.popitem(last=False)
        await self._places.put(place)
        self._doubted.discard(key)
        return place

    def is_ours(self, place: Place) -> bool:
        """Whether what stands there was said since this process began."""
        return place.at >= self._started

    async def standing(self, client: AsyncWebClient, place: Place) -> Place | None:
        """Return where the message stands already, None when it is nowhere."""
        key = place.id, place.part
        if key in self._posted:
            return self._posted[key]
        doubted = key in self._doubted
        if self.is_ours(place) and not doubted:
            return None
        known = await self._places.known(place.id, place.part)
        if known is not None and known.message:
            return known
        found = await _find(client, place)
        return await self.keep(replace(known or place, message=found)) if found else None


def _payload(place: Place) -> dict[str, str]:
    return {"id": place.id, "part": place.part}


async def _find(client: AsyncWebClient, place: Place) -> str:
    """Look where the message would stand; returns its ts, "" when it is not there."""
    arguments: dict[str, Any] = {
        "channel": place.channel,
        "include_all_metadata": True,
        "limit": _LOOK_BACK,
        "oldest": f"{place.at.timestamp() - 5:.6f}",
    }
    try:
        if place.thread:
            answer = await asked(client.conversations_replies(ts=place.thread, **arguments))
        else:
            answer = await asked(client.conversations_history(**arguments))
    except ProviderError as error:
        if error.retryable:
            raise
        # A channel that may not be read may still be one that can be written to.
        return ""
    messages: list[dict[str, Any]] = answer.get("messages", [])
    for message in messages:
        if message.get("metadata", {}).get("event_payload") == _payload(place):
            return str(message["ts"])
    return ""
