"""A store or a provider in trouble, and a bug: the attempt is unharmed and the lane goes on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from adapters.storage import SqlStore, open_store
from core.commands import End, Say
from core.errors import ProviderError, StorageError
from core.messages import ScoreCard
from core.ports import Unit
from core.reading import Reading
from tests.fakes.customer import ScriptedCustomer
from tests.house import House, furnish, house


class TroubledStore:
    """A store whose writing fails for a while."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self.failures = 0

    @asynccontextmanager
    async def unit(self, *, urgent: bool = False) -> AsyncIterator[Unit]:
        async with self._store.unit() as unit:
            yield unit
            if self.failures:
                self.failures -= 1
                raise StorageError("the disk is full")

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Unit]:
        async with self._store.reading() as unit:
            yield unit


async def test_a_full_disk_is_waited_out_and_the_call_is_whole(tmp_path: Path) -> None:
    store = await open_store(f"sqlite:///{tmp_path / 'full.db'}")
    troubled = TroubledStore(store)
    try:
        async with store.unit() as unit:
            await furnish(unit)
        built = House(troubled)
        await built.start()
        for n in range(4):
            troubled.failures = 0
            envelope = built.envelope(Say("t1", f"Message {n}"), key=f"m{n}")
            await built.lanes.submit(envelope)
            troubled.failures = 3 + n
            await built.lanes.idle()
        troubled.failures = 0
        await built.does(End("t1"))
        attempt = await built.attempt()
        assert [t.text for t in attempt.turns[1::2]] == [f"Message {n}" for n in range(4)]
        assert len(built.shown(ScoreCard)) == 1
        await built.lanes.close()
    finally:
        await store.close()


async def test_a_bug_in_one_command_is_told_kindly_and_the_next_is_taken(tmp_path: Path) -> None:
    async with house(tmp_path) as built:
        built.customer = ScriptedCustomer([ValueError("a bug"), Reading()])
        built.lanes = built.process()
        await built.start()
        await built.does(Say("t1", "Hello"))
        await built.does(Say("t1", "Still there?"))
        attempt = await built.attempt()
        assert [t.speaker for t in attempt.turns] == ["customer", "trainee", "trainee", "customer"]


async def test_a_provider_that_stays_away_leaves_the_words_for_later(tmp_path: Path) -> None:
    async with house(tmp_path) as built:
        away = [ProviderError("away", retryable=True)] * 7
        built.customer = ScriptedCustomer([*away, Reading()])
        built.lanes = built.process()
        await built.start()
        await built.does(Say("t1", "Hello"))
        assert (await built.attempt()).owed is not None
        await built.does(Say("t1", "Anybody?"))
        attempt = await built.attempt()
        assert attempt.owed is None
        assert [t.text for t in attempt.turns if t.speaker == "trainee"] == ["Hello", "Anybody?"]
