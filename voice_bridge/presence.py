"""Who is on the line: wires that come, break, and are replaced."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog

from voice_bridge.mouth import Mouth
from voice_bridge.wire import Broken, Close, HungUp, Notice, Played, Sound, Wire

log = structlog.get_logger()

GRACE_S = 10.0
"""How long a call is held for a trainee whose connection was lost."""


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody has come onto the line, or has come back after it was lost at `lost_at`."""

    wire: Wire
    lost_at: float | None


@dataclass(frozen=True, slots=True)
class Heard:
    """Sound of the trainee's, as it came."""

    at: float
    audio: bytes


@dataclass(frozen=True, slots=True)
class Gone:
    """Nobody has come back within the grace."""

    since: float


@dataclass(slots=True)
class Presence:
    """The wire of a call, if there is one. `put` hands in Came, Heard, HungUp and Gone."""

    attempt: str
    mouth: Mouth
    put: Callable[[object], None]
    wire: Wire | None = None
    lost_at: float | None = None
    _notices: asyncio.Queue[Notice] = field(default_factory=asyncio.Queue)

    async def attach(self, wire: Wire) -> None:
        """Bring a wire's sound in until it is gone. Another wire takes its place."""
        if self.wire is not None:
            await self.wire.close(Close.ELSEWHERE, "The call was opened in another window.")
        self.wire = wire
        self.put(Came(wire, self.lost_at))
        self.lost_at = None
        try:
            async for incoming in wire.receive():
                if self.wire is wire:
                    self._take(incoming)
        except Broken as broken:
            await self.broke(wire, broken)
        finally:
            if self.wire is wire:
                self._lose()

    async def broke(self, wire: Wire, broken: Broken) -> None:
        """Close a wire that cannot be gone on with; what it receives ends then."""
        log.info("wire_broken", attempt=self.attempt, close=broken.close.name)
        await wire.close(broken.close, broken.words)

    def is_gone(self, gone: Gone) -> bool:
        """Whether nobody has come back since this was lost."""
        return self.wire is None and self.lost_at == gone.since

    def show(self, notice: Notice) -> None:
        """Pass a notice on, in order, to whoever is on the line."""
        self._notices.put_nowait(notice)

    async def tell_all(self) -> None:
        """Pass notices on, for ever."""
        while True:
            notice = await self._notices.get()
            if self.wire is not None:
                await self.wire.tell(notice)

    async def hang_up(self, how: Close, words: str) -> None:
        """Close the wire, if there is one, and whichever came while that one was being closed."""
        closed: Wire | None = None
        while self.wire is not None and self.wire is not closed:
            closed = self.wire
            await closed.close(how, words)

    def _take(self, incoming: Sound | Played | HungUp) -> None:
        match incoming:
            case Sound(audio):
                self.put(Heard(asyncio.get_running_loop().time(), audio))
            case Played(line, ms, stopped):
                if stopped:
                    self.mouth.played(line, ms)
            case HungUp():
                self.put(incoming)

    def _lose(self) -> None:
        loop = asyncio.get_running_loop()
        self.wire, self.lost_at = None, loop.time()
        self.mouth.switch(None)
        loop.call_later(GRACE_S, self.put, Gone(self.lost_at))
