"""Everything here runs in a house, and no word that was said in it may reach a log."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import structlog

from tests.integration.slack.conftest import whole
from tests.teams.fixtures import openid, signer
from tests.teams.openid import OpenId
from tests.teams_house import TeamsHouse, teams_house

__all__ = ["openid", "signer"]
_TOO_SHORT = 8


@pytest.fixture
async def house(
    openid: OpenId, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> AsyncIterator[TeamsHouse]:
    caplog.set_level(logging.WARNING)
    with structlog.testing.capture_logs() as logs:
        async with teams_house(openid, tmp_path) as built:
            yield built
            lines = [
                t.text
                for who in ("tia", "alex")
                for a in await built.attempts(who)
                for t in a.turns
            ]
            violations = [*built.process.caller.violations, *built.town.violations]
    written = " ".join([*map(whole, logs), caplog.text])
    assert [
        words for words in {*built.said, *lines} if len(words) > _TOO_SHORT and words in written
    ] == []
    assert violations == []
