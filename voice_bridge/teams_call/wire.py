"""The far end of a call in Teams: the media socket that Azure opens to us."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass

from aiohttp import WebSocketError, WSMsgType, web

from core.speech import FRAME_BYTES
from voice_bridge.teams_call.frames import STOP, Metadata, read, write
from voice_bridge.wire import Broken, Close, HungUp, Incoming, Notice, Sound


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds that we wait: for the first message, for sound to be taken, at the end.

    `word` is how long after the socket has closed Azure may take to say that somebody hung up.
    """

    hello: float = 10.0
    taking: float = 5.0
    closing: float = 2.0
    word: float = 5.0


_USUAL = Patience()


class AcsWire:
    """Implements `voice_bridge.wire.Wire`. Azure does not tell what was played: no `Played`."""

    def __init__(
        self,
        socket: web.WebSocketResponse,
        abort: Callable[[], None],
        patience: Patience = _USUAL,
    ) -> None:
        """Take a socket that is open; `abort` drops its connection without another word."""
        self._socket = socket
        self._abort = abort
        self._patience = patience
        self._rest = b""
        self._told = asyncio.Event()
        self._hung_up = False
        self._closed = False

    async def receive(self) -> AsyncIterator[Incoming]:
        """Yield sound, and HungUp when Azure has said so; ends with the socket. Raises Broken."""
        first = await self._hello()
        while first and (text := await self._text()) is not None:
            frame = read(text)
            if isinstance(frame, Sound):
                yield frame
        if not self._closed:
            # Whether this was the trainee or the network comes by another way, in any order.
            with suppress(TimeoutError):
                async with asyncio.timeout(self._patience.word):
                    await self._told.wait()
        if self._hung_up:
            yield HungUp()

    async def _hello(self) -> bool:
        """Take the first message; False when the socket closed instead. Raises Broken."""
        try:
            async with asyncio.timeout(self._patience.hello):
                text = await self._text()
        except TimeoutError:
            raise Broken(Close.NO_HELLO, "no word of what the sound is like") from None
        if text is None:
            return False
        frame = read(text)
        if not isinstance(frame, Metadata):
            raise Broken(Close.GARBAGE, "the first message must say what the sound is like")
        if not frame.fits:
            raise Broken(Close.WRONG_RATE, "the sound must be PCM, 16,000 Hz, one channel")
        return True

    async def _text(self) -> str | None:
        """Return the next message, None when there is none to come. Raises Broken."""
        message = await self._socket.receive()
        if message.type is WSMsgType.TEXT:
            return str(message.data)
        if message.type is WSMsgType.BINARY:
            raise Broken(Close.GARBAGE, "messages are text")
        if message.type is WSMsgType.ERROR and isinstance(message.data, WebSocketError):
            raise Broken(Close.GARBAGE, "this is no message of a WebSocket, or too large a one")
        return None

    async def begin(self, line: int, from_ms: int) -> None:  # noqa: ARG002 - Azure knows no lines
        """Begin a line: what was left of another is not part of it."""
        self._rest = b""

    async def play(self, audio: bytes) -> None:
        """Send sound in whole frames; what is left over waits for more. Raises Broken."""
        audio = self._rest + audio
        whole = len(audio) // FRAME_BYTES * FRAME_BYTES
        self._rest = audio[whole:]
        for start in range(0, whole, FRAME_BYTES):
            await self._send(write(audio[start : start + FRAME_BYTES]))

    async def finish(self, line: int) -> None:  # noqa: ARG002 - as above
        """Send what was left over, with silence up to a whole frame. Raises Broken."""
        rest, self._rest = self._rest, b""
        if rest:
            await self._send(write(rest.ljust(FRAME_BYTES, b"\0")))

    async def stop(self, line: int) -> None:  # noqa: ARG002 - as above
        """Have Azure drop what it has not played. Raises Broken."""
        self._rest = b""
        await self._send(STOP)

    async def tell(self, notice: Notice) -> None:
        """Do nothing: a phone shows no captions."""

    async def close(self, how: Close, words: str = "") -> None:
        """Close the socket, by force if the other end does not take its part in it."""
        if self._closed:
            return
        self._closed = True
        self._told.set()
        try:
            async with asyncio.timeout(self._patience.closing):
                await self._socket.close(code=how.value, message=words.encode()[:120])
        except (TimeoutError, ConnectionError):
            self._abort()

    async def ended(self, *, hung_up: bool) -> None:
        """Let `receive` end: Azure has said that the call is over, and whether by the trainee."""
        self._hung_up = self._hung_up or hung_up
        await self.close(Close.ENDED)

    async def _send(self, text: str) -> None:
        if self._closed or self._socket.closed:
            return
        try:
            async with asyncio.timeout(self._patience.taking):
                await self._socket.send_str(text)
        except TimeoutError:
            raise Broken(Close.READS_NOTHING, "nobody takes the sound of the call") from None
        except ConnectionError:
            # Gone meanwhile: `receive` tells.
            return
