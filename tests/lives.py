"""The life of a process: it can be ended at any line, and does nothing more from then on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.clients import Clients
from bots.slack.installations import Installed, not_installed
from bots.slack.settings import SlackSettings
from core.errors import StorageError
from core.places import Place, Places
from core.ports import Store, Unit
from tests.slack.town import Town


class Life:
    """`left` steps are left until the end; None: it goes on. `locked`: nothing can be saved."""

    def __init__(self, left: int | None = None) -> None:
        self.left = left
        self.steps = 0
        self.over = asyncio.Event()
        self.locked = False

    def step(self) -> None:
        """Take a step. Raises CancelledError once life is over: a dead process does nothing."""
        self.steps += 1
        if self.left is not None and self.steps > self.left:
            self.over.set()
        self.check()

    def check(self) -> None:
        """Raise CancelledError once life is over."""
        if self.over.is_set():
            raise asyncio.CancelledError


class MortalStore:
    """Implements `ports.Store`: dies before or after a transaction was committed."""

    def __init__(self, store: Store, life: Life) -> None:
        self._store = store
        self._life = life

    @asynccontextmanager
    async def unit(self, *, urgent: bool = False) -> AsyncIterator[Unit]:
        if self._life.locked:
            raise StorageError("the database is locked")
        async with self._store.unit() as unit:
            yield unit
            self._life.step()
        self._life.step()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Unit]:
        self._life.check()
        async with self._store.reading() as unit:
            yield unit


class MortalPlaces:
    """Implements `Places`: dies before or after a place was remembered."""

    def __init__(self, places: Places, life: Life) -> None:
        self._places = places
        self._life = life

    async def intend(self, place: Place) -> Place | None:
        self._life.step()
        return await self._places.intend(place)

    async def put(self, place: Place) -> None:
        self._life.step()
        await self._places.put(place)
        self._life.step()

    async def known(self, post_id: str, part: str) -> Place | None:
        self._life.check()
        return await self._places.known(post_id, part)

    async def at(self, workspace: str, channel: str, message: str) -> Place | None:
        self._life.check()
        return await self._places.at(workspace, channel, message)

    async def of_attempt(self, attempt: str, kind: str) -> Sequence[Place]:
        self._life.check()
        return await self._places.of_attempt(attempt, kind)


class MortalClient(AsyncWebClient):
    """Dies before Slack was asked, or before its answer was read."""

    life: Life

    async def api_call(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - the SDK's own
        self.life.step()
        answer = await super().api_call(*arguments, **named)
        self.life.step()
        return answer


class BothWorkspaces:
    """Implements `Installations`: acme and bravo, each with the token that the Town gave it."""

    def __init__(self, town: Town, settings: SlackSettings, life: Life) -> None:
        self._town = town
        self._clients = Clients(settings)
        self._life = life

    @property
    def bare(self) -> AsyncWebClient:
        return self._clients.make()

    async def installed(self, workspace_id: str) -> Installed:
        for each in self._town.workspaces:
            if each.team == workspace_id:
                client = self._client(each.bot_token)
                return Installed(each.team, each.name, each.bot, each.bot_user, client)
        raise not_installed(workspace_id)

    async def forget(self, workspace_id: str, removed_at: datetime) -> None:
        raise not_installed(workspace_id)

    async def close(self) -> None:
        await self._clients.close()

    def _client(self, token: str) -> AsyncWebClient:
        made = self._clients.make(token)
        client = MortalClient(
            made.token,
            base_url=made.base_url,
            session=made.session,
            retry_handlers=made.retry_handlers,
        )
        client.life = self._life
        return client
