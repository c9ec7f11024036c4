"""A real server with the room's routes, and a page played by a real client."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp
import pytest
from aiohttp import ClientWebSocketResponse, web

from core.errors import Refusal
from voice_bridge.room import Guest, Patience, Seats, routes
from voice_bridge.wire import Incoming, Wire

HELLO = {"type": "hello", "version": 1, "rate": 16000}
Script = Callable[[Wire, "Room"], Awaitable[None]]


async def _listen(wire: Wire, room: Room) -> None:
    async for one in wire.receive():
        room.heard.put_nowait(one)


@dataclass
class Room:
    """A server that holds calls by `script`, and what it heard. `left` is set as a hold ends."""

    script: Script = _listen
    seats: Seats = field(default_factory=Seats)
    heard: asyncio.Queue[Incoming] = field(default_factory=asyncio.Queue)
    held: list[Guest] = field(default_factory=list)
    broken: list[BaseException] = field(default_factory=list)
    left: asyncio.Event = field(default_factory=asyncio.Event)
    url: str = ""

    async def admit(self, request: web.Request) -> Guest:
        if request.headers.get("Cookie") == "nobody":
            raise Refusal("This call is somebody else's.", "Ask them.")
        return Guest("w", request.match_info["attempt"], "tia")

    async def hold(self, wire: Wire, guest: Guest) -> None:
        self.held.append(guest)
        try:
            await self.script(wire, self)
        except BaseException as error:
            self.broken.append(error)
            raise
        finally:
            self.left.set()

    @asynccontextmanager
    async def page(self, attempt: str = "t1", *, greets: bool = True) -> AsyncIterator[Page]:
        """Open a socket as the page does."""
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(f"{self.url}/calls/{attempt}/audio", timeout=_CLOSES) as socket,
        ):
            page = Page(socket)
            if greets:
                await socket.send_json(HELLO)
                assert await page.json() == {"type": "ready", "version": 1}
            yield page


_CLOSES = aiohttp.ClientWSTimeout(ws_close=1.0)


@dataclass
class Page:
    """The page's end."""

    socket: ClientWebSocketResponse

    async def json(self) -> dict[str, object]:
        """The next message in words."""
        message: dict[str, object] = await self.socket.receive_json(timeout=20)
        return message

    async def closed(self) -> tuple[int | None, str]:
        """Read to the end; the code and the words of the close."""
        while True:
            message = await self.socket.receive(timeout=20)
            if message.type is aiohttp.WSMsgType.CLOSE:
                return message.data, message.extra or ""
            if message.type not in {aiohttp.WSMsgType.TEXT, aiohttp.WSMsgType.BINARY}:
                return self.socket.close_code, ""


@asynccontextmanager
async def serving(room: Room, patience: Patience) -> AsyncIterator[None]:
    """Serve the room, by a server that waits no longer than this."""
    app = web.Application()
    app.add_routes(routes(room.admit, room.hold, room.seats, patience))
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    room.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield
    finally:
        await room.seats.empty()
        await runner.cleanup()


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    built = Room()
    async with serving(built, Patience()):
        yield built


@pytest.fixture
async def impatient() -> AsyncIterator[Room]:
    built = Room()
    async with serving(built, Patience(0.2, 0.2, 0.2)):
        yield built
