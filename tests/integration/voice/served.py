"""Real calls on a real server: the pages, the practice and its store; ears and a voice in code."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import ClientWebSocketResponse, WSMsgType

from core.attempt import Attempt, Call
from core.beats import Beat
from core.commands import Accept
from core.ports import Sentence
from core.reading import Note
from core.speech import FRAME_BYTES, RATE
from tests.call_house import CallHouse, call_house
from tests.fakes.coded_speech import Phrasebook, coded_speech
from tests.fakes.customer import ScriptedCustomer
from tests.fakes.speech import silence
from tests.house import TRAINEE
from tests.web_house import Visitor
from voice_bridge.calls import Calls
from voice_bridge.room import Guest, Patience
from voice_bridge.studio import Studio
from voice_bridge.wire import Wire

HELLO = {"type": "hello", "version": 1, "rate": RATE}
_LONG = 20.0


class Talkative(ScriptedCustomer):
    """Says as many words more: four of them are a second of sound."""

    def __init__(self, words: int = 0) -> None:
        super().__init__()
        self.more = " ".join(["blah"] * words)

    async def say(self, call: Call, beat: Beat) -> AsyncIterator[Sentence | Note]:
        async for said in super().say(call, beat):
            if isinstance(said, Sentence):
                yield Sentence(f"{said.text} {self.more}".strip(), said.line)
            else:
                yield said


@dataclass
class Page:
    """A page's end of the line."""

    socket: ClientWebSocketResponse

    async def next(self, kind: str) -> dict[str, Any]:
        """Listen until a message of this type comes."""
        async with asyncio.timeout(_LONG):
            while True:
                message = await self.socket.receive()
                assert message.type in {WSMsgType.TEXT, WSMsgType.BINARY}, message
                found: dict[str, Any] = message.json() if message.type is WSMsgType.TEXT else {}
                if found.get("type") == kind:
                    return found

    async def line_over(self) -> None:
        """Listen until a line of the customer's is over, and entered."""
        while (await self.next("state"))["state"] != "listening":
            pass

    async def closed(self) -> tuple[int, str]:
        """Listen to the end; the code and the words with which it was closed."""
        async with asyncio.timeout(_LONG):
            while True:
                message = await self.socket.receive()
                if message.type is WSMsgType.CLOSE:
                    return message.data, message.extra or ""
                assert message.type in {WSMsgType.TEXT, WSMsgType.BINARY}, message

    async def hears(self) -> bytes:
        """Listen until there is sound of the customer's."""
        async with asyncio.timeout(_LONG):
            while True:
                message = await self.socket.receive()
                if message.type is WSMsgType.BINARY and any(message.data):
                    return bytes(message.data)

    async def sends(self, audio: bytes) -> None:
        """Send sound all at once, in the largest pieces that the protocol takes."""
        for at in range(0, len(audio), 10 * FRAME_BYTES):
            await self.socket.send_bytes(audio[at : at + 10 * FRAME_BYTES])

    async def is_quiet(self, seconds: float = 1.0) -> None:
        """Send silence, as long as it lasts."""
        for _ in range(round(seconds / 0.1)):
            await self.socket.send_bytes(silence(100))
            await asyncio.sleep(0.1)


@dataclass
class Served:
    """A server on which one call is about to be held."""

    house: CallHouse
    calls: Calls
    book: Phrasebook
    visitor: Visitor
    gone: asyncio.Event

    @property
    def url(self) -> str:
        """Where the call's sound is."""
        return f"{self.visitor.base}calls/t1/audio"

    @property
    def headers(self) -> dict[str, str]:
        """What a page of the server's own sends along."""
        return {"Origin": str(self.visitor.base).rstrip("/")}

    @asynccontextmanager
    async def page(self, *, greets: bool = True) -> AsyncIterator[Page]:
        """Open the call's socket as the page does; no word about a goodbye at the end."""
        session = self.visitor.session
        async with session.ws_connect(
            self.url, headers=self.headers, timeout=aiohttp.ClientWSTimeout(ws_close=1.0)
        ) as socket:
            page = Page(socket)
            if greets:
                await socket.send_json(HELLO)
                await page.next("ready")
            yield page

    async def attempt(self) -> Attempt:
        """The attempt as it is kept."""
        return await self.house.pages.inner.attempt()

    async def nobody_there(self) -> None:
        """Wait until no page is on the line."""
        async with asyncio.timeout(_LONG):
            await self.gone.wait()

    async def spoken(self) -> list[str]:
        """Who has spoken so far."""
        return [turn.speaker.value for turn in (await self.attempt()).turns]


async def _ready() -> None:
    """Fakes are always warm."""


@asynccontextmanager
async def served(
    folder: Path, words: int = 0, patience: Patience | None = None
) -> AsyncIterator[Served]:
    """Open a server; its customer says so many words a line."""
    async with call_house(folder, patience=patience) as house:
        inner, book = house.pages.inner, Phrasebook()
        assert await inner.does(Accept("as1")) == ""
        await house.start("t1")
        speech, customer = coded_speech(book), Talkative(words)
        studio = Studio(inner.store, inner.lanes, inner.clock, inner.ids, customer, speech, _ready)
        calls, gone = Calls(studio), asyncio.Event()
        inner.lanes.watch(calls.changed)

        async def hold(wire: Wire, guest: Guest) -> None:
            gone.clear()
            try:
                await calls.hold(wire, guest)
            finally:
                gone.set()

        house.hold = hold
        async with house.pages.visit(TRAINEE) as visitor:
            try:
                yield Served(house, calls, book, visitor, gone)
            finally:
                await calls.close()
