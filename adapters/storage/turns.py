"""Whose turn it is: a few places, those who wait in order, and what is urgent before the rest."""

from __future__ import annotations

import asyncio
from collections import deque


class Turns:
    """Like a semaphore of so many places, but for two sorts of waiting. Belongs to one loop."""

    def __init__(self, places: int) -> None:
        self._free = places
        self._urgent: deque[asyncio.Future[None]] = deque()
        self._usual: deque[asyncio.Future[None]] = deque()

    async def acquire(self, *, urgent: bool = False) -> None:
        """Wait for a place: the urgent go before the others, each sort in its own order."""
        if self._free and not self._urgent and not self._usual:
            self._free -= 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        (self._urgent if urgent else self._usual).append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                # The place came in the same moment as the cancellation: the next one gets it.
                self.release()
            raise

    def release(self) -> None:
        """Give a place back: to whoever waits, or to whoever comes."""
        for waiting in (self._urgent, self._usual):
            while waiting:
                turn = waiting.popleft()
                if not turn.done():
                    turn.set_result(None)
                    return
        self._free += 1
