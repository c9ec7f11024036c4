"""A database with our tables, and the Slack that the app is installed in."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from adapters.storage import SqlStore, open_store
from bots.slack.settings import SlackSettings
from tests.postgres import PostgresServer
from tests.slack.fixtures import emulated, town
from tests.slack.people import CLIENT_ID, CLIENT_SECRET
from tests.slack.town import Town

__all__ = ["emulated", "town"]
SECRET = "0123456789abcdef" * 2


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
    opened = await open_store(url)
    try:
        yield opened
    finally:
        await opened.close()


@pytest.fixture
def one(town: Town) -> SlackSettings:
    """One workspace over HTTP: acme."""
    return SlackSettings(bot_token=town.acme.bot_token, signing_secret=SECRET, api_url=town.url)


@pytest.fixture
def many(town: Town) -> SlackSettings:
    """Many workspaces over HTTP."""
    return SlackSettings(
        signing_secret=SECRET,
        client_id=CLIENT_ID,
        client_secret=CLIENT_SECRET,
        api_url=town.url,
        base_url="https://practice.example.com",
    )
