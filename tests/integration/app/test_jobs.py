"""What comes by the clock comes once: at every look, from every process, after every restart."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.queue.courier import Courier
from adapters.storage import SqlStore, open_store
from app.jobs import Jobs
from core.commands import End, Envelope, Say
from core.errors import StorageError
from core.messages import Digest, Noted, Outgoing, ReviewAsked, ToPerson
from core.people import DigestTime
from core.ports import Desk
from core.rehearsal import EPOCH
from tests.fakes.blobs import MemoryBlobs
from tests.fakes.world import FakeSurface
from tests.house import PEOPLE, TRAINEE, House, furnish

MAX = next(person for person in PEOPLE if person.id == "max")
# The default digest is due when every test's clock begins: a Monday, 09:00.
assert (EPOCH.weekday(), EPOCH.hour) == (MAX.digest.weekday, MAX.digest.hour)


@pytest.fixture
async def file(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'house.db'}"
    store = await open_store(url)
    async with store.unit() as unit:
        await furnish(unit)
    await store.close()
    return url


@pytest.fixture
def surface() -> FakeSurface:
    """The platform, which outlives every process."""
    return FakeSurface()


@asynccontextmanager
async def process(
    file: str, surface: FakeSurface, after: timedelta = timedelta(0)
) -> AsyncIterator[tuple[House, Jobs, SqlStore]]:
    """One process on the file, started so long after the first moment."""
    store = await open_store(file)
    house = House(store, surface=surface)
    house.lanes = house.process()
    house.clock.at = EPOCH + after
    try:
        await house.lanes.start()
        async with Jobs(
            store, MemoryBlobs(), house.lanes, courier(house), house.clock, purge_hour=3
        ) as jobs:
            await house.lanes.idle()
            yield house, jobs, store
        await house.lanes.close()
    finally:
        await store.close()


def courier(house: House) -> Courier:
    """A courier of the house's."""
    return Courier(house.store, lambda _: house.surface, house.clock)


def digests(surface: FakeSurface) -> list[tuple[str, Digest]]:
    """To whom digests went, and what they say."""
    return [
        (o.to.person, o.message)
        for o in surface.delivered.values()
        if isinstance(o.to, ToPerson) and isinstance(o.message, Digest)
    ]


async def test_a_digest_that_is_due_comes_at_the_start_and_never_again(
    file: str, surface: FakeSurface
) -> None:
    async with process(file, surface) as (house, jobs, _):
        await jobs.look()
        await house.lanes.idle()
    async with process(file, surface, timedelta(hours=30)) as (house, jobs, _):
        await jobs.look()
        await house.lanes.idle()
    ((person, digest),) = digests(surface)
    assert person == "max"
    assert (digest.since, digest.until) == (EPOCH - timedelta(days=7), EPOCH)


async def test_of_two_processes_that_look_at_once_one_hands_it_in(
    file: str, surface: FakeSurface
) -> None:
    early = timedelta(minutes=-1)
    async with (
        process(file, surface, early) as (one, its_jobs, store),
        process(file, FakeSurface(), early) as (two, other_jobs, _),
    ):
        other = two.surface
        assert digests(surface) + digests(other) == []
        one.clock.at = two.clock.at = EPOCH
        await asyncio.gather(*(jobs.look() for jobs in (its_jobs, other_jobs) for _ in range(5)))
        await asyncio.gather(one.lanes.idle(), two.lanes.idle())
        async with store.reading() as unit:
            assert await unit.unfinished() == []
            assert await unit.undelivered() == []
    assert [person for person, _ in digests(surface) + digests(other)] == ["max"]


async def test_what_was_due_while_nothing_ran_is_made_up_for_within_two_days(
    file: str, surface: FakeSurface
) -> None:
    async with process(file, surface, timedelta(days=2, minutes=1)):
        assert digests(surface) == []
    async with process(file, surface, timedelta(days=8)):
        ((_, digest),) = digests(surface)
        assert digest.until == EPOCH + timedelta(days=7)


async def test_each_manager_gets_it_at_their_own_hour(file: str, surface: FakeSurface) -> None:
    chosen = replace(MAX, time_zone="Asia/Kolkata", digest=DigestTime(weekday=0, hour=15))
    async with process(file, surface, timedelta(minutes=-1)) as (house, jobs, store):
        async with store.unit() as unit:
            await unit.put_person(chosen)
        for minutes, expected in ((29, 0), (30, 1), (35, 1)):
            house.clock.at = EPOCH + timedelta(minutes=minutes)
            await jobs.look()
            await house.lanes.idle()
            assert len(digests(surface)) == expected


async def test_the_weeks_sample_is_drawn_once_in_each_workspace(
    file: str, surface: FakeSurface
) -> None:
    async with process(file, surface) as (house, jobs, _):
        await house.start()
        await house.does(Say("t1", "Hello"))
        await house.does(End("t1"))
        assert house.shown(ReviewAsked) == []
        house.clock.at = EPOCH + timedelta(days=7)
        for _ in range(3):
            await jobs.look()
            await house.lanes.idle()
    async with process(file, surface, timedelta(days=8)) as (house, _, store):
        ((asked),) = house.shown(ReviewAsked)
        assert (asked.reason, asked.trainee_id) == ("sample", TRAINEE)
        async with store.reading() as unit:
            for name in ("w", "elsewhere"):
                assert await unit.refusal(f"sample:{name}:2026-W03") == ""


class TroubledDesk:
    """A desk whose store is in trouble for a while."""

    def __init__(self, desk: Desk, failures: int) -> None:
        self._desk = desk
        self._failures = failures

    async def submit(self, envelope: Envelope) -> bool:
        if self._failures:
            self._failures -= 1
            raise StorageError("the disk is full")
        return await self._desk.submit(envelope)

    async def settled(self, envelope: Envelope, within_s: float) -> str | None:
        return await self._desk.settled(envelope, within_s)


async def test_a_store_in_trouble_is_looked_at_again_later(file: str, surface: FakeSurface) -> None:
    async with process(file, surface, timedelta(minutes=-1)) as (house, _, store):
        house.clock.at = EPOCH
        desk = TroubledDesk(house.lanes, 2)
        jobs = Jobs(store, MemoryBlobs(), desk, courier(house), house.clock, purge_hour=3)
        for expected in (0, 0, 1):
            await jobs.look()
            await house.lanes.idle()
            assert len(digests(surface)) == expected


async def test_what_a_command_beside_the_server_posted_is_delivered(
    file: str, surface: FakeSurface
) -> None:
    async with process(file, surface, timedelta(minutes=-1)) as (house, _, store):
        async with store.unit() as unit:
            await unit.post(Outgoing("beside", "w", ToPerson("tia"), Noted("Hello."), EPOCH))
        carries = courier(house)
        jobs = Jobs(store, MemoryBlobs(), house.lanes, carries, house.clock, purge_hour=3)
        await jobs.pick_up()
        await jobs.pick_up()
        await carries.idle()
        assert surface.delivered["beside"].message == Noted("Hello.")
        async with store.reading() as unit:
            assert await unit.undelivered() == []
