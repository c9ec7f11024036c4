"""A process may die at any transaction of a call: nothing is lost, nothing is said twice.

The store dies at the nth moment: before a transaction begins, before it commits (its work is
rolled back, as a real death would), or right after. From then on the whole process is dead. A
new process on the same file takes up the work; whoever sent a message sends it again until it
is accepted, as platforms and pages do. `tests/e2e` does the same to a real process with SIGKILL.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from adapters.storage import SqlStore, open_store
from core.attempt import Speaker
from core.commands import Accept, Command, End, Envelope, GiveReview, Say, Start
from core.errors import StorageError
from core.messages import (
    AssignmentOffered,
    CustomerSaid,
    Reviewed,
    ScoreCard,
    ToReview,
    ToThread,
    TraineeSaid,
)
from core.ports import Unit
from core.review import Adjustment, NextStep
from core.scoring import Verdict
from tests.house import COACH, TRAINEE, House, furnish


class Died(BaseException):
    """The process is gone. Not an Exception: nothing in the product may catch it."""


class MortalStore:
    """A store whose process dies at the moment of this number, counted over all transactions."""

    def __init__(self, store: SqlStore, dies_at: int) -> None:
        self._store = store
        self.moments_left = dies_at
        self.dead = False

    def _moment(self) -> None:
        self.moments_left -= 1
        if self.dead or self.moments_left == 0:
            self.dead = True
            raise Died

    @asynccontextmanager
    async def unit(self, *, urgent: bool = False) -> AsyncIterator[Unit]:
        self._moment()
        async with self._store.unit() as unit:
            yield unit
            self._moment()
        self._moment()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Unit]:
        self._moment()
        async with self._store.reading() as unit:
            yield unit


REVIEW = GiveReview(
    "t1",
    Verdict.CONDITIONAL,
    "Once more, please.",
    (Adjustment("empathy", 3, "It came late."),),
    NextStep.REMEDIAL,
    "sample",
)
MOMENTS = 121
"""More than the story has, so that each may be the last one."""
STORY: tuple[tuple[str, Command], ...] = (
    ("accept", Accept("as1")),
    ("start", Start("as1", "t1")),
    ("say1", Say("t1", "Hello")),
    ("say2", Say("t1", "I see the charge")),
    ("say3", Say("t1", "I am looking into it")),
    ("end", End("t1")),
    ("review", REVIEW),
)


def _by(command: Command) -> str:
    return COACH if isinstance(command, GiveReview) else TRAINEE


async def live(store: SqlStore, surface_of: House | None, dies_at: int) -> tuple[House, bool]:
    """Run one process through the story, from wherever the last one left it."""
    mortal = MortalStore(store, dies_at)
    built = House(mortal)
    if surface_of is not None:
        built.surface = surface_of.surface
        built.ids = surface_of.ids
        built.lanes = built.process()
    try:
        await built.lanes.start()
        await built.lanes.idle()
        for key, command in STORY:
            lane = TRAINEE if isinstance(command, Accept | Start) else "t1"
            envelope = Envelope(key, "w", _by(command), lane, command, built.clock.now())
            await built.lanes.submit(envelope)
            await built.lanes.idle()
            if mortal.dead:
                break
    except (Died, StorageError):
        mortal.dead = True
    await _bury(built)
    return built, not mortal.dead


async def _bury(built: House) -> None:
    """Stop what is left of the process without letting it finish anything."""
    current = asyncio.current_task()
    lanes = [t for t in asyncio.all_tasks() if t is not current and t.get_name().startswith("lane")]
    for task in lanes:
        task.cancel()
    await asyncio.gather(*lanes, return_exceptions=True)
    await built.lanes.close()


@pytest.mark.parametrize("first_death", range(1, MOMENTS, 2))
async def test_a_process_that_dies_anywhere_loses_and_repeats_nothing(
    tmp_path: Path, first_death: int
) -> None:
    store = await open_store(f"sqlite:///{tmp_path / 'mortal.db'}")
    try:
        async with store.unit() as unit:
            await furnish(unit)
        built, finished = await live(store, None, first_death)
        for later_death in (first_death % 7 + 3, 10_000):
            if not finished:
                built, finished = await live(store, built, later_death)
        assert finished
        await _assert_told_once(store, built)
    finally:
        await store.close()


async def _assert_told_once(store: SqlStore, built: House) -> None:
    async with store.reading() as unit:
        attempt = await unit.attempt("t1")
        runs = await unit.runs("t1")
        reviews = await unit.reviews("t1")
        request = await unit.request("t1")
        assignments = await unit.assignments("w", TRAINEE)
        assert not await unit.undelivered()
        assert not await unit.unfinished()
    assert attempt is not None
    said = [t.text for t in attempt.turns if t.speaker is Speaker.TRAINEE]
    assert said == ["Hello", "I see the charge", "I am looking into it"]
    speakers = [t.speaker for t in attempt.turns]
    assert speakers == [Speaker.CUSTOMER, *(Speaker.TRAINEE, Speaker.CUSTOMER) * 3]
    assert len(runs) == 1
    shown = [m.turn for m in built.shown(CustomerSaid)]
    shown += [m.turn for m in built.shown(TraineeSaid)]
    assert sorted(shown) == [t.number for t in attempt.turns]
    assert len(built.shown(ScoreCard)) == 1
    assert [review.verdict for review in reviews] == [Verdict.CONDITIONAL]
    assert request is not None
    assert request.done_at is not None
    reviewed = [o.to for o in built.surface.delivered.values() if isinstance(o.message, Reviewed)]
    assert sorted(reviewed, key=str) == [ToReview("t1"), ToThread("t1")]
    offered = built.shown(AssignmentOffered)
    assert {given.id for given in assignments} == {"as1", *(o.assignment for o in offered)}
    assert len(offered) == 1


async def test_the_story_has_as_many_moments_as_are_tried(tmp_path: Path) -> None:
    store = await open_store(f"sqlite:///{tmp_path / 'count.db'}")
    try:
        async with store.unit() as unit:
            await furnish(unit)
        mortal = MortalStore(store, dies_at=0)
        counted = House(mortal)
        await counted.lanes.start()
        for key, command in STORY:
            await counted.does(command, by=_by(command), key=key)
        await counted.lanes.close()
        assert 60 < -mortal.moments_left < MOMENTS
    finally:
        await store.close()
