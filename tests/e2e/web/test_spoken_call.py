"""A whole call by voice: a real browser, real speech, real ears, and a server that is killed."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, expect

from tests.e2e.server import Server
from tests.e2e.talking import PATIENCE_MS, hangs_up, is_answered, joins, reads


@pytest.mark.timeout(400)
async def test_a_call_is_spoken_survives_a_kill_and_is_scored(
    talking: Browser, server: Server
) -> None:
    page = await talking.new_page()
    await page.goto(server.url)
    await page.get_by_role("button", name="Accept Charged twice").click()
    await page.get_by_role("button", name="Start call").click()
    await joins(page)
    await is_answered(page)

    server.kill()
    await expect(page.locator("#link-state")).not_to_be_empty()
    server.start()
    await reads(page, "lost you|gone for a second|dropp|cut out|there you are|go away")

    await hangs_up(page)
    await page.goto(page.url.replace("/calls/", "/attempts/"))
    await expect(page.locator("#log .score")).to_be_visible(timeout=PATIENCE_MS)
    await expect(page.locator("#log .say.trainee").first).to_contain_text("email")
    await page.goto(f"{page.url}/transcript")
    await expect(page.locator("audio")).to_have_count(1)
