"""One WebSocket to the Realtime API: what comes in goes to whoever listens."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import aiohttp

from adapters.models.failures import Failure, ModelError
from adapters.models.openai.connection import NO_KEY, own
from adapters.models.openai.errors import of_status
from adapters.speech.realtime.events import Event
from adapters.speech.realtime.failures import OVER, of_error
from adapters.speech.realtime.settings import RealtimeSettings

_HEARTBEAT_S = 20.0
_LONGEST_MESSAGE = 16 * 2**20

Inbox = asyncio.Queue[Event | None]
"""Events as they come; None at last, when the socket is lost."""


class Socket:
    """An open socket, until it is `lost`. Made by `connect`; close with `aclose`."""

    def __init__(self, client: aiohttp.ClientSession, ws: aiohttp.ClientWebSocketResponse) -> None:
        self._client, self._ws = client, ws
        self._inboxes: set[Inbox] = set()
        self._why = Failure.BROKEN_STREAM
        self.lost = False
        # Read all the time: pings are answered also while nobody speaks.
        self._reading = asyncio.create_task(self._read(), name="realtime socket")

    async def send(self, event: Event) -> None:
        """Send an event. Raises ModelError when the socket is lost."""
        failed = self.lost
        if not failed:
            try:
                await self._ws.send_json(event)
            except (aiohttp.ClientError, ConnectionError):
                failed = True
        if failed:
            raise ModelError(self._why)

    @contextmanager
    def listening(self) -> Iterator[Inbox]:
        """Hand over a queue into which everything goes that comes in from now on."""
        inbox: Inbox = asyncio.Queue()
        self._inboxes.add(inbox)
        if self.lost:
            inbox.put_nowait(None)
        try:
            yield inbox
        finally:
            self._inboxes.discard(inbox)

    async def next(self, inbox: Inbox, within_s: float) -> Event:
        """Return the next event. Raises ModelError: too late, or the socket is lost."""
        event: Event | None = None
        why = Failure.TIMEOUT
        try:
            async with asyncio.timeout(within_s):
                event = await inbox.get()
            why = self._why
        except TimeoutError:
            pass
        if event is None:
            raise ModelError(why)
        return event

    async def aclose(self) -> None:
        """Close the socket; whoever listens learns that it is lost."""
        self._reading.cancel()
        await asyncio.gather(self._reading, return_exceptions=True)
        await self._ws.close()
        await self._client.close()

    async def _read(self) -> None:
        try:
            async for message in self._ws:
                event = _parsed(message)
                if event is None:
                    self._why = Failure.BAD_ANSWER
                    return
                self._heed(event)
                for inbox in self._inboxes:
                    inbox.put_nowait(event)
        finally:
            self.lost = True
            for inbox in self._inboxes:
                inbox.put_nowait(None)

    def _heed(self, event: Event) -> None:
        """Learn from an error that this session is over, before the server hangs up."""
        error = event.get("error") if event["type"] == "error" else None
        if isinstance(error, dict) and error.get("code") in OVER:
            self.lost, self._why = True, of_error(error).kind


async def connect(settings: RealtimeSettings) -> Socket:
    """Open a socket. Raises ModelError."""
    at = settings.at
    client = aiohttp.ClientSession(trust_env=not own(at.base_url))
    headers = {"Authorization": f"Bearer {at.api_key or NO_KEY}"}
    failed: ModelError
    try:
        async with asyncio.timeout(at.connect_s):
            ws = await client.ws_connect(
                settings.url,
                params={"model": at.model},
                headers=headers,
                heartbeat=_HEARTBEAT_S,
                max_msg_size=_LONGEST_MESSAGE,
            )
        return Socket(client, ws)
    except aiohttp.WSServerHandshakeError as error:
        failed = of_status(error.status, error.headers or {})
    except TimeoutError:
        failed = ModelError(Failure.TIMEOUT)
    except (aiohttp.ClientError, OSError):
        failed = ModelError(Failure.UNREACHABLE)
    except BaseException:
        await client.close()
        raise
    await client.close()
    raise failed


def _parsed(message: aiohttp.WSMessage) -> Event | None:
    if message.type is not aiohttp.WSMsgType.TEXT:
        return None
    try:
        event: Any = json.loads(message.data)
    except ValueError:
        return None
    return event if isinstance(event, dict) and isinstance(event.get("type"), str) else None
