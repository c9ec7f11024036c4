"""A Town that goes by the time of the watch, an app as ours is, and the watch over its socket."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.storage import SqlStore, open_store
from bots.slack.clients import Clients
from bots.slack.settings import SlackSettings
from bots.slack.sockets import Sockets, Watch
from tests.integration.slack_sockets.moments import Moments
from tests.slack.emulated import Emulated
from tests.slack.fixtures import emulated
from tests.slack.town import Town

__all__ = ["emulated"]


class Back:
    """Counts how often it was said that a connection is new."""

    def __init__(self) -> None:
        self.times = 0
        self.again = asyncio.Event()

    async def __call__(self) -> None:
        self.times += 1
        if self.times > 1:
            self.again.set()


@pytest.fixture
async def moments() -> Moments:
    return Moments()


@pytest.fixture
async def town(emulated: tuple[Emulated, Emulated], moments: Moments) -> AsyncIterator[Town]:
    async with Town(*emulated, clock=lambda: moments.now) as open_town:
        yield open_town


@pytest.fixture
async def client(town: Town) -> AsyncIterator[AsyncWebClient]:
    clients = Clients(SlackSettings(api_url=town.url))
    yield clients.make(town.acme.bot_token)
    await clients.close()


@pytest.fixture
def gate() -> asyncio.Event:
    """Holds /slow up until it is set."""
    return asyncio.Event()


@pytest.fixture
def app(client: AsyncWebClient, gate: asyncio.Event) -> AsyncApp:
    bolt = AsyncApp(client=client, signing_secret="s", process_before_response=True)

    @bolt.command("/slow")
    async def slow(ack: AsyncAck) -> None:
        await gate.wait()
        await ack("done")

    @bolt.command("/fails")
    async def fails(ack: AsyncAck) -> None:
        raise OSError

    @bolt.event("message")
    async def event(body: dict[str, Any]) -> None:
        if body["event"]["text"] == "fail":
            raise OSError

    @bolt.view("form")
    async def form(ack: AsyncAck) -> None:
        await ack(response_action="errors", errors={"field": "Say more."})

    @bolt.error
    async def failed(error: Exception) -> BoltResponse:
        return BoltResponse(status=500, body="")

    return bolt


@pytest.fixture
def back() -> Back:
    return Back()


@pytest.fixture
async def sockets(
    app: AsyncApp, client: AsyncWebClient, back: Back, moments: Moments, gate: asyncio.Event
) -> AsyncIterator[Sockets]:
    """Sockets that are not started."""
    watch = Watch(moments.monotonic, moments.sleep, lambda: 1.0)
    made = Sockets(app, "xapp-scrimmage", client, back, watch)
    yield made
    gate.set()
    await made.close()


@pytest.fixture
def logs() -> Iterator[list[Any]]:
    with structlog.testing.capture_logs() as captured:
        yield captured


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    opened = await open_store(f"sqlite:///{tmp_path}/practice.db")
    yield opened
    await opened.close()
