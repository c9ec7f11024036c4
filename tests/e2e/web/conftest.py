"""A real browser in front of a real server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from tests.house import TRAINEE
from tests.web_house import WebHouse, web_house

PHONE: ViewportSize = {"width": 360, "height": 740}


@pytest.fixture
async def pages(tmp_path: Path) -> AsyncIterator[WebHouse]:
    async with web_house(tmp_path) as built:
        yield built


class Visit:
    """Opens pages as somebody, and keeps what went wrong in them."""

    def __init__(self, browser: Browser, pages: WebHouse) -> None:
        self.browser = browser
        self.pages = pages
        self.errors: list[str] = []

    async def enter(
        self, person: str = TRAINEE, to: str = "/", viewport: ViewportSize | None = None
    ) -> Page:
        """Enter by a link, in a browser of one's own."""
        context = await self.browser.new_context(
            viewport=viewport or {"width": 1280, "height": 800}
        )
        page = await context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        await page.goto(self.pages.link(person, to))
        return page

    async def call(self, viewport: ViewportSize | None = None) -> Page:
        """Start the call, from the front page on."""
        page = await self.enter(viewport=viewport)
        await page.get_by_role("button", name="Accept").click()
        await page.get_by_role("button", name="Start chat").click()
        await expect(page.locator("#turn-0")).to_be_visible()
        # The clock runs when the page's script does: before that Enter only starts a new line.
        await expect(page.locator("#timer")).to_be_visible()
        return page


@pytest.fixture
async def visit(browser: Browser, pages: WebHouse) -> AsyncIterator[Visit]:
    opened = Visit(browser, pages)
    yield opened
    assert opened.errors == []


async def say(page: Page, text: str) -> None:
    """Write a line and send it with Enter."""
    await page.get_by_label("Your message to").fill(text)
    await page.keyboard.press("Enter")
