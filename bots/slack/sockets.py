"""Socket Mode under watch: a connection that is dead or deaf is replaced, and what it missed read.

Users of Slack's libraries tell of connections that stay open and bring nothing more, mostly after
a reconnect. So a task of ours looks every second: whether the connection is closed, whether Slack
asked for another, whether what works behind it has stopped, and when the last frame came.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

import structlog
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bots.chat.soon import Soon
from bots.slack.connection import Connection
from bots.slack.pace import Sleep
from bots.slack.token_check import TokenCheck, Told
from core.errors import ProviderError

log = structlog.get_logger()

_LOOK_S = 1.0
_PING_S = 10.0
_SILENT_S = 30.0
"""So long without a frame, pings unanswered, and the connection is dead."""
_QUIET_S = 600.0
"""A connection may answer pings and bring no events: after so long without any, try another."""
_HELD_S = 60.0
"""Whoever holds so long has held: the next trouble is not the last one's."""
_LONGEST_WAIT_S = 60.0


def _chance() -> float:
    return random.uniform(0.5, 1.0)  # noqa: S311 - spreads retries, guards nothing


@dataclass(frozen=True, slots=True)
class Watch:
    """How the watch tells time, in seconds. `chance` gives the share of a wait that is waited."""

    monotonic: Callable[[], float] = time.monotonic
    sleep: Sleep = asyncio.sleep
    chance: Callable[[], float] = _chance


class Sockets:
    """Keeps one connection open. `back` is called whenever there is a new one: read what is missed.

    `client` opens connections; one that has a token also tells whether Slack still takes it.
    """

    def __init__(
        self,
        app: AsyncApp,
        app_token: str,
        client: AsyncWebClient,
        back: Callable[[], Awaitable[None]],
        watch: Watch = Watch(),
    ) -> None:
        self._make = partial(Connection, app, app_token, client, watch.monotonic)
        self._back = back
        self._watch = watch
        self._token = TokenCheck(client, watch.monotonic)
        self._told = Told("socket")
        self._soon = Soon()
        self._connection: Connection | None = None
        self._tries = 0
        self._not_before = self._ping_at = float("-inf")
        self._watching: asyncio.Task[None] | None = None

    @property
    def heard_at(self) -> float:
        """When the last frame came, in the watch's seconds; minus infinity before the first."""
        return self._connection.heard_at if self._connection else float("-inf")

    async def start(self) -> None:
        """Begin to connect and to watch. It does not wait for Slack, which may be away."""
        if self._watching is None:
            self._watching = asyncio.create_task(self._keep(), name="slack sockets")

    async def close(self) -> None:
        """Stop watching and disconnect; what came in may still be acknowledged for a moment."""
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
            self._watching = None
        await self._soon.close()
        if self._connection is not None:
            await self._connection.leave()
            self._connection = None

    async def _keep(self) -> None:
        while True:
            try:
                await self._look()
            except Exception:
                # The watch outlives whatever goes wrong in it: nobody would miss it.
                log.exception("slack_watch_failed")
            await self._watch.sleep(_LOOK_S)

    async def _look(self) -> None:
        why = self._trouble()
        if not why:
            await self._ping()
        elif self._watch.monotonic() >= self._not_before:
            await self._replace(why)
        await self._token.look()

    def _trouble(self) -> str:
        connection, now = self._connection, self._watch.monotonic()
        if connection is None:
            return "new"
        if connection.trouble:
            return connection.trouble
        if now - connection.heard_at > _SILENT_S:
            return "silent"
        if now - connection.told_at > _QUIET_S:
            return "quiet"
        if now - connection.opened_at > _HELD_S:
            self._tries = 0
        return ""

    async def _ping(self) -> None:
        now = self._watch.monotonic()
        if self._connection is not None and now >= self._ping_at:
            self._ping_at = now + _PING_S
            try:
                await self._connection.ping()
            except ProviderError:
                # The silence that follows will tell.
                log.info("slack_ping_failed")

    async def _replace(self, why: str) -> None:
        """Open a new connection, and only then leave the old one: nothing falls between."""
        self._put_off(min(_LONGEST_WAIT_S, 2.0**self._tries) * self._watch.chance())
        self._tries = min(self._tries + 1, 10)
        fresh = self._make()
        try:
            await fresh.open()
        except ProviderError as error:
            await fresh.leave()
            self._put_off(error.retry_after_s or 0.0)
            self._told.trouble(error)
            return
        except BaseException:
            await fresh.leave()
            raise
        old, self._connection = self._connection, fresh
        self._told.well()
        log.info("slack_connected", why=why)
        self._soon.do("catching up", self._catch_up())
        if old is not None:
            await old.leave()

    async def _catch_up(self) -> None:
        await self._back()

    def _put_off(self, wait_s: float) -> None:
        self._not_before = max(self._not_before, self._watch.monotonic() + wait_s)
