"""About one message a second in each channel, with room for a few at once, as Slack asks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from core.ports import Clock

Sleep = Callable[[float], Awaitable[None]]

EVERY = timedelta(seconds=1)
BURST = 4
"""Messages that may come at once in a channel that was quiet; Slack lets short bursts pass."""
_MOST_CHANNELS = 10_000


class Pace:
    """Tells each channel's next message when it may go. One channel never waits for another."""

    def __init__(self, clock: Clock, sleep: Sleep) -> None:
        self._clock = clock
        self._sleep = sleep
        # When a channel's burst would be used up: before now, it is quiet.
        self._full: dict[str, datetime] = {}

    async def wait(self, channel: str) -> None:
        """Return when a message may go to the channel."""
        now = self._clock.now()
        due = max(self._full.get(channel, now), now) + EVERY
        self._full[channel] = due
        if len(self._full) > _MOST_CHANNELS:
            self._full = {c: at for c, at in self._full.items() if at > now}
        left = (due - now - BURST * EVERY).total_seconds()
        if left > 0:
            await self._sleep(left)

    def rest(self, channel: str, seconds: float) -> None:
        """Send nothing to the channel for so long, and then no burst: Slack has asked for it."""
        until = self._clock.now() + timedelta(seconds=seconds) + (BURST - 1) * EVERY
        self._full[channel] = max(self._full.get(channel, until), until)
