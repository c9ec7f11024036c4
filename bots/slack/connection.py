"""One connection of Socket Mode. It does not mend itself: whoever watches it opens another.

slack_sdk's client reconnects by itself, and now and then comes out of that deaf: with a closed
session that it keeps, without the task that would look, or over a link that nobody reads. All its
ways to a new connection go through one method, which here only says that this one is over.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Any, Literal

import aiohttp
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.errors import asked

_OPEN_S = 10.0
_LEAVE_S = 3.0
"""Slack waits so long for an answer: what is not saved by then is sent again anyway."""
_TASKS = 3
"""What slack_sdk keeps running behind a connection: one that receives, one that hands on, one that
looks."""
# The client would log what people say, and addresses that let one in.
_SILENT = logging.getLogger(__name__)
_SILENT.disabled = True


class _Socket(aiohttp.ClientWebSocketResponse[Literal[True]]):
    """Tells of every frame, pongs too."""

    on_frame: Callable[[], None] | None = None

    async def receive(self, timeout: float | None = None) -> Any:  # noqa: ANN401, ASYNC109 - as aiohttp has it
        message = await super().receive(timeout)
        if self.on_frame is not None:
            self.on_frame()
        return message


class Connection(SocketModeClient):
    """Opened once and left once. `heard_at` is when the last frame came, `told_at` the last word.

    Both are seconds by `monotonic`.
    """

    def __init__(
        self,
        app: AsyncApp,
        app_token: str,
        client: AsyncWebClient,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(app_token, logger=_SILENT, web_client=client, ping_interval=_OPEN_S)
        self._monotonic = monotonic
        self._over = ""
        self._working: set[asyncio.Task[Any]] = set()
        self.opened_at = self.heard_at = self.told_at = monotonic()
        _Handler(app, self)

    async def open(self) -> None:
        """Connect. Raises ProviderError; leave it then too."""
        await self.aiohttp_client_session.close()
        self.aiohttp_client_session = aiohttp.ClientSession(ws_response_class=_Socket)
        answer = await asked(self.web_client.apps_connections_open(app_token=self.app_token))
        self.wss_uri = str(answer["url"])
        await asked(self._connect())
        self.opened_at = self.heard_at = self.told_at = self._monotonic()
        if isinstance(self.current_session, _Socket):
            self.current_session.on_frame = self._heard

    async def _connect(self) -> None:
        # Not wait_for: it swallows a cancellation that comes just when it is done.
        async with asyncio.timeout(_OPEN_S):
            await self.connect()  # type: ignore[no-untyped-call] # slack_sdk left it so

    @property
    def trouble(self) -> str:
        """Why nothing more can come over this connection, as far as can be seen; "" for nothing."""
        session = self.current_session
        if self._over:
            return self._over
        if session is None or session.closed or self.aiohttp_client_session.closed:
            return "closed"
        tasks = self._tasks()
        return "stopped" if len(tasks) < _TASKS or any(task.done() for task in tasks) else ""

    async def ping(self) -> None:
        """Ask for a pong, which is a frame. Raises ProviderError."""
        await asked(self._ping())

    async def _ping(self) -> None:
        if self.current_session is not None:
            async with asyncio.timeout(_LEAVE_S):
                await self.current_session.ping(b"scrimmage")

    async def leave(self) -> None:
        """Let what came in be saved and acknowledged for a moment, then close everything."""
        self.closed = True
        await _ended(self._tasks())
        if self._working:
            await asyncio.wait(self._working, timeout=_LEAVE_S)
        await _ended(self._working)
        try:
            async with asyncio.timeout(_LEAVE_S):
                await self.close()  # type: ignore[no-untyped-call] # slack_sdk left it so
        except (TimeoutError, OSError, aiohttp.ClientError):
            await self.aiohttp_client_session.close()

    async def connect_to_new_endpoint(self, force: bool = False) -> None:  # noqa: FBT001, FBT002 - slack_sdk's
        """Say that this connection is over, instead of replacing it from within."""
        self._over = self._over or ("asked" if force else "ended")

    async def run_message_listeners(self, message: dict[str, Any], raw_message: str) -> None:
        """Hold the task that works on a message: slack_sdk lets go of it."""
        self.told_at = self._monotonic()
        task = asyncio.current_task()
        if task is None:
            return
        self._working.add(task)
        try:
            await super().run_message_listeners(message, raw_message)
        finally:
            self._working.discard(task)

    def _heard(self) -> None:
        self.heard_at = self._monotonic()

    def _tasks(self) -> list[asyncio.Future[Any]]:
        tasks = self.message_processor, self.current_session_monitor, self.message_receiver
        return [task for task in tasks if task is not None]


class _Handler(AsyncSocketModeHandler):
    """Bolt's own, around a connection of ours. What fails is acknowledged to nobody."""

    def __init__(self, app: AsyncApp, connection: Connection) -> None:
        self.app = app
        self.client = connection
        connection.socket_mode_request_listeners.append(self.handle)  # type: ignore[arg-type] # as Bolt


async def _ended(tasks: Any) -> None:  # noqa: ANN401 - tasks and futures, however they are kept
    tasks = list(tasks)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
