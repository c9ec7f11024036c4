"""The page of the Agents Playground in a browser: what a trainee sees, presses and writes."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import Browser, Page, expect

from tests.e2e.teams.office import Office, assign, staff


async def test_a_trainee_practises_in_the_page(
    office: Office, browser: Browser, tmp_path: Path
) -> None:
    page = await browser.new_page(viewport={"width": 1200, "height": 1000})
    await page.goto(office.place.url)
    await staff(office)
    await assign(office)

    await page.get_by_role("button", name="Accept").click()
    await expect(page.get_by_text("Accepted. The briefing")).to_be_visible()
    await expect(page.get_by_role("button", name="Accept")).to_have_count(0)
    await page.get_by_role("button", name="Start chat").click()
    await expect(page.get_by_text("Dana Whitfield writes first")).to_be_visible()
    await expect(page.get_by_text("You've charged me")).to_be_visible()
    await _write(page, "I'm so sorry about that, Dana. What email is on the account?")
    await expect(page.get_by_text("dana@whitfieldframes.example").last).to_be_visible()
    await _write(page, "end call")
    await expect(page.get_by_text("The call has ended.").first).to_be_visible()
    await expect(page.get_by_text("Empathy").first).to_be_visible()
    shown = await page.screenshot(path=tmp_path / "score.png", full_page=True)
    assert len(shown) > 10_000
    await page.close()


async def _write(page: Page, text: str) -> None:
    await page.get_by_role("textbox").first.click()
    await page.keyboard.insert_text(text)
    await page.keyboard.press("Enter")
