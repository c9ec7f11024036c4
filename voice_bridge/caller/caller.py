"""The caller itself: a microphone that never rests, an ear, and a script."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from core.speech import FRAME_BYTES, FRAME_MS, RATE
from voice_bridge.caller.playback import Playback, loud_part
from voice_bridge.caller.script import Step

_PATIENCE_S = 30.0
"""How long the caller waits for the customer before it goes on with its script."""
_LISTENS_S = 20.0
"""How long it listens for an answer to its last words."""


@dataclass(frozen=True, slots=True)
class Said:
    """Something the caller has said: its words, and when its first and last sound were sent."""

    text: str
    began: float
    ended: float
    cut_in: bool


@dataclass(slots=True)
class Timeline:
    """What happened, in seconds since the caller came onto the line.

    `sounds` are stretches in which the customer was heard; `events` are (moment, what, data);
    `stops` when the customer was told to be silent.
    """

    said: list[Said] = field(default_factory=list)
    sounds: list[list[float]] = field(default_factory=list)
    events: list[tuple[float, str, dict[str, Any]]] = field(default_factory=list)
    closed: tuple[int, str] = (0, "")

    def answers(self) -> list[float]:
        """Seconds from the end of each thing said to the customer's next sound, where one came."""
        found = []
        for place, said in enumerate(self.said):
            until = self.said[place + 1].began if place + 1 < len(self.said) else float("inf")
            heard = [began for began, _ in self.sounds if said.ended - 0.05 <= began < until]
            if heard and not said.cut_in:
                found.append(max(0.0, heard[0] - said.ended))
        return found


@dataclass(slots=True)
class Caller:
    """Calls over a socket that is open. `sounds` are the steps' sounds, one for each."""

    socket: aiohttp.ClientWebSocketResponse
    steps: Sequence[Step]
    sounds: Sequence[bytes]
    timeline: Timeline = field(default_factory=Timeline)
    _playback: Playback = field(default_factory=Playback)
    _speech: bytes = b""
    _place: int = 0
    _spoken: asyncio.Event = field(default_factory=asyncio.Event)
    _began: asyncio.Event = field(default_factory=asyncio.Event)
    _line_ended: asyncio.Event = field(default_factory=asyncio.Event)
    _over: asyncio.Event = field(default_factory=asyncio.Event)
    _since: float = 0.0

    def _now(self) -> float:
        return asyncio.get_running_loop().time() - self._since

    async def call(self) -> Timeline:
        """Hold the call to the end of the script, or of the call."""
        self._since = asyncio.get_running_loop().time()
        await self.socket.send_json({"type": "hello", "version": 1, "rate": RATE})
        tasks = [asyncio.create_task(work) for work in (self._microphone(), self._script())]
        try:
            await self._listen()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        self.timeline.sounds = self._playback.sounds
        self.timeline.closed = (self.socket.close_code or 1006, self.timeline.closed[1])
        return self.timeline

    async def _microphone(self) -> None:
        """Send a frame each 20 ms, by the clock and not by the last frame."""
        loop = asyncio.get_running_loop()
        began, frames = loop.time(), 0
        with suppress(ConnectionError):
            while not self.socket.closed:
                frame = self._speech[self._place : self._place + FRAME_BYTES]
                self._place += len(frame)
                await self.socket.send_bytes(frame.ljust(FRAME_BYTES, b"\0"))
                if frame and self._place >= len(self._speech):
                    self._speech, self._place = b"", 0
                    self._spoken.set()
                frames += 1
                await asyncio.sleep(max(0.0, began + frames * FRAME_MS / 1000 - loop.time()))

    async def _listen(self) -> None:
        async for message in self.socket:
            if message.type is aiohttp.WSMsgType.BINARY:
                self._playback.add(message.data, self._now())
            elif message.type is aiohttp.WSMsgType.TEXT:
                await self._take(json.loads(message.data))
        self._over.set()

    async def _take(self, event: dict[str, Any]) -> None:
        now, kind = self._now(), str(event.pop("type", ""))
        self.timeline.events.append((now, kind, event))
        match kind:
            case "line":
                self._playback.begin(event["line"], event["from_ms"], now)
                self._line_ended.clear()
                self._began.set()
            case "line_end":
                self._line_ended.set()
            case "stop":
                played = self._playback.stop(now)
                answer = {"type": "stopped", "line": event["line"], "played_ms": played}
                await self.socket.send_json(answer)
            case "caption" if event["speaker"] == "customer" and event["final"]:
                self._line_ended.set()
            case "ended":
                self.timeline.closed = (1000, str(event.get("words", "")))

    async def _script(self) -> None:
        for step, sound in zip(self.steps, self.sounds, strict=True):
            await self._wait_for(step)
            await self._say(step, sound)
        await self._customer_answers()
        await self.socket.send_json({"type": "end"})

    async def _wait_for(self, step: Step) -> None:
        if step.into_s is None:
            await self._customer_ends()
            await asyncio.sleep(step.after_s)
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE_S):
                await self._began.wait()
        await asyncio.sleep(step.into_s)

    async def _customer_ends(self) -> None:
        """Wait until the customer has begun since the last thing said, and has been heard out."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE_S):
                await self._began.wait()
                await self._line_ended.wait()
        await asyncio.sleep(max(0.0, self._playback.done_at - self._now()))

    async def _customer_answers(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(_LISTENS_S):
                await self._customer_ends()

    async def _say(self, step: Step, sound: bytes) -> None:
        cut_in = step.into_s is not None
        if not cut_in:
            self._began.clear()
        self._spoken.clear()
        self._speech, self._place = sound, 0
        sent = self._now()
        await self._spoken.wait()
        first, last = loud_part(sound)
        began, ended = sent + first, sent + last
        self.timeline.said.append(Said(step.say or step.play, began, ended, cut_in))
