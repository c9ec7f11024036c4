"""The real server, and the Town in front of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.e2e.server import Server
from tests.e2e.slack.office import Office
from tests.e2e.slack.somebody import Somebody
from tests.slack.fixtures import emulated, town
from tests.slack.requests import Caller
from tests.slack.town import Town

__all__ = ["emulated", "town"]

SECRET = "0123456789abcdef0123456789abcdef"


@pytest.fixture
async def office(town: Town, tmp_path: Path) -> AsyncIterator[Office]:
    settings = {
        "slack_bot_token": town.acme.bot_token,
        "slack_signing_secret": SECRET,
        "slack_api_url": town.url,
        "writing_pause": "0",
    }
    server = Server(tmp_path, demo=False, **settings)
    await asyncio.to_thread(server.start)
    try:
        async with Caller(f"{server.url}/slack/events", SECRET) as caller:
            people = [Somebody(town, caller, name) for name in ("ada", "ines", "alex", "zed")]
            yield Office(town, server, *people)
            assert caller.violations == []
        assert town.violations == []
    finally:
        await asyncio.to_thread(server.stop)
