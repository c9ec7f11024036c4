"""An engine for libraries that bring their own statements, over the same database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from adapters.storage.places import parsed_url
from adapters.storage.sqlite import BUSY_S

_CONNECTIONS = 2


@asynccontextmanager
async def async_engine(url: str) -> AsyncIterator[object]:
    """Open SQLAlchemy's engine on the store's database, for as long as the block runs.

    Whoever takes it hands it on and asks nothing of it. The tables are those of the migrations;
    open the store first. Raises PracticeError when the URL cannot be meant so.
    """
    engine = _engine(parsed_url(url))
    try:
        yield engine
    finally:
        await engine.dispose()


def _engine(url: sa.URL) -> AsyncEngine:
    if url.get_backend_name() == "postgresql":
        return create_async_engine(
            url.set(drivername="postgresql+asyncpg"),
            pool_size=_CONNECTIONS,
            max_overflow=_CONNECTIONS,
            pool_pre_ping=True,
            hide_parameters=True,
        )
    engine = create_async_engine(
        url.set(drivername="sqlite+aiosqlite"),
        poolclass=sa.NullPool,
        hide_parameters=True,
        connect_args={"timeout": BUSY_S},
    )

    @sa.event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own class
        cursor = connection.cursor()
        # A token that is deleted is overwritten, not only forgotten.
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.close()

    return engine
