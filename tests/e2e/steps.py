"""What a person does in the pages, in their words."""

from __future__ import annotations

from playwright.async_api import Locator, Page, expect


async def begin(page: Page, url: str, title: str) -> None:
    """Accept an assignment by its title, read the briefing, start the chat, hear the opening."""
    await page.goto(url)
    await page.get_by_role("button", name=f"Accept {title}").click()
    await page.get_by_role("button", name="Start chat").click()
    await expect(customer_lines(page)).to_have_count(1)
    # The clock runs when the page's script does: before that Enter only starts a new line.
    await expect(page.locator("#timer")).to_be_visible()


async def say(page: Page, text: str) -> None:
    """Type a message and send it with Enter."""
    await page.locator("#words").fill(text)
    await page.locator("#words").press("Enter")


async def end(page: Page) -> None:
    """End the call by its button, and confirm."""
    await page.locator("#end-open").click()
    await page.locator("#end").get_by_role("button", name="End call").click()


def customer_lines(page: Page) -> Locator:
    """The customer's lines in the thread."""
    return page.locator("#log .say.customer")


def trainee_lines(page: Page) -> Locator:
    """The trainee's confirmed lines in the thread."""
    return page.locator("#log .say.trainee")
