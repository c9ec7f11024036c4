"""Reads what was missed: messages in the threads of running calls and of reviews that wait.

Whoever takes them knows each message by its place, so one that came before changes nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.errors import asked, reason
from bots.slack.pace import Sleep
from core.attempt import Attempt, Speaker
from core.errors import ProviderError, StorageError
from core.places import Places
from core.ports import Store, Unit
from core.scenario import Mode

log = structlog.get_logger()
Take = Callable[[str, dict[str, Any]], Awaitable[None]]

_EARLIER = timedelta(minutes=2)
"""Clocks differ, and a message may have been missed before one that came."""
_AT_ONCE = 4
_PAGE = 200
_TRIES = 3
_KINDS = frozenset({None, "file_share", "thread_broadcast"})
_KEPT = ("type", "subtype", "user", "text", "ts", "thread_ts", "files", "blocks", "client_msg_id")


@dataclass(frozen=True, slots=True)
class _Thread:
    """A thread to be read: `kind` is the class of the message at its head."""

    workspace: str
    attempt: str
    kind: str
    since: datetime


class CatchUp:
    """Hands every message of a human in those threads to `take`, with its workspace."""

    def __init__(
        self,
        store: Store,
        places: Places,
        client_of: Callable[[str], Awaitable[AsyncWebClient]],
        take: Take,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._store = store
        self._places = places
        self._client_of = client_of
        self._take = take
        self._sleep = sleep
        self._room = asyncio.Semaphore(_AT_ONCE)
        self._running = self._again = False

    async def run(self) -> None:
        """Read all threads; while that goes on, another call only lets it be done once more.

        Raises StorageError when it cannot be told which threads there are.
        """
        self._again = True
        if self._running:
            return
        self._running = True
        try:
            while self._again:
                self._again = False
                await self._once()
        finally:
            self._running = False

    async def _once(self) -> None:
        async with self._store.reading() as unit:
            threads = await _threads(unit)
        async with asyncio.TaskGroup() as group:
            for thread in threads:
                group.create_task(self._guarded(thread))

    async def _guarded(self, thread: _Thread) -> None:
        """Read a thread. Its trouble is its own."""
        async with self._room:
            try:
                await self._read(thread)
            except (ProviderError, StorageError) as error:
                why = reason(error) or type(error).__name__
                log.warning("slack_thread_not_read", attempt=thread.attempt, why=why)
            except Exception:
                log.exception("slack_thread_failed", attempt=thread.attempt)

    async def _read(self, thread: _Thread) -> None:
        heads = await self._places.of_attempt(thread.attempt, thread.kind)
        for head in heads:
            if not head.message or head.workspace != thread.workspace:
                continue
            client = await self._client_of(thread.workspace)
            async for message in self._replies(client, head.channel, head.message, thread.since):
                if _human(message):
                    await self._take(thread.workspace, _event(message, head.channel, head.message))

    async def _replies(
        self, client: AsyncWebClient, channel: str, root: str, since: datetime
    ) -> AsyncIterator[dict[str, Any]]:
        cursor = ""
        while True:
            page = partial(
                client.conversations_replies,
                channel=channel,
                ts=root,
                oldest=f"{since.timestamp():.6f}",
                inclusive=True,
                limit=_PAGE,
                cursor=cursor or None,
            )
            answer = await self._patiently(page)
            for message in answer["messages"]:
                yield message
            cursor = str((answer.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return

    async def _patiently(self, call: Callable[[], Awaitable[Any]]) -> Any:  # noqa: ANN401 - Slack's
        """Await a call; wait out what Slack asks for, and try a little at what may pass."""
        tries = 0
        while True:
            try:
                return await asked(call())
            except ProviderError as error:
                if error.retry_after_s is None:
                    tries += 1
                if not error.retryable or tries >= _TRIES:
                    raise
                await self._sleep(error.retry_after_s or float(2**tries))


async def _threads(unit: Unit) -> Sequence[_Thread]:
    """Return the threads of Slack's workspaces in which somebody may have written."""
    here = [each.id for each in await unit.workspaces() if each.platform == "slack"]
    running = [await unit.attempt(each) for each in await unit.running()]
    calls = [
        _Thread(each.workspace, each.id, "CallOpened", _since(each) - _EARLIER)
        for each in running
        if each is not None and each.mode is Mode.CHAT and each.workspace in here
    ]
    reviews = [
        _Thread(workspace, each.attempt, "ReviewAsked", each.at - _EARLIER)
        for workspace in here
        for each in await unit.waiting_reviews(workspace)
    ]
    return [*calls, *reviews]


def _since(attempt: Attempt) -> datetime:
    """Return when the trainee last spoke here: the customer may have, while it missed them."""
    spoke = [turn.at for turn in attempt.turns if turn.speaker is Speaker.TRAINEE]
    return max(spoke, default=attempt.started_at or attempt.created_at)


def _human(message: dict[str, Any]) -> bool:
    known = message.get("subtype") in _KINDS and not message.get("bot_id")
    return known and bool(message.get("user")) and message["ts"] != message.get("thread_ts")


def _event(message: dict[str, Any], channel: str, root: str) -> dict[str, Any]:
    """Return the message as the event that Slack would have sent."""
    kept = {key: message[key] for key in _KEPT if key in message}
    return {**kept, "type": "message", "channel": channel, "thread_ts": root}
