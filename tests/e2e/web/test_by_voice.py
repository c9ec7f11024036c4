"""A call by voice in a real browser, with sound both ways."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

from core.attempt import CallState
from tests.call_house import CallHouse, call_house
from tests.e2e.conftest import FLAGS
from tests.e2e.web.voices import HUM_HZ, Line, level_at, pcm, tone, write_microphone
from tests.environment import found
from tests.house import TRAINEE
from voice_bridge.wire import (
    Caption,
    Close,
    Doing,
    Played,
    Shown,
    TimeShort,
    Trouble,
    Until,
)

# One browser for all: its start takes longer than most of these tests.
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture(scope="module")
def speaking(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_microphone(tmp_path_factory.mktemp("sound") / "microphone.wav")


@dataclass
class Caller:
    """Somebody with a browser and a microphone, and a customer at the other end."""

    house: CallHouse
    browser: Browser
    customer: Line = field(default_factory=Line)
    errors: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    async def open(self, url: str, *, allowed: bool = True, wide: int = 1280) -> Page:
        """Open a page in a browser of one's own."""
        context = await self.browser.new_context(
            viewport={"width": wide, "height": 800},
            # To allow one thing is to refuse the others.
            permissions=["microphone" if allowed else "geolocation"],
        )
        self.contexts.append(context)
        page = await context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        await page.goto(url)
        return page

    async def join(self) -> Page:
        """Join by a link, as somebody in Slack does."""
        page = await self.open(await self.house.start_in_slack())
        await page.get_by_role("button", name="Join the call").click()
        await expect(page.locator("#live")).to_be_visible()
        return page


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def headset(speaking: Path) -> AsyncIterator[Browser]:
    """A browser with a microphone that hums."""
    flags = [
        *FLAGS,
        "--use-fake-device-for-media-stream",
        # As for people: a test's browser would play without a click.
        "--autoplay-policy=document-user-activation-required",
        f"--use-file-for-fake-audio-capture={speaking}",
    ]
    async with async_playwright() as playwright:
        chromium = str(found("SCRIMMAGE_TEST_CHROMIUM"))
        launched = await playwright.chromium.launch(executable_path=chromium, args=flags)
        yield launched
        await launched.close()


@pytest_asyncio.fixture(loop_scope="module")
async def caller(tmp_path: Path, headset: Browser) -> AsyncIterator[Caller]:
    async with call_house(tmp_path) as house:
        made = Caller(house, headset)
        house.hold = made.customer
        yield made
        for context in made.contexts:
            await context.close()
        assert made.errors == []


async def test_sound_goes_both_ways(caller: Caller) -> None:
    page = await caller.join()
    await expect(page.locator("#live .light-words")).to_have_text("Your microphone works")
    played = await caller.customer.next_played()
    while played.ms < 1000:
        played = await caller.customer.next_played()
    heard = await caller.customer.listen(1.0)

    assert played == Played(1, 1000)
    assert level_at(heard, HUM_HZ) > 0.01
    assert page.url.endswith("/calls/s1")


_SLOW_MICROPHONE = """
  window.made = [];
  const Node = AudioWorkletNode;
  window.AudioWorkletNode = class extends Node {
    constructor(context, name, options) {
      super(context, name, options);
      window.made.push(name);
    }
  };
  const clicked = new Promise((resolve) => { window.clicked = resolve; });
  const devices = navigator.mediaDevices;
  const ask = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wanted) => {
    window.asked = true;
    await clicked;
    return ask(wanted);
  };
"""


async def test_who_joins_while_the_microphone_is_looked_at_is_heard_once(caller: Caller) -> None:
    page = await caller.open("about:blank")
    await page.add_init_script(_SLOW_MICROPHONE)
    await page.goto(await caller.house.start_in_slack())
    await page.wait_for_function("window.asked")
    await page.get_by_role("button", name="Join the call").click()
    await page.evaluate("window.clicked()")
    await expect(page.locator("#live")).to_be_visible()

    assert sorted(await page.evaluate("window.made")) == ["capture", "playback"]


_RESAMPLE = """
  async ([from, to, hz]) => {
    const { Resampler } = await import("/static/call/resampler.js");
    const resampler = new Resampler(from, to);
    const out = [];
    for (let at = 0; at < from; at += 128) {
      const block = Float32Array.from({ length: 128 }, (_, i) =>
        Math.sin((2 * Math.PI * hz * (at + i)) / from));
      out.push(...resampler.feed(block));
    }
    const middle = out.slice(to / 10, -to / 10);
    const power = middle.reduce((sum, one) => sum + one * one, 0) / middle.length;
    return [out.length, Math.sqrt(2 * power)];
  }
"""


@pytest.mark.parametrize("rate", [48_000, 44_100, 96_000])
async def test_what_a_call_cannot_carry_is_left_out_and_not_folded_in(
    caller: Caller, rate: int
) -> None:
    page = await caller.open(await caller.house.start_in_slack())
    levels = {}
    for hz in (200, 1000, 6500, 8500, 11_000):
        count, levels[hz] = await page.evaluate(_RESAMPLE, [rate, 16_000, hz])
        assert abs(count - 16_000) < 200

    assert all(levels[hz] == pytest.approx(1, abs=0.02) for hz in (200, 1000, 6500))
    assert all(levels[hz] < 0.001 for hz in (8500, 11_000))


async def test_the_light_turns_green_before_the_link_is_used(caller: Caller) -> None:
    page = await caller.open(await caller.house.start_in_slack())
    await page.get_by_role("button", name="Check microphone").click()

    await expect(page.locator("#lobby .light-words")).to_have_text("Your microphone works")
    assert (await caller.house.pages.inner.attempt("s1")).state is CallState.READY


async def test_a_stopped_line_is_silent_at_once_and_goes_on_where_it_was(caller: Caller) -> None:
    caller.customer.said = pcm(tone(600, 5.0))
    await caller.join()
    wire = await caller.customer.wires.get()
    first = await caller.customer.next_played()
    await wire.stop(1)
    stopped = await caller.customer.next_played()
    while not stopped.stopped:
        stopped = await caller.customer.next_played()
    await wire.begin(1, stopped.ms)
    await wire.play(pcm(tone(600, 0.2)))
    await wire.finish(1)
    rest = await caller.customer.next_played()

    assert first.ms < 1000
    assert first.ms <= stopped.ms < 4900
    assert rest == Played(1, stopped.ms + 200)


async def test_muted_silence_is_sent_and_m_unmutes(caller: Caller) -> None:
    page = await caller.join()
    await expect(page.locator("#live .light-words")).to_have_text("Your microphone works")
    await page.get_by_role("button", name="Mute").click()
    await expect(page.locator("#live .light-words")).to_have_text("You are muted")
    await caller.customer.listen(0.5)
    muted = await caller.customer.listen(0.5)
    await page.locator("#live-title").focus()
    await page.keyboard.press("m")
    await expect(page.locator("#live .light-words")).to_have_text("Your microphone works")
    await caller.customer.listen(0.5)

    assert level_at(muted, HUM_HZ) < 0.0005
    assert level_at(await caller.customer.listen(0.5), HUM_HZ) > 0.01


async def test_what_the_server_tells_is_shown(caller: Caller) -> None:
    page = await caller.join()
    wire = await caller.customer.wires.get()
    now = caller.house.pages.inner.clock.now()
    await wire.tell(Until(now, now + timedelta(minutes=5)))
    await wire.tell(Doing("thinking"))
    await wire.tell(Shown("guide", "The guide"))
    await wire.tell(TimeShort(60))
    await expect(page.locator("#notice")).to_have_text("One minute left.")
    await wire.tell(Trouble("Pat did not catch that."))
    await expect(page.locator("#notice")).to_have_text("Pat did not catch that.")
    await expect(page.locator("#left")).to_contain_text("04:5")
    await expect(page.locator("#doing")).to_have_text("Pat is thinking…")
    shown = page.locator("#shown").get_by_role("link", name="The guide")
    await expect(shown).to_have_attribute("href", "/calls/s1/documents/guide")
    await page.get_by_text("The guide").last.click()
    await expect(page.locator(".docs .prose")).to_contain_text("Refund within 5 days.")


async def test_captions_come_when_they_are_wanted_and_stay_wanted(caller: Caller) -> None:
    page = await caller.join()
    wire = await caller.customer.wires.get()
    await wire.tell(Caption("trainee", "hello the", final=False))
    await wire.tell(Caption("trainee", "Hello there.", final=True))
    await wire.tell(Caption("customer", "You <b>charged</b> me twice.", final=True))
    await expect(page.get_by_role("region", name="Captions")).to_be_hidden()
    await page.get_by_role("button", name="Captions").click()

    await expect(page.locator(".caption")).to_have_text(
        ["You: Hello there.", "Pat: You <b>charged</b> me twice."]
    )
    await page.reload()
    await expect(page.get_by_role("region", name="Captions")).to_be_visible()


async def test_the_end_comes_by_the_keyboard_alone(caller: Caller) -> None:
    page = await caller.open(await caller.house.start_in_slack())
    join = page.get_by_role("button", name="Join the call")
    await expect(join).to_be_enabled()
    await join.focus()
    await page.keyboard.press("Enter")
    await expect(page.locator("#live-title")).to_be_focused()
    await page.get_by_role("button", name="End call").focus()
    await page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="End the call?")
    await dialog.get_by_role("button", name="End call").focus()
    await page.keyboard.press("Enter")

    await expect(page.locator("#over-title")).to_be_focused()
    await expect(page.locator("#over")).to_contain_text("You ended the call.")
    await expect(page.locator("#over")).to_contain_text("Your score comes in Slack")


async def test_a_reload_goes_on_with_the_call(caller: Caller) -> None:
    page = await caller.join()
    await caller.customer.wires.get()
    await page.reload()
    await caller.customer.wires.get()

    await expect(page.locator("#live")).to_be_visible()
    assert level_at(await caller.customer.listen(0.5), HUM_HZ) > 0.01


_WAITS_FOR_A_CLICK = """
  let clicked = false;
  addEventListener("click", () => (clicked = true), true);
  window.AudioContext = class extends AudioContext {
    constructor(how) { super(how); super.suspend(); }
    resume() {
      return clicked ? super.resume() : new Promise(() => {});
    }
  };
"""


async def test_a_browser_that_waits_for_a_click_is_given_one(caller: Caller) -> None:
    page = await caller.join()
    await caller.customer.wires.get()
    await page.add_init_script(_WAITS_FOR_A_CLICK)
    await page.reload()
    await page.get_by_role("button", name="Go on with the call").click()

    await expect(page.locator("#live .light-words")).to_have_text("Your microphone works")
    await caller.customer.wires.get()
    while (await caller.customer.next_played()).ms < 1000:
        pass


async def test_a_lost_connection_comes_back_by_itself(caller: Caller) -> None:
    page = await caller.join()
    wire = await caller.customer.wires.get()
    await caller.house.pages.stop()
    await expect(page.locator("#link-state")).to_contain_text("comes back by itself")
    await caller.house.pages.serve()
    back = await caller.customer.wires.get()

    await expect(page.locator("#link-state")).to_have_text("")
    assert back is not wire


async def test_a_call_that_ended_meanwhile_shows_its_end(caller: Caller) -> None:
    page = await caller.join()
    wire = await caller.customer.wires.get()
    await wire.close(Close.NOT_HERE, "Speech is not set up on this server.")
    await expect(page.locator("#trouble-text")).to_have_text("Speech is not set up on this server.")
    await page.get_by_role("button", name="Try again").click()
    again = await caller.customer.wires.get()
    await again.close(Close.ENDED)

    await expect(page.locator("#over-title")).to_be_visible()


async def test_a_second_window_takes_the_call_over_and_gives_it_back(caller: Caller) -> None:
    first = await caller.join()
    await caller.customer.wires.get()
    second = await caller.contexts[0].new_page()
    await second.goto(first.url)
    await expect(first.locator("#trouble-title")).to_have_text("The call goes on in another window")
    await first.get_by_role("button", name="Take it over here").click()
    await expect(first.locator("#live")).to_be_visible()
    await expect(second.get_by_role("button", name="Take it over here")).to_be_visible()


async def test_a_link_opens_once(caller: Caller) -> None:
    link = await caller.house.start_in_slack()
    page, late = await caller.open(link), await caller.open(link)
    await page.get_by_role("button", name="Join the call").click()
    await expect(page.locator("#live")).to_be_visible()
    await late.get_by_role("button", name="Join the call").click()
    await expect(late.locator("#trouble-text")).to_contain_text("This link has been used already.")
    await late.goto(link)
    await expect(late.get_by_role("heading")).to_have_text("This link has been used already.")
    back = await caller.contexts[0].new_page()
    await back.goto(link)
    await back.get_by_role("link", name="Go on with my call").click()
    await expect(back.locator("#live")).to_be_visible()


async def test_a_blocked_microphone_is_explained_and_uses_nothing_up(caller: Caller) -> None:
    page = await caller.open(await caller.house.start_in_slack(), allowed=False)
    await page.get_by_role("button", name="Join the call").click()

    await expect(page.locator("#trouble-title")).to_have_text("Your browser blocks the microphone")
    await expect(page.locator("#trouble-title")).to_be_focused()
    await expect(page.locator("#trouble-text")).to_contain_text("Click the icon at the left")
    assert (await caller.house.pages.inner.attempt("s1")).state is CallState.READY


_NO_DEVICE = """
  navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotFoundError"));
"""


@pytest.mark.parametrize(
    ("missing", "title"),
    [
        ("Object.defineProperty(window, 'isSecureContext', {value: false})", "not secure"),
        ("delete window.AudioWorkletNode", "too old for a call"),
        (_NO_DEVICE, "There is no microphone"),
    ],
)
async def test_what_the_browser_lacks_is_said(caller: Caller, missing: str, title: str) -> None:
    page = await caller.open("about:blank")
    await page.add_init_script(missing)
    await page.goto(await caller.house.start_in_slack())

    await expect(page.locator("#trouble-title")).to_contain_text(title)


_GIVEN = """
  const given = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wanted) => (window.given = await given(wanted));
"""
_UNPLUG = """
  given.getTracks().forEach((track) => track.stop());
  navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
"""


async def test_an_unplugged_headset_is_replaced(caller: Caller) -> None:
    page = await caller.open("about:blank")
    await page.add_init_script(_GIVEN)
    await page.goto(await caller.house.start_in_slack())
    await page.get_by_role("button", name="Join the call").click()
    await caller.customer.wires.get()
    before = await page.evaluate("given.id")
    await page.evaluate(_UNPLUG)
    await page.wait_for_function("before => given.id !== before", arg=before)
    await caller.customer.listen(0.5)

    assert level_at(await caller.customer.listen(0.5), HUM_HZ) > 0.01


async def test_the_webs_own_trainee_gets_to_the_score(caller: Caller) -> None:
    page = await caller.open(caller.house.pages.link(TRAINEE, "/assignments/as1"))
    await page.get_by_role("button", name="Start call").click()
    await page.get_by_role("button", name="Join the call").click()
    await caller.customer.wires.get()
    await page.get_by_role("button", name="End call").click()
    await page.get_by_role("dialog").get_by_role("button", name="End call").click()
    await page.get_by_role("link", name="See how it went").click()

    await expect(page).to_have_url(re.compile("/attempts/"))
    await expect(page.get_by_role("region", name="Conversation")).to_be_visible()
