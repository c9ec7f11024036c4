"""Lets a line be heard: in time, not ahead of it, and silent at once when it has to be.

Sound is sent a little before it is due, never much: what lies at the other end cannot be heard of
soon enough when the trainee cuts in.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

from core.speech import FRAME_MS
from voice_bridge.line import Line
from voice_bridge.turns.events import Began, Ended, Ending
from voice_bridge.wire import Broken, Wire

LEAD_MS = 120
"""How far sound is sent ahead of its time: what a page needs to play without gaps."""
_BACK_MS = 200
"""What is said once more when a line goes on after it was held: half a word is no beginning."""
_ENDING_MS = 350
_ANSWER_S = 0.12
"""How long the other end is waited for to say how much it has played."""

Lose = Callable[[Wire, Broken], None]
Tell = Callable[[Began | Ending | Ended], None]
Record = Callable[[float, bytes], None]
"""Takes the moment at which sound began to be heard, on the loop's clock, and the sound."""


class Fate(Enum):
    """How saying a line ended."""

    HEARD = auto()
    CUT = auto()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a line: so much of it was heard, from `began` to `ended`."""

    fate: Fate
    line: Line
    ms: int
    began: float
    ended: float


class _Wish(Enum):
    SPEAK = auto()
    HOLD = auto()
    CUT = auto()


@dataclass(slots=True)
class Mouth:
    """Says one line at a time on whichever wire there is; without one it waits for the next."""

    tell: Tell
    record: Record
    lose: Lose
    wire: Wire | None = None
    busy: bool = False
    _wish: _Wish = _Wish.SPEAK
    _changed: asyncio.Event = field(default_factory=asyncio.Event)
    _played: dict[int, int] = field(default_factory=dict)
    _answered: asyncio.Event = field(default_factory=asyncio.Event)
    _heard_ms: int = 0

    def hold(self) -> None:
        """Fall silent; what was not heard may still be said."""
        self._set(_Wish.HOLD)

    def go_on(self) -> None:
        """Go on where the line was heard last."""
        self._set(_Wish.SPEAK)

    def cut(self) -> None:
        """Fall silent for good."""
        self._set(_Wish.CUT)

    def played(self, line: int, ms: int) -> None:
        """Take note of how much of a line the other end has played when it was stopped."""
        self._played[line] = ms
        self._answered.set()

    def switch(self, wire: Wire | None) -> None:
        """Speak into this wire from now on; a line that was cut by the loss goes on there."""
        self.wire = wire
        self._changed.set()

    def _set(self, wish: _Wish) -> None:
        self._wish = wish
        self._changed.set()

    async def say(self, line: Line) -> Outcome:
        """Let the line be heard to its end, or until it is cut."""
        self.busy = True
        try:
            return await self._say(line)
        finally:
            self.busy = False

    async def _say(self, line: Line) -> Outcome:
        loop = asyncio.get_running_loop()
        self._wish, self._heard_ms = _Wish.SPEAK, 0
        began: float | None = None
        while self._wish is not _Wish.CUT:
            wire = self.wire
            if self._wish is _Wish.HOLD or wire is None:
                await self._change()
                continue
            if not await self._ready(line, self._heard_ms):
                if line.whole:
                    break
                continue
            if began is None:
                began = loop.time()
                self.tell(Began(began, line.last))
            try:
                if await self._stretch(line, wire):
                    break
            except Broken as broken:
                self.wire = None
                self.lose(wire, broken)
        ended = loop.time()
        fate = Fate.CUT if self._wish is _Wish.CUT else Fate.HEARD
        if fate is Fate.HEARD:
            self._heard_ms = line.ms
        self.tell(Ended(ended))
        return Outcome(fate, line, self._heard_ms, ended if began is None else began, ended)

    async def _ready(self, line: Line, ms: int) -> bool:
        """Wait for sound past this moment of the line, or for another wish."""
        self._changed.clear()
        more = asyncio.ensure_future(line.more_than(ms))
        wish = asyncio.ensure_future(self._changed.wait())
        try:
            await asyncio.wait({more, wish}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            more.cancel()
            wish.cancel()
        return line.ms > ms

    async def _change(self) -> None:
        self._changed.clear()
        await self._changed.wait()

    async def _stretch(self, line: Line, wire: Wire) -> bool:
        """Send sound in time from where the line was heard last; False when it was stopped."""
        loop = asyncio.get_running_loop()
        start = max(0, self._heard_ms - _BACK_MS) if self._heard_ms else 0
        self._changed.clear()
        await wire.begin(line.number, start)
        first = base = loop.time()
        sent = base_ms = start
        ending = False
        while True:
            now = loop.time()
            at_ms = base_ms + (now - base) * 1000
            if self._stopped(wire):
                return await self._silence(line, wire, start, first, min(sent, at_ms))
            if at_ms > sent and line.ms > sent:
                # The sound came too late: what follows is heard from now on.
                base, base_ms, at_ms = now, sent, float(sent)
            while sent < line.ms and sent - at_ms < LEAD_MS:
                to = min(sent + FRAME_MS, line.ms)
                await wire.play(line.part(sent, to))
                sent = to
            if line.whole and sent >= line.ms:
                left_ms = line.ms - at_ms
                if not ending and left_ms <= _ENDING_MS:
                    ending = True
                    self.tell(Ending(now))
                if left_ms <= 0:
                    await wire.finish(line.number)
                    self.record(first, line.part(start, line.ms))
                    return True
            await self._a_moment(FRAME_MS / 1000)

    def _stopped(self, wire: Wire) -> bool:
        return self._wish is not _Wish.SPEAK or self.wire is not wire

    async def _a_moment(self, seconds: float) -> None:
        if self._changed.is_set():
            self._changed.clear()
            return
        try:
            async with asyncio.timeout(seconds):
                await self._changed.wait()
        except TimeoutError:
            return

    async def _silence(
        self, line: Line, wire: Wire, start: int, first: float, guess_ms: float
    ) -> bool:
        """Stop the sound, and find out how much of it was heard. False, as a stretch returns."""
        self._answered.clear()
        self._played.clear()
        if self.wire is wire:
            await wire.stop(line.number)
            try:
                async with asyncio.timeout(_ANSWER_S):
                    await self._answered.wait()
            except TimeoutError:
                pass
        heard = self._played.get(line.number, guess_ms)
        self._heard_ms = max(start, min(round(heard), line.ms))
        self.record(first, line.part(start, self._heard_ms))
        return False
