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
    """An open transaction. Once something failed in it, it takes no more work."""

    def __init__(self) -> None:
        self._failed = False

    async def run(
        self,
        work: Callable[Concatenate[sa.Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Do the work in this transaction and return its result. Raises StorageError."""
        self.check()
        try:
            return await self._perform(lambda connection: work(connection, *args, **kwargs))
        except BaseException:
            # Databases differ in what is left of a transaction after an error; we keep nothing.
            self._failed = True
            raise

    def check(self) -> None:
        """Raise StorageError when something in this transaction failed before."""
        if self._failed:
            raise StorageError("An earlier step of this transaction failed, so none of it is kept.")

    @abstractmethod
    async def _perform(self, work: Callable[[sa.Connection], T]) -> T: ...


class Database(Protocol):
    """A database that is open."""

    def transaction(self, *, reading: bool) -> AbstractAsyncContextManager[Transaction]:
        """Open a transaction: committed at the end of the block, rolled back on any error.

        One that is only `reading` sees the database as it was when it began, and waits for
        nobody. Raises StorageError.
        """
        ...

    async def close(self) -> None:
        """Close all connections."""
        ...
