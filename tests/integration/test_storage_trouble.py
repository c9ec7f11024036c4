"""SQLite in trouble: no space, somebody else's lock, a damaged file, a file not to be written."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from adapters.storage import SqlStore, open_store
from adapters.storage.sqlite import SqliteDatabase
from core.commands import Say
from core.errors import StorageError
from tests.records import attempt, entry, envelope, outgoing

_BUSY_S = 0.05


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "practice.db"


@pytest.fixture
async def store(path: Path) -> AsyncIterator[SqlStore]:
    opened = await open_store(f"sqlite:///{path}", busy_s=_BUSY_S)
    yield opened
    await opened.close()


async def _pragma(store: SqlStore, pragma: str) -> int:
    async with store.database.transaction(reading=False) as transaction:
        result = await transaction.run(sa.Connection.exec_driver_sql, f"PRAGMA {pragma}")
        return int(result.scalar_one())


async def test_a_full_disk_keeps_nothing_of_the_unit_and_works_again_after(
    store: SqlStore,
) -> None:
    await _pragma(store, f"max_page_count = {await _pragma(store, 'page_count') + 2}")

    async def too_much() -> None:
        async with store.unit() as unit:
            await unit.save(attempt(turns=2), [entry(0)])
            await unit.receive(envelope(command=Say("call", "much " * 5000)))
            await unit.post(outgoing())

    for _ in range(2):
        with pytest.raises(StorageError, match="no space left") as caught:
            await too_much()
        assert caught.value.__cause__
        async with store.reading() as unit:
            assert await unit.attempt("call") is None
            assert await unit.unfinished() == []
            assert await unit.undelivered() == []

    await _pragma(store, "max_page_count = 1000000")
    await too_much()
    async with store.reading() as unit:
        assert await unit.attempt("call") == attempt(turns=2)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


async def test_another_process_that_writes_is_waited_for_and_then_given_up(
    store: SqlStore, path: Path
) -> None:
    with _locked(path):
        for _ in range(2):
            with pytest.raises(StorageError, match="Another process is writing"):
                async with store.unit() as unit:
                    await unit.receive(envelope())
        async with store.reading() as unit:
            assert await unit.unfinished() == []
    async with store.unit() as unit:
        assert await unit.receive(envelope())


async def test_the_loop_goes_on_while_a_unit_waits(store: SqlStore, path: Path) -> None:
    async def write() -> None:
        async with store.unit() as unit:
            await unit.receive(envelope())

    with _locked(path):
        waiting = asyncio.create_task(write())
        while not waiting.done():
            async with store.reading() as unit:
                assert await unit.unfinished() == []
        with pytest.raises(StorageError):
            await waiting


async def test_a_unit_within_a_unit_is_told_and_not_waited_for_in_vain(
    store: SqlStore, path: Path
) -> None:
    hasty = SqlStore(SqliteDatabase(path, queue_s=_BUSY_S))

    async def nested() -> None:
        async with hasty.unit(), hasty.unit():
            pytest.fail("two units at once")

    with pytest.raises(StorageError, match="of this process does not end"):
        await nested()
    async with hasty.unit() as unit:
        assert await unit.receive(envelope())
    await hasty.close()
    async with store.reading() as unit:
        assert await unit.unfinished() == [envelope()]


def _size(path: Path) -> int:
    return path.stat().st_size


def _damage(path: Path, sound: int) -> None:
    """Overwrite all but so many bytes at the beginning, where each table has its root."""
    whole = path.read_bytes()
    path.write_bytes(whole[:sound] + b"\xff" * (len(whole) - sound))


async def test_a_damaged_file(path: Path) -> None:
    url = f"sqlite:///{path}"
    await (await open_store(url)).close()
    empty = _size(path)
    store = await open_store(url)
    async with store.unit() as unit:
        for number in range(300):
            await unit.save(attempt(f"call{number}", turns=4))
    await store.close()
    _damage(path, empty)
    damaged = await open_store(url)

    async def read_all() -> None:
        async with damaged.reading() as unit:
            for number in range(300):
                await unit.attempt(f"call{number}")

    with pytest.raises(StorageError, match="damaged"):
        await read_all()
    await damaged.close()


async def test_the_settings_that_safety_and_speed_rest_on(store: SqlStore) -> None:
    async with store.database.transaction(reading=False) as transaction:

        def ask(connection: sa.Connection, name: str) -> object:
            return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()

        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
        found = [await transaction.run(ask, name) for name in names]
    assert found == ["wal", 2, 1, 1, 50]
