"""A whole call by voice: a real browser, real speech, real ears, and a server that is killed."""

from __future__ import annotations

import re
import wave
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from adapters.speech.embedded import open_embedded
from core.moods import Mood
from core.speech import RATE, SAMPLE_BYTES
from tests.e2e.conftest import FLAGS
from tests.e2e.server import Server
from tests.environment import found

_ASKS = "Hello Dana. What is the email address on your account?"
_SILENCE_S = 12
_PATIENCE_MS = 90_000
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


@pytest.fixture
async def talking(tmp_path: Path) -> AsyncIterator[Browser]:
    """A browser whose microphone hears somebody who asks a question."""
    speech = await _microphone(tmp_path / "speech.wav")
    flags = [
        *FLAGS,
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-audio-capture={speech}",
    ]
    async with async_playwright() as playwright:
        chromium = str(found("SCRIMMAGE_TEST_CHROMIUM"))
        launched = await playwright.chromium.launch(executable_path=chromium, args=flags)
        yield launched
        await launched.close()


async def _said(page: Page, words: str) -> None:
    """Wait until the captions have it."""
    captions = page.locator("#captions")
    await expect(captions).to_contain_text(re.compile(words, re.IGNORECASE), timeout=_PATIENCE_MS)


@pytest.mark.timeout(400)
async def test_a_call_is_spoken_survives_a_kill_and_is_scored(
    talking: Browser, server: Server
) -> None:
    page = await talking.new_page()
    page.set_default_timeout(_PATIENCE_MS)
    await page.goto(server.url)
    await page.get_by_role("button", name="Accept Charged twice").click()
    await page.get_by_role("button", name="Start call").click()
    await page.get_by_role("button", name="Join the call").click()
    await expect(page.locator("#live .light-words")).to_have_text("Your microphone works")
    await page.get_by_role("button", name="Captions").click()
    await _said(page, "charged me")
    await _said(page, "email address")
    await _said(page, "whitfieldframes")

    server.kill()
    await expect(page.locator("#link-state")).not_to_be_empty()
    server.start()
    await _said(page, "lost you|gone for a second|dropp|cut out|there you are|go away")

    await page.locator("#end-open").click()
    await page.locator("dialog[open]").get_by_role("button", name="End call").click()
    await expect(page.locator("#over")).to_be_visible()
    await page.goto(page.url.replace("/calls/", "/attempts/"))
    await expect(page.locator("#log .score")).to_be_visible(timeout=_PATIENCE_MS)
    await expect(page.locator("#log .say.trainee").first).to_contain_text("email")
    await page.goto(f"{page.url}/transcript")
    await expect(page.locator("audio")).to_have_count(1)
