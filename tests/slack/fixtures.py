"""Fixtures for whoever tests against Slack.

In a conftest.py:

    from tests.slack.fixtures import client, emulated, town

    __all__ = ["client", "emulated", "town"]
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from tests.slack.emulated import Emulated
from tests.slack.people import ACME, BRAVO
from tests.slack.town import Town


@pytest.fixture(scope="session")
def emulated() -> Iterator[tuple[Emulated, Emulated]]:
    """Two workspaces that run as long as the session: acme and bravo."""
    with Emulated(ACME) as acme, Emulated(BRAVO) as bravo:
        yield acme, bravo


@pytest.fixture
async def town(emulated: tuple[Emulated, Emulated]) -> AsyncIterator[Town]:
    """A Town in which nothing has been said yet."""
    async with Town(*emulated) as open_town:
        yield open_town


@pytest.fixture
def client(town: Town) -> AsyncWebClient:
    """The real client of the bot in acme; for bravo, make one with `town.bravo.bot_token`."""
    return AsyncWebClient(token=town.acme.bot_token, base_url=town.url)
