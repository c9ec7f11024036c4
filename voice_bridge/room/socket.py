"""The call page's WebSocket as a wire. What travels is written in docs/voice-protocol.md."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import WSMsgType, web

from voice_bridge.room.flood import Flood
from voice_bridge.room.notices import told
from voice_bridge.room.parsing import VERSION, Hello, read, whole
from voice_bridge.wire import Broken, Close, Incoming, Notice, Sound

_MOST_REASON_BYTES = 123  # as much as a WebSocket's close frame holds


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait for a page: for its hello, for it to take what is sent, and to let go."""

    hello_s: float = 10.0
    taking_s: float = 5.0
    closing_s: float = 5.0


_USUAL = Patience()


class PageWire:
    """Implements `wire.Wire` over a prepared WebSocket; `documents` is the address they lie at."""

    def __init__(
        self,
        socket: web.WebSocketResponse,
        documents: str,
        abort: Callable[[], None],
        patience: Patience = _USUAL,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """`abort` cuts the connection without waiting for what was sent to arrive."""
        self._socket = socket
        self._documents = documents
        self._abort = abort
        self._patience = patience
        self._flood = Flood(now)
        self._broken: Broken | None = None
        self._closing = asyncio.Lock()

    async def greet(self) -> bool:
        """Wait for the page's hello and answer it; False: it went away first. Raises Broken."""
        late = Broken(Close.NO_HELLO, f"A hello is due within {self._patience.hello_s:g} s.")
        try:
            async with asyncio.timeout(self._patience.hello_s):
                message = await self._socket.receive()
        except TimeoutError:
            raise late from None
        if message.type not in {WSMsgType.TEXT, WSMsgType.BINARY}:
            return False
        if message.type is WSMsgType.BINARY or not isinstance(read(message.data), Hello):
            raise Broken(Close.NO_HELLO, "The first message is a hello.")
        await self._say("ready", version=VERSION)
        return True

    async def receive(self) -> AsyncIterator[Incoming]:
        """Yield what comes in; ends when the page has gone. Raises Broken."""
        async for message in self._socket:
            if message.type not in {WSMsgType.TEXT, WSMsgType.BINARY}:
                break
            self._flood.take(message.data)
            yield _heard(message.data)
        if self._broken is not None:
            raise self._broken

    async def begin(self, line: int, from_ms: int) -> None:
        """Say that what follows is the sound of this line, from there on."""
        await self._say("line", line=line, from_ms=from_ms)

    async def play(self, audio: bytes) -> None:
        """Send sound. Raises Broken when the page takes nothing any more."""
        await self._send(audio)
        if self._broken is not None:
            raise self._broken

    async def finish(self, line: int) -> None:
        """Say that no more sound belongs to the line."""
        await self._say("line_end", line=line)

    async def stop(self, line: int) -> None:
        """Have what was not played dropped."""
        await self._say("stop", line=line)

    async def tell(self, notice: Notice) -> None:
        """Pass a notice on."""
        kind, fields = told(notice, self._documents)
        await self._say(kind, **fields)

    async def close(self, how: Close, words: str = "") -> None:
        """Hang up; cut the connection when the page does not let go of it in time."""
        reason = words.encode()[:_MOST_REASON_BYTES].decode(errors="ignore").encode()
        try:
            # Whoever closes a second time waits for the first: a connection that is cut before
            # the page has read why it was closed looks lost, and the page would come back.
            async with self._closing, asyncio.timeout(2 * self._patience.closing_s):
                await self._socket.close(code=how.value, message=reason)
        except TimeoutError:
            self._abort()

    async def _say(self, kind: str, **fields: Any) -> None:  # noqa: ANN401 - plain JSON values
        await self._send(json.dumps({"type": kind, **fields}, ensure_ascii=False))

    async def _send(self, data: str | bytes) -> None:
        if self._socket.closed or self._broken is not None:
            return
        send = self._socket.send_str if isinstance(data, str) else self._socket.send_bytes
        try:
            # What was sent to somebody who has gone is lost; `receive` ends of itself.
            with contextlib.suppress(ConnectionError):
                async with asyncio.timeout(self._patience.taking_s):
                    await send(data)  # type: ignore[arg-type] # each of the two takes its own
        except TimeoutError:
            waited = f"The page took nothing for {self._patience.taking_s:g} s."
            self._broken = Broken(Close.READS_NOTHING, waited)
            self._abort()


def _heard(data: str | bytes) -> Incoming:
    if isinstance(data, bytes):
        return Sound(whole(data))
    said = read(data)
    if isinstance(said, Hello):
        raise Broken(Close.GARBAGE, "One hello is enough.")
    return said
