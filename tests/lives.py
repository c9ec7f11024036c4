"""What houses of chat surfaces share: the life of a process, naps, scenarios.

A process can be ended at any line, and does nothing more from then on.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from core.errors import StorageError
from core.places import Place, Places
from core.ports import Store, Unit
from core.scenario import Mode
from tests.fakes.world import FakeClock
from tests.samples import scenario

SCENARIOS = (
    scenario(),
    replace(scenario(), id="either", title="Either way", mode=Mode.HYBRID),
    replace(scenario(), id="spoken", title="A spoken one", mode=Mode.VOICE),
)


class Life:
    """`left` steps are left until the end; None: it goes on. `locked`: nothing can be saved."""

    def __init__(self, left: int | None = None) -> None:
        self.left = left
        self.steps = 0
        self.over = asyncio.Event()
        self.locked = False

    def step(self) -> None:
        """Take a step. Raises CancelledError once life is over: a dead process does nothing."""
        self.steps += 1
        if self.left is not None and self.steps > self.left:
            self.over.set()
        self.check()

    def check(self) -> None:
        """Raise CancelledError once life is over."""
        if self.over.is_set():
            raise asyncio.CancelledError


class MortalStore:
    """Implements `ports.Store`: dies before or after a transaction was committed."""

    def __init__(self, store: Store, life: Life) -> None:
        self._store = store
        self._life = life

    @asynccontextmanager
    async def unit(self, *, urgent: bool = False) -> AsyncIterator[Unit]:
        if self._life.locked:
            raise StorageError("the database is locked")
        async with self._store.unit() as unit:
            yield unit
            self._life.step()
        self._life.step()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Unit]:
        self._life.check()
        async with self._store.reading() as unit:
            yield unit


class MortalPlaces:
    """Implements `Places`: dies before or after a place was remembered."""

    def __init__(self, places: Places, life: Life) -> None:
        self._places = places
        self._life = life

    async def intend(self, place: Place) -> Place | None:
        self._life.step()
        return await self._places.intend(place)

    async def put(self, place: Place) -> None:
        self._life.step()
        await self._places.put(place)
        self._life.step()

    async def known(self, post_id: str, part: str) -> Place | None:
        self._life.check()
        return await self._places.known(post_id, part)

    async def at(self, workspace: str, channel: str, message: str) -> Place | None:
        self._life.check()
        return await self._places.at(workspace, channel, message)

    async def of_attempt(self, attempt: str, kind: str) -> Sequence[Place]:
        self._life.check()
        return await self._places.of_attempt(attempt, kind)


@dataclass
class Naps:
    """Waits that take no time but the clock's. While `gate` is closed, nobody wakes up."""

    clock: FakeClock
    slept: list[float] = field(default_factory=list)
    gate: asyncio.Event | None = None

    async def __call__(self, seconds: float) -> None:
        self.slept.append(seconds)
        if self.gate is not None:
            await self.gate.wait()
        self.clock.passes(seconds)
        await asyncio.sleep(0)


def find_file(name: str) -> Path | None:
    """A document's file, by its whole path."""
    return Path(name) if Path(name).is_file() else None
