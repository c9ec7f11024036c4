"""SQLite: one connection that writes and a few that read, each in a thread of its own.

The usual way, aiosqlite under SQLAlchemy's asynchronous engine, changes threads about four times
for each statement; here a transaction changes threads once for each piece of work, which makes
the path of a trainee's message three times as fast.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import exc

from adapters.storage.database import Transaction
from adapters.storage.failures import translated
from adapters.storage.turns import Turns
from core.errors import StorageError

T = TypeVar("T")

BUSY_S = 5.0
_READERS = 3
# How long units of this process wait for each other. Only a unit within a unit takes so long.
QUEUE_S = 30.0
_AGAIN_S = 0.01
# For each of the four connections; what is not in it is in the system's own cache.
_CACHE_KIB = 4 * 1024


def engine_for(path: Path, busy_s: float = BUSY_S, *, reading: bool = False) -> sa.Engine:
    """Return an engine for the file whose transactions begin as we need them to."""
    engine = sa.create_engine(
        sa.URL.create("sqlite", database=str(path)),
        poolclass=sa.NullPool,
        hide_parameters=True,
        connect_args={"check_same_thread": False, "timeout": busy_s},
    )
    begin = "BEGIN" if reading else "BEGIN IMMEDIATE"

    @sa.event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own class
        # The driver would begin transactions by itself, too late and without the lock.
        connection.isolation_level = None
        _write_ahead(connection, busy_s)
        for pragma in (
            "synchronous = FULL",
            "foreign_keys = ON",
            # What retention deletes is overwritten, not only forgotten.
            "secure_delete = ON",
            f"cache_size = -{_CACHE_KIB}",
            f"query_only = {int(reading)}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def start(connection: sa.Connection) -> None:
        # Asking for the lock at once: a transaction that reads first could not get it later
        # if somebody else wrote in between.
        connection.exec_driver_sql(begin)

    return engine


def _write_ahead(connection: Any, busy_s: float) -> None:  # noqa: ANN401 - the driver's own class
    """Switch to a write-ahead log, of which a new file has none yet.

    SQLite does not wait for others while it switches, so this does: processes that start at once
    on a new file would else refuse to start.
    """
    until = time.monotonic() + busy_s
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(_AGAIN_S)
        else:
            return


class Slot:
    """A connection and the only thread that touches it: what is submitted happens in order."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._connection: sa.Connection | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="scrimmage-store")

    async def run(self, work: Callable[[sa.Connection], T]) -> T:
        """Do the work in a transaction, which it begins when there is none yet."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._work, work)

    def abandon(self) -> None:
        """Undo what was done. Nobody need wait: whatever comes next comes after it."""
        self._thread.submit(self._drop)

    async def close(self) -> None:
        """Close the connection and end the thread."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._shut)
        self._thread.shutdown(wait=False)

    def _work(self, work: Callable[[sa.Connection], T]) -> T:
        with translated():
            if self._connection is None:
                self._connection = self._engine.connect()
            if not self._connection.in_transaction():
                self._connection.begin()
            return work(self._connection)

    def _drop(self) -> None:
        """Roll back; a connection that cannot even do that is replaced by a new one."""
        try:
            if self._connection is not None:
                self._connection.rollback()
        except exc.SQLAlchemyError:
            self._shut()

    def _shut(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.invalidate()
            connection.close()


class SlotTransaction(Transaction):
    """A transaction on a slot that is ours until it ends."""

    def __init__(self, slot: Slot) -> None:
        super().__init__()
        self._slot = slot

    async def _perform(self, work: Callable[[sa.Connection], T]) -> T:
        return await self._slot.run(work)


class Lane:
    """Slots of one sort, lent to one transaction at a time, in the order they were asked for."""

    def __init__(self, engine: sa.Engine, slots: int, queue_s: float) -> None:
        self._queue_s = queue_s
        self._slots = [Slot(engine) for _ in range(slots)]
        self._free = list(self._slots)
        # Not a queue of slots: from that, whoever gives one back and asks again at once gets it
        # before those who wait.
        self._turn = Turns(slots)

    @asynccontextmanager
    async def transaction(self, *, urgent: bool = False) -> AsyncIterator[Transaction]:
        """Open a transaction on the next slot that is free; the urgent wait for nobody's turn."""
        slot = await self._borrow(urgent=urgent)
        transaction = SlotTransaction(slot)
        try:
            yield transaction
            await transaction.end()
        except BaseException:
            slot.abandon()
            raise
        finally:
            self._free.append(slot)
            self._turn.release()

    async def close(self) -> None:
        """Close every slot."""
        for slot in self._slots:
            await slot.close()

    async def _borrow(self, *, urgent: bool) -> Slot:
        try:
            async with asyncio.timeout(self._queue_s):
                await self._turn.acquire(urgent=urgent)
        except TimeoutError as error:
            raise StorageError("Another transaction of this process does not end.") from error
        return self._free.pop()


class SqliteDatabase:
    """A database in a file. Implements `Database`."""

    def __init__(self, path: Path, busy_s: float = BUSY_S, queue_s: float = QUEUE_S) -> None:
        self._writing = Lane(engine_for(path, busy_s), 1, queue_s)
        self._reading = Lane(engine_for(path, busy_s, reading=True), _READERS, queue_s)

    @asynccontextmanager
    async def transaction(
        self, *, reading: bool, urgent: bool = False
    ) -> AsyncIterator[Transaction]:
        """Open a transaction; writers wait for each other, readers for nobody."""
        lane = self._reading if reading else self._writing
        async with lane.transaction(urgent=urgent) as transaction:
            yield transaction

    async def close(self) -> None:
        """Close all connections; the last one folds the log into the file."""
        await self._reading.close()
        await self._writing.close()
