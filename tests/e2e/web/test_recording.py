"""Hearing a call again, in a real browser, with a recording that a tape made."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from core.rehearsal import EPOCH
from tests.e2e.web.conftest import PHONE, Visit
from tests.sounds import after, tone
from tests.voice_held import held, mark
from tests.web_house import WebHouse
from voice_bridge.recording import Recorder

SAID = (
    (7.0, "You charged me twice for the same order, and nobody has called me back."),
    (19.0, "I am so sorry about that, Pat. I can see both charges, and I am refunding one now."),
    (31.0, "And how do I know that this time it will"),
    (44.0, "You will have my confirmation by e-mail within the hour."),
)
ONSETS = (2.0, 9.0, 21.0, 33.0)
SHOTS = os.environ.get("SCRIMMAGE_TEST_SHOTS", "")


@pytest.fixture
async def recorded(pages: WebHouse, tmp_path: Path) -> None:
    """A call of four lines, the third of which was cut off, with its recording."""
    await held(pages, said=SAID)
    for number, onset in enumerate(ONSETS):
        speaker = "trainee" if number % 2 else "customer"
        await mark(pages, f"{speaker}_onset", onset, turn=number)
    await mark(pages, "customer_offset", 31, turn=2, cut=True)
    recorder = Recorder(tmp_path / "spools", pages.blobs, pages.recordings, pages.inner.clock)
    attempt = await pages.inner.attempt()
    tape = recorder.tape(attempt)
    for number, onset in enumerate(ONSETS):
        say = tape.trainee if number % 2 else tape.customer
        say(after(attempt.started_at or EPOCH, onset), tone(9))
    tape.close()
    kept = await recorder.finish(attempt)
    assert kept is not None
    assert kept.media_type == "audio/mpeg"


async def opened(visit: Visit, *, phone: bool = False) -> Page:
    return await visit.enter(to="/attempts/t1/transcript", viewport=PHONE if phone else None)


async def shot(page: Page, name: str) -> None:
    if SHOTS:
        await page.screenshot(path=Path(SHOTS) / f"tape-{name}.png", full_page=True)


async def seconds(page: Page) -> float:
    """Where the player is."""
    return float(await page.evaluate("document.getElementById('recording').currentTime"))


@pytest.mark.usefixtures("recorded")
async def test_a_line_is_heard_from_its_first_sound_and_shown_as_the_one_that_is(
    visit: Visit,
) -> None:
    page = await opened(visit)
    await page.get_by_role("button", name="Play from line 3").click()

    await expect(page.locator("#turn-2")).to_have_attribute("aria-current", "true")
    await expect(page.locator("[aria-current]")).to_have_count(1)
    assert 20.75 <= await seconds(page) < 33
    await shot(page, "desktop")
    await page.get_by_role("button", name="Play from line 3").click()
    assert await page.evaluate("document.getElementById('recording').paused")


@pytest.mark.usefixtures("recorded")
async def test_it_goes_on_to_the_next_line_by_itself(visit: Visit) -> None:
    page = await opened(visit)
    await page.get_by_role("button", name="Play from line 1").click()
    await expect(page.locator("#turn-0")).to_have_attribute("aria-current", "true")
    await page.evaluate("document.getElementById('recording').currentTime = 32.6")

    await expect(page.locator("#turn-3")).to_have_attribute("aria-current", "true")
    await expect(page.get_by_role("button", name="Play from line 4")).to_have_attribute(
        "aria-pressed", "true"
    )


@pytest.mark.usefixtures("recorded")
async def test_by_keyboard_alone(visit: Visit) -> None:
    page = await opened(visit, phone=True)
    await page.get_by_role("button", name="Play from line 2").focus()
    await page.keyboard.press("Enter")

    await expect(page.locator("#turn-1")).to_have_attribute("aria-current", "true")
    await shot(page, "phone")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Space")
    await expect(page.locator("#turn-2")).to_have_attribute("aria-current", "true")
    wider = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not await page.evaluate(wider)


async def test_a_recording_that_is_gone_is_told_of(visit: Visit, pages: WebHouse) -> None:
    await held(pages, said=SAID)
    pages.inner.clock.passes(91 * 24 * 3600)
    page = await opened(visit)
    await expect(page.get_by_text("audio is kept for 90 days")).to_be_visible()
    await expect(page.locator("audio")).to_have_count(0)
    await shot(page, "gone")
