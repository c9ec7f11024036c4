"""Each implementation of a port in turn: the contract's cases are the same for all."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from adapters.storage import SqlStore, open_store
from tests.postgres import PostgresServer


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    with PostgresServer() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
async def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/practice.db"
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.url(await server.new_database())


@pytest.fixture
async def store(url: str) -> AsyncIterator[SqlStore]:
    opened = await open_store(url, busy_s=2)
    try:
        yield opened
    finally:
        await opened.close()
