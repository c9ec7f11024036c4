"""Everything here runs in a house, and no word that was said in it may reach a log."""

from __future__ import annotations

import logging
import traceback
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import structlog

from core.attempt import Attempt
from tests.slack.fixtures import emulated, town
from tests.slack.town import Town
from tests.slack_house import SlackHouse, slack_house

__all__ = ["emulated", "town"]
_TOO_SHORT = 8


@pytest.fixture
async def house(
    town: Town, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> AsyncIterator[SlackHouse]:
    caplog.set_level(logging.WARNING)
    with structlog.testing.capture_logs() as logs:
        async with slack_house(town, tmp_path) as built:
            yield built
            said = {*built.said, *[t.text for a in await _all(built) for t in a.turns]}
    written = " ".join([*map(whole, logs), caplog.text])
    assert [words for words in said if len(words) > _TOO_SHORT and words in written] == []
    assert town.violations == []


def whole(entry: structlog.typing.EventDict) -> str:
    """A log entry as it would be written, its error by its words: those must not tell either."""
    error = entry.get("exc_info")
    more = traceback.format_exception(error) if isinstance(error, BaseException) else []
    return f"{dict(entry)} {''.join(more)}"


async def _all(house: SlackHouse) -> list[Attempt]:
    everybody = [(who, place) for place in house.town.workspaces for who in ("tia", "alex")]
    return [each for who, place in everybody for each in await house.attempts(who, place)]
