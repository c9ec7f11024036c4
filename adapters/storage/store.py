"""The store: opens a database and hands out transactions on it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from adapters.storage import schema
from adapters.storage.database import Database
from adapters.storage.places import open_database, shown
from adapters.storage.sqlite import BUSY_S
from adapters.storage.unit import SqlUnit
from core.errors import PracticeError, StorageError


class SqlStore:
    """Implements `core.ports.Store`. Made by `open_store`; belongs to the loop that made it."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @asynccontextmanager
    async def unit(self, *, urgent: bool = False) -> AsyncIterator[SqlUnit]:
        """Open a transaction that may write: kept whole at the end, or not at all.

        In SQLite one goes at a time, so keep it short, and never open one within another; one
        that is `urgent` goes before those that wait.
        """
        async with self.database.transaction(reading=False, urgent=urgent) as transaction:
            yield SqlUnit(transaction, reading=False)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[SqlUnit]:
        """Open a unit that only reads, as things stood when it began; it waits for no writer.

        Its methods that write raise StorageError.
        """
        async with self.database.transaction(reading=True) as transaction:
            yield SqlUnit(transaction, reading=True)

    async def close(self) -> None:
        """Close all connections."""
        await self.database.close()


async def open_store(url: str, *, busy_s: float = BUSY_S, upgrade: bool = True) -> SqlStore:
    """Return the store at `sqlite:///...` or `postgresql://...`, with its tables up to date.

    `busy_s` is how many seconds to wait for another process that writes. Without `upgrade`, old
    tables are an error. Raises PracticeError when the database cannot be used, with the reason.
    """
    database = open_database(url, busy_s)
    try:
        await _prepare(database, url, upgrade=upgrade)
    except BaseException:
        await database.close()
        raise
    return SqlStore(database)


async def migrate(url: str) -> bool:
    """Make the tables, or bring them up to date; False when they were. Raises PracticeError."""
    database = open_database(url, BUSY_S)
    try:
        return await _prepare(database, url, upgrade=True)
    finally:
        await database.close()


async def _prepare(database: Database, url: str, *, upgrade: bool) -> bool:
    try:
        if upgrade:
            return await schema.upgrade(database)
        if await schema.is_current(database):
            return False
    except StorageError as error:
        raise PracticeError(
            f"The database {shown(url)} cannot be used. {error}",
            "Check its URL, that it is running, and that this user may write to it.",
        ) from error
    raise PracticeError(
        f"The tables in {shown(url)} are not those of this version of Scrimmage.",
        "Bring them up to date with scrimmage migrate.",
    )
