"""Work in lanes: within a lane one item at a time and in order, lanes beside each other."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

import structlog

Item = TypeVar("Item")
log = structlog.get_logger()


class Serial(Generic[Item]):
    """Lanes of items. `handle` is called for each; `drained` whenever a lane runs empty.

    Neither may raise: what they raise is a bug, is logged, and the lane goes on.
    """

    def __init__(
        self,
        handle: Callable[[str, Item], Awaitable[None]],
        drained: Callable[[str], Awaitable[None]] | None = None,
    ) -> None:
        self._handle = handle
        self._drained = drained
        self._queues: dict[str, deque[Item]] = {}
        self._workers: dict[str, asyncio.Task[None]] = {}

    def put(self, lane: str, item: Item) -> None:
        """Add an item to its lane. Needs a running event loop."""
        self._queues.setdefault(lane, deque()).append(item)
        if lane not in self._workers:
            self._workers[lane] = asyncio.create_task(self._work(lane), name=f"lane {lane}")

    def waiting(self, lane: str) -> bool:
        """Whether items stand in the lane that have not been begun."""
        return bool(self._queues.get(lane))

    def working(self, lane: str) -> bool:
        """Whether the lane has a worker now."""
        return lane in self._workers

    async def idle(self) -> None:
        """Wait until every lane is empty and at rest."""
        while self._workers:
            await asyncio.wait(self._workers.values())

    async def close(self, grace_s: float = 5.0) -> None:
        """Let what has begun finish within the grace, in seconds, then stop the rest."""
        for queue in self._queues.values():
            queue.clear()
        workers = list(self._workers.values())
        if workers:
            _, late = await asyncio.wait(workers, timeout=grace_s)
            for worker in late:
                worker.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _work(self, lane: str) -> None:
        queue = self._queues[lane]
        try:
            while queue:
                while queue:
                    await self._guarded(self._handle(lane, queue.popleft()))
                if self._drained is not None:
                    await self._guarded(self._drained(lane))
        finally:
            del self._workers[lane]
            if not queue:
                self._queues.pop(lane, None)

    @staticmethod
    async def _guarded(work: Awaitable[None]) -> None:
        try:
            await work
        except Exception:
            log.exception("lane_failed")
