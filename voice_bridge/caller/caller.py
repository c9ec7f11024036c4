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
from voice_bridge.caller.timeline import Said, Timeline

_PATIENCE_S = 30.0
"""How long the caller waits for the customer before it goes on with its script."""
_LISTENS_S = 20.0
"""How long it listens for an answer to its last words."""
_LOST = 1006
"""The code of a connection that was cut without one."""
_SPOKEN = frozenset({aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT})


@dataclass(slots=True)
class Caller:
    """Calls over a socket that is open. `sounds` are those of the steps, and none is empty."""

    socket: aiohttp.ClientWebSocketResponse
    steps: Sequence[Step]
    sounds: Sequence[bytes]
    timeline: Timeline = field(default_factory=Timeline)
    _playback: Playback = field(default_factory=Playback)
    _speech: bytes = b""
    _place: int = 0
    _spoken: asyncio.Event = field(default_factory=asyncio.Event)
    _began: asyncio.Event = field(default_factory=asyncio.Event)
    _next: asyncio.Event = field(default_factory=asyncio.Event)
    _line_ended: asyncio.Event = field(default_factory=asyncio.Event)
    _since: float = 0.0

    def _now(self) -> float:
        return asyncio.get_running_loop().time() - self._since

    async def call(self) -> Timeline:
        """Hold the call to the end of the script, or of the call."""
        self._since = asyncio.get_running_loop().time()
        await self.socket.send_json({"type": "hello", "version": 1, "rate": RATE})
        async with asyncio.TaskGroup() as line:
            tasks = [line.create_task(work) for work in (self._microphone(), self._script())]
            await self._listen()
            for task in tasks:
                task.cancel()
        self.timeline.sounds = self._playback.sounds
        self.timeline.closed = (self.socket.close_code or _LOST, self.timeline.closed[1])
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
        while (message := await self.socket.receive()).type in _SPOKEN:
            if message.type is aiohttp.WSMsgType.BINARY:
                self._playback.add(message.data, self._now())
            else:
                await self._take(json.loads(message.data))
        if message.type is aiohttp.WSMsgType.CLOSE and not self.timeline.closed[1]:
            self.timeline.closed = (message.data, message.extra or "")

    async def _take(self, event: dict[str, Any]) -> None:
        now, kind = self._now(), str(event.pop("type", ""))
        self.timeline.events.append((now, kind, event))
        match kind:
            case "line":
                self._playback.begin(event["line"], event["from_ms"], now)
                self._line_ended.clear()
                self._began.set()
                self._next.set()
            case "line_end":
                self._line_ended.set()
            case "stop":
                played = self._playback.stop(now)
                answer = {"type": "stopped", "line": event["line"], "played_ms": played}
                await self._send(answer)
            case "caption" if event["speaker"] == "customer" and event["final"]:
                self._line_ended.set()
            case "ended":
                self.timeline.closed = (1000, str(event.get("words", "")))

    async def _script(self) -> None:
        for step, sound in zip(self.steps, self.sounds, strict=True):
            await self._wait_for(step)
            await self._say(step, sound)
        await self._customer_answers()
        await self._send({"type": "end"})

    async def _send(self, message: dict[str, Any]) -> None:
        # Whoever has hung up meanwhile needs no answer: listening ends of itself.
        with suppress(ConnectionError):
            await self.socket.send_json(message)

    async def _wait_for(self, step: Step) -> None:
        if step.into_s is None:
            await self._customer_ends()
            await asyncio.sleep(step.after_s)
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE_S):
                await self._next.wait()
        await asyncio.sleep(step.into_s)

    async def _customer_ends(self) -> None:
        """Wait until the customer has begun since the last turn, and has been heard out.

        What cuts into a line is not waited for: it may be a sound of listening, and that line the
        one that is heard out.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE_S):
                await self._began.wait()
                await self._line_ended.wait()
        await asyncio.sleep(max(0.0, self._playback.done_at - self._now()))

    async def _customer_answers(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(_LISTENS_S):
                await self._next.wait()
                await self._customer_ends()

    async def _say(self, step: Step, sound: bytes) -> None:
        cut_in = step.into_s is not None
        if not cut_in:
            self._began.clear()
        self._next.clear()
        self._spoken.clear()
        self._speech, self._place = sound, 0
        sent = self._now()
        await self._spoken.wait()
        first, last = loud_part(sound)
        began, ended = sent + first, sent + last
        text = step.say or step.play
        self.timeline.said.append(Said(text, began, ended, cut_in, file=bool(step.play)))
