"""A browser for the session, a page and a server for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from tests.e2e.server import Server
from tests.e2e.talking import talking_browser
from tests.environment import found

# Generous: a machine that also builds something else is no defect of ours.
expect.set_options(timeout=20_000)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server that runs, on a fresh folder; the customer writes without a pause."""
    running = Server(tmp_path, writing_pause="0")
    running.start()
    yield running
    running.stop()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """Headless Chromium."""
    async with async_playwright() as playwright:
        chromium = str(found("SCRIMMAGE_TEST_CHROMIUM"))
        launched = await playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield launched
        await launched.close()


@pytest.fixture
async def talking(tmp_path: Path) -> AsyncIterator[Browser]:
    """A browser whose microphone hears somebody who asks a question."""
    async with talking_browser(tmp_path, FLAGS) as launched:
        yield launched


@pytest.fixture
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A page that fails the test when its script raises."""
    errors: list[str] = []
    opened = await browser.new_page(viewport={"width": 1280, "height": 860})
    opened.set_default_timeout(20_000)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    await opened.close()
    assert errors == []
