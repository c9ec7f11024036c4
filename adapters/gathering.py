"""Small writes, gathered: what comes while one transaction is being kept goes into the next."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Gathering(Generic[Item]):
    """Keeps items by `keep`, many at once when many come. Belongs to the loop it is used in.

    Under load a flush to the disk serves all that waited for it; with one item nothing changes.
    """

    def __init__(self, keep: Callable[[Sequence[Item]], Awaitable[None]]) -> None:
        self._keep = keep
        self._waiting: list[tuple[Item, asyncio.Future[None]]] = []
        self._keeping: asyncio.Task[None] | None = None

    async def add(self, item: Item) -> None:
        """Return when the item is kept. Raises what `keep` raises; then none of its batch is."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, done))
        if self._keeping is None:
            self._keeping = asyncio.create_task(self._work(), name="gathering")
        await done

    async def _work(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting, []
                try:
                    await self._keep([item for item, _ in batch])
                except BaseException as error:
                    _end(batch, error)
                    # An end of the process, as a cancellation is one, is nobody's to hold up.
                    if not isinstance(error, Exception):
                        _end(self._waiting, error)
                        raise
                else:
                    for _, done in batch:
                        if not done.done():
                            done.set_result(None)
        finally:
            self._keeping = None


def _end(batch: Sequence[tuple[object, asyncio.Future[None]]], error: BaseException) -> None:
    """Hand the error on to everybody who waits."""
    for _, done in batch:
        if done.done():
            continue
        if isinstance(error, asyncio.CancelledError):
            done.cancel()
        else:
            done.set_exception(error)
