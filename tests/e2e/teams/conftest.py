"""The real server, and Microsoft's Agents Playground in front of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.teams.settings import MESSAGES_PATH
from tests.e2e.server import Server
from tests.e2e.teams.office import Office
from tests.e2e.teams.somebody import Somebody
from tests.teams.playground import Logged, playground


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    settings = {
        "teams_playground": "true",
        "teams_admin": "adelev@example.com",
        "writing_pause": "0",
    }
    server = Server(tmp_path, demo=False, **settings)
    await asyncio.to_thread(server.start)
    try:
        async with playground(f"{server.url}{MESSAGES_PATH}") as place:
            people = [Somebody(place, name) for name in ("adele", "megan", "alex")]
            for somebody in people:
                await somebody.arrives()
            yield Office(place, server, *people)
            assert [e for e in place.log.entries if _went_wrong(e)] == []
    finally:
        await asyncio.to_thread(server.stop)
    assert "Traceback" not in server.log()


def _went_wrong(entry: Logged) -> bool:
    # It cannot take a message away, nor say who one person of a chat is; for that there is a list.
    return entry.status >= 400 and entry.status != 501 and entry.kind != "getConversationMember"
