"""Seconds that pass when a test says so, each look of the watch done before the next begins."""

from __future__ import annotations

import asyncio


class Moments:
    """The time of one watch: it alone sleeps here."""

    def __init__(self) -> None:
        self.now = 0.0
        self._due = 0.0
        self._sleeper: asyncio.Future[None] | None = None
        self._asleep = asyncio.Event()
        self._asked = asyncio.Event()

    def monotonic(self) -> float:
        self._asked.set()
        return self.now

    async def sleep(self, seconds: float) -> None:
        self._due = self.now + seconds
        self._sleeper = asyncio.get_running_loop().create_future()
        self._asleep.set()
        await self._sleeper

    async def asked(self) -> None:
        """Wait until somebody wants to know the time, as whoever hears a frame does."""
        self._asked.clear()
        await self._asked.wait()

    async def passes(self, seconds: float) -> None:
        """Let so much time pass, and wait for what the watch does meanwhile."""
        until = self.now + seconds
        await self._asleep.wait()
        while self._due <= until and self._sleeper is not None:
            self.now = self._due
            self._asleep.clear()
            self._sleeper.set_result(None)
            await self._asleep.wait()
        self.now = until
