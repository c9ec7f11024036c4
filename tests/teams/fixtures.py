"""Fixtures for whoever tests against Teams.

In a conftest.py:

    from tests.teams.fixtures import openid, signer, teams_town

    __all__ = ["openid", "signer", "teams_town"]
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.teams.openid import OpenId
from tests.teams.people import APP
from tests.teams.signer import Signer
from tests.teams.town import TeamsTown


@pytest.fixture(scope="session")
def signer() -> Signer:
    """Signs for the app of the tests."""
    return Signer(APP)


@pytest.fixture(scope="session")
def openid(signer: Signer) -> Iterator[OpenId]:
    """The signer's keys, published as long as the session."""
    with OpenId(signer) as running:
        yield running


@pytest.fixture
async def teams_town() -> AsyncIterator[TeamsTown]:
    """A Town in which nothing has been said yet."""
    async with TeamsTown() as town:
        yield town
