"""A browser whose microphone hears somebody speak, and what such a somebody does on a call page."""

from __future__ import annotations

import re
import wave
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright, expect

from adapters.speech.embedded import open_embedded
from core.moods import Mood
from core.speech import RATE, SAMPLE_BYTES
from tests.environment import found

_ASKS = "Hello Dana. What is the email address on your account?"
_SILENCE_S = 12
PATIENCE_MS = 90_000
"""Ears and voice share two cores with a browser and whatever else runs."""


async def _microphone(path: Path) -> Path:
    """Write what the browser hears again and again: a question, and a silence."""
    opened = open_embedded()
    try:
        spoken = opened.speech.synthesiser.speak(
            _ASKS, voice="firm-low", mood=Mood.CALM, language="en"
        )
        sound = b"".join([piece async for piece in spoken])
    finally:
        await opened.aclose()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(SAMPLE_BYTES)
        file.setframerate(RATE)
        file.writeframes(bytes(RATE * SAMPLE_BYTES) + sound)
        file.writeframes(bytes(RATE * SAMPLE_BYTES * _SILENCE_S))
    return path


@asynccontextmanager
async def talking_browser(folder: Path, flags: tuple[str, ...]) -> AsyncIterator[Browser]:
    """Open a browser with these flags, whose microphone hears somebody who asks a question."""
    speech = await _microphone(folder / "speech.wav")
    heard = (
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-audio-capture={speech}",
    )
    async with async_playwright() as playwright:
        chromium = str(found("SCRIMMAGE_TEST_CHROMIUM"))
        launched = await playwright.chromium.launch(executable_path=chromium, args=[*flags, *heard])
        yield launched
        await launched.close()


async def joins(page: Page) -> None:
    """Join the call of a page that shows its briefing, and switch the captions on."""
    page.set_default_timeout(PATIENCE_MS)
    await page.get_by_role("button", name="Join the call").click()
    await expect(page.locator("#live .light-words")).to_have_text("Your microphone works")
    await page.get_by_role("button", name="Captions").click()


async def reads(page: Page, words: str) -> None:
    """Wait until the captions have it."""
    captions = page.locator("#captions")
    await expect(captions).to_contain_text(re.compile(words, re.IGNORECASE), timeout=PATIENCE_MS)


async def is_answered(page: Page) -> None:
    """Wait until the customer has spoken first, was asked, and has answered to the end."""
    await reads(page, "charged me")
    await reads(page, "email address")
    # A line that is under way would be said anew after a restart: wait until it was heard.
    heard = page.locator("#captions .caption.customer[data-final]")
    answer = heard.filter(has_text=re.compile("whitfieldframes", re.IGNORECASE))
    await expect(answer).not_to_have_count(0, timeout=PATIENCE_MS)


async def hangs_up(page: Page) -> None:
    """End the call."""
    await page.locator("#end-open").click()
    await page.locator("dialog[open]").get_by_role("button", name="End call").click()
    await expect(page.locator("#over")).to_be_visible()
