"""Everything here runs with Azure at the other end; its words and our keys may reach no log."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import structlog

from tests.acs.azure import KEYHOLE
from tests.acs.exchange import BRISK, TIA, Exchange, exchange
from tests.acs.requests import KEY
from tests.acs.signer import Signer


@pytest.fixture(scope="session")
def acs_signer() -> Signer:
    """Azure's keys: they take a while to make."""
    return Signer(lambda: 0.0)


@pytest.fixture
async def patient(acs_signer: Signer, tmp_path: Path) -> AsyncIterator[Exchange]:
    """One that waits for Azure's word when a socket has closed."""
    async with exchange(acs_signer, tmp_path, replace(BRISK, word=60)) as built:
        yield built


@pytest.fixture
async def here(
    acs_signer: Signer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> AsyncIterator[Exchange]:
    caplog.set_level(logging.INFO)
    with structlog.testing.capture_logs() as logs:
        async with exchange(acs_signer, tmp_path) as built:
            yield built
    written = f"{logs} {caplog.text}"
    assert [secret for secret in (KEY, KEYHOLE, TIA) if secret in written] == []
