"""One page at a time for each call: whoever comes last has it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from voice_bridge.wire import Broken, Close, Wire

_LETTING_GO_S = 10.0


@dataclass(eq=False, slots=True)
class _Seat:
    wire: Wire
    left: asyncio.Event = field(default_factory=asyncio.Event)


class Seats:
    """The pages that are in a call at this moment, by attempt."""

    def __init__(self, letting_go_s: float = _LETTING_GO_S) -> None:
        """`letting_go_s` is how long a page waits until the call has been let go of elsewhere."""
        self._taken: dict[str, _Seat] = {}
        self._letting_go_s = letting_go_s

    @asynccontextmanager
    async def seat(self, attempt: str, wire: Wire) -> AsyncIterator[None]:
        """Have the call while the block runs; the page that had it is sent away first.

        Raises Broken when that takes too long.
        """
        before, mine = self._taken.get(attempt), _Seat(wire)
        self._taken[attempt] = mine
        # A page that is half gone is slow to say goodbye: the call does not wait for that.
        leaves = asyncio.create_task(_send_away(before)) if before else None
        try:
            if before is not None:
                await self._let_go(before)
            yield
        finally:
            mine.left.set()
            if self._taken.get(attempt) is mine:
                del self._taken[attempt]
            if leaves is not None:
                await leaves

    async def _let_go(self, before: _Seat) -> None:
        try:
            async with asyncio.timeout(self._letting_go_s):
                await before.left.wait()
        except TimeoutError:
            words = "The call is still being put down elsewhere."
            raise Broken(Close.GOING_AWAY, words) from None

    async def empty(self) -> None:
        """Send every page away, when the server stops; each comes back by itself."""
        async with asyncio.TaskGroup() as leaving:
            for seat in self._taken.values():
                leaving.create_task(seat.wire.close(Close.GOING_AWAY, "The server goes away."))


async def _send_away(seat: _Seat) -> None:
    await seat.wire.close(Close.ELSEWHERE, "The call was opened in another window.")
