"""A house with pages for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.web_house import WebHouse, web_house


@pytest.fixture
async def pages(tmp_path: Path) -> AsyncIterator[WebHouse]:
    async with web_house(tmp_path) as built:
        yield built


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[WebHouse]:
    async with web_house(tmp_path, demo=True) as built:
        yield built
