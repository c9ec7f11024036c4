"""The throwaway server serves, keeps databases apart, and leaves nothing behind."""

import socket
from collections.abc import Iterator

import asyncpg
import pytest

from tests.postgres import PostgresServer


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    with PostgresServer() as running:
        yield running


async def test_databases_are_kept_apart(server: PostgresServer) -> None:
    names = [await server.new_database() for _ in range(2)]

    first, second = [await asyncpg.connect(server.url(name)) for name in names]
    await first.execute("CREATE TABLE calls (id int)")

    assert await first.fetchval("SELECT to_regclass('calls')") == "calls"
    assert await second.fetchval("SELECT to_regclass('calls')") is None
    await first.close()
    await second.close()


def test_stopped_server_leaves_nothing_behind() -> None:
    server = PostgresServer().start()
    folder = server.folder
    assert folder.exists()

    server.stop()
    server.stop()

    assert not folder.exists()
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", server.port)) != 0


def test_server_that_cannot_start_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.postgres._SETTINGS", "port = {port}\nshared_buffers = 'much'\n")

    with pytest.raises(RuntimeError, match=r"shared_buffers"):
        PostgresServer().start()
