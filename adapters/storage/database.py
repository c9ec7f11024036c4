"""What the store needs of a database: transactions in which plain functions do the work.

The work itself is written once, as functions of a SQLAlchemy connection. SQLite runs them in a
thread of their own, PostgreSQL on its asynchronous driver.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Concatenate, ParamSpec, Protocol, TypeVar

import sqlalchemy as sa

from core.errors import StorageError

P = ParamSpec("P")
T = TypeVar("T")


class Transaction(ABC):
    """An open transaction. Once something failed in it, it takes no more work.

    What has no result can be put off until the next thing that has one, or until the end: each
    piece of work that is waited for costs a change of threads, about a tenth of a millisecond.
    """

    def __init__(self) -> None:
        self._failed = False
        self._put_off: list[Callable[[sa.Connection], object]] = []

    async def run(
        self,
        work: Callable[Concatenate[sa.Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Do the work, after what was put off, and return its result. Raises StorageError."""
        return await self._watched(lambda connection: work(connection, *args, **kwargs))

    def later(
        self,
        work: Callable[Concatenate[sa.Connection, P], object],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Put off the work. Raises StorageError when something failed before."""
        self._check()
        self._put_off.append(lambda connection: work(connection, *args, **kwargs))

    async def end(self) -> None:
        """Do what was put off, and commit. Raises StorageError; then nothing is kept."""
        await self._watched(sa.Connection.commit)

    async def _watched(self, work: Callable[[sa.Connection], T]) -> T:
        self._check()
        waiting, self._put_off = self._put_off, []

        def everything(connection: sa.Connection) -> T:
            for each in waiting:
                each(connection)
            return work(connection)

        try:
            return await self._perform(everything)
        except BaseException:
            # Databases differ in what is left of a transaction after an error; we keep nothing.
            self._failed = True
            raise

    def _check(self) -> None:
        if self._failed:
            raise StorageError("An earlier step of this transaction failed, so none of it is kept.")

    @abstractmethod
    async def _perform(self, work: Callable[[sa.Connection], T]) -> T:
        """Do the work on the connection, beginning if need be. Raises StorageError."""


class Database(Protocol):
    """A database that is open."""

    def transaction(
        self, *, reading: bool, urgent: bool = False
    ) -> AbstractAsyncContextManager[Transaction]:
        """Open a transaction: committed at the end of the block, rolled back on any error.

        One that is only `reading` sees the database as it was when it began, and waits for
        nobody. One that is `urgent` goes before those that wait. Raises StorageError.
        """
        ...

    async def close(self) -> None:
        """Close all connections."""
        ...
