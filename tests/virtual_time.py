"""An event loop whose time passes only when nobody has anything to do.

A minute of silence takes no time at all, and the same script gives the same call. While something
is `busy` outside of the loop (a store's thread), time stands still and the loop waits for it.
"""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any, TypeVar

from core.ports import Store, Unit
from tests.fakes.world import FakeClock

T = TypeVar("T")
_STUCK_S = 5.0


class _Selector(selectors.DefaultSelector):
    """Passes virtual time instead of waiting."""

    now = 0.0
    busy = 0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is not None and timeout <= 0:
            return super().select(0)
        ready = super().select(_STUCK_S if self.busy or timeout is None else 0)
        if not ready and timeout is None:
            raise RuntimeError("nothing is left to happen: the test waits for ever")
        if not ready and timeout is not None and not self.busy:
            self.now += timeout
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop on virtual time, from 0."""

    def __init__(self) -> None:
        self.virtual = _Selector()
        super().__init__(self.virtual)

    def time(self) -> float:
        """The virtual time, in seconds."""
        return self.virtual.now


def virtually(work: Coroutine[Any, Any, T]) -> T:
    """Run this to its end on virtual time."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(work)


class VirtualClock(FakeClock):
    """The time of day that belongs to the loop's time; it may also pass on top of that."""

    def now(self) -> datetime:
        """The present moment."""
        return self.at + timedelta(seconds=asyncio.get_running_loop().time())


class PatientStore:
    """Implements `ports.Store`: time stands still while the real one works."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @asynccontextmanager
    async def unit(self, *, urgent: bool = False) -> AsyncIterator[Unit]:
        with _Busy():
            async with self._store.unit(urgent=urgent) as unit:
                yield unit

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Unit]:
        with _Busy():
            async with self._store.reading() as unit:
                yield unit


class _Busy:
    def __enter__(self) -> None:
        _selector().busy += 1

    def __exit__(self, *_: object) -> None:
        _selector().busy -= 1


def _selector() -> _Selector:
    loop = asyncio.get_running_loop()
    assert isinstance(loop, VirtualLoop)
    return loop.virtual
