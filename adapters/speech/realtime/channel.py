"""The socket of a session, opened when it is needed, and set up for what it will hear."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Sequence

from adapters.speech.openai_voices import openai_voice
from adapters.speech.realtime import events
from adapters.speech.realtime.events import Event, Item
from adapters.speech.realtime.response import refused
from adapters.speech.realtime.settings import RealtimeSettings
from adapters.speech.realtime.socket import Socket, connect


class Channel:
    """Gives an open socket, and a new one when the last was lost. Close with `aclose`."""

    def __init__(self, settings: RealtimeSettings, voice: str, tools: Sequence[Item]) -> None:
        self.settings = settings
        self._voice, self._tools = openai_voice(voice), tools
        self._socket: Socket | None = None
        self._expected: Event | None = None
        self._opening = asyncio.Lock()
        self._numbers = itertools.count(1)

    @property
    def fresh(self) -> bool:
        """Whether the socket has never been opened, or is still good."""
        return self._socket is None or not self._socket.lost

    def name(self) -> str:
        """Return a name that nothing else in this session has."""
        return f"ours-{next(self._numbers)}"

    async def open(self, expected: Event | None = None) -> Socket:
        """Return a socket whose session expects this sound, or any. Raises ModelError."""
        async with self._opening:
            if self._socket is not None and self._socket.lost:
                await self.aclose()
            if self._socket is None:
                self._socket = await connect(self.settings)
            wanted = expected or self._expected or self._any()
            if wanted != self._expected:
                await self._set_up(self._socket, wanted)
                self._expected = wanted
            return self._socket

    async def aclose(self) -> None:
        """Close the socket; it could be opened again."""
        socket, self._socket, self._expected = self._socket, None, None
        if socket is not None:
            await socket.aclose()

    def _any(self) -> Event:
        return events.transcription(self.settings.transcribe_model, "en", "")

    async def _set_up(self, socket: Socket, expected: Event) -> None:
        name = self.name()
        update = events.expecting(expected)
        if self._expected is None:
            update = events.session(expected, self._voice, self._tools)
        with socket.listening() as inbox:
            await socket.send({**update, "event_id": name})
            kind = ""
            while kind != "session.updated":
                event = await socket.next(inbox, self.settings.at.stall_s)
                refused(event, name)
                kind = event["type"]
