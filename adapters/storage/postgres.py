"""PostgreSQL, for more than one machine. Needs the extra `postgres`, which brings asyncpg."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TypeVar

import asyncpg
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from adapters.storage.database import Transaction
from adapters.storage.failures import sentence, translated
from core.errors import StorageError

T = TypeVar("T")

_CONNECT_S = 10
_STATEMENT_S = 60
_CONNECTIONS = 10


class PostgresTransaction(Transaction):
    """A transaction on a connection that is ours until it ends."""

    def __init__(self, connection: AsyncConnection) -> None:
        super().__init__()
        self._connection = connection

    async def _perform(self, work: Callable[[sa.Connection], T]) -> T:
        with _translated():
            return await self._connection.run_sync(work)


class PostgresDatabase:
    """A database on a server. Implements `Database`.

    `busy_s` is how long a statement waits for what another transaction holds.
    """

    def __init__(self, url: sa.URL, busy_s: float) -> None:
        self._engine = create_async_engine(
            url,
            pool_size=_CONNECTIONS,
            max_overflow=_CONNECTIONS,
            pool_timeout=_CONNECT_S,
            hide_parameters=True,
            connect_args={
                "timeout": _CONNECT_S,
                "command_timeout": _STATEMENT_S,
                # Compiling to machine code takes longer than any of our statements.
                "server_settings": {"lock_timeout": f"{int(busy_s * 1000)}ms", "jit": "off"},
            },
        )
        self._readers = self._engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )

    @asynccontextmanager
    async def transaction(
        self, *, reading: bool, urgent: bool = False
    ) -> AsyncIterator[Transaction]:
        """Open a transaction on a connection of the pool, where the urgent wait like others."""
        del urgent
        with _translated():
            connection = await (self._readers if reading else self._engine).connect()
        try:
            with _translated():
                await connection.begin()
            transaction = PostgresTransaction(connection)
            yield transaction
            await transaction.end()
        finally:
            await connection.close()

    async def close(self) -> None:
        """Close all connections."""
        await self._engine.dispose()


@contextmanager
def _translated() -> Iterator[None]:
    """Also translate what asyncpg raises while it connects, which SQLAlchemy lets through."""
    with translated():
        try:
            yield
        except (asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            raise StorageError(sentence(error)) from error
