"""A trainee's call, from the front page to the score, and the coach's words."""

from __future__ import annotations

import re

from playwright.async_api import Page, expect

from core.messages import CustomerSaid, Face, Outgoing, ToThread
from core.rehearsal import EPOCH
from tests.e2e.web.conftest import PHONE, Visit, say
from tests.house import COACH
from tests.web_house import STATEMENT, WebHouse


async def _end(page: Page) -> None:
    await page.get_by_role("button", name="End call").click()
    dialog = page.get_by_role("dialog", name="End the call?")
    await dialog.get_by_role("button", name="End call").click()
    await expect(page.get_by_label("Your score")).to_be_visible()


async def test_from_the_front_page_to_the_score_and_back(visit: Visit) -> None:
    page = await visit.call()
    await say(page, "Hello, <b>Pat</b>!")

    await expect(page.locator("#turn-1 .words")).to_have_text("Hello, <b>Pat</b>!")
    await expect(page.locator("#turn-2")).to_be_visible()
    await expect(page.locator("[data-pending]")).to_have_count(0)
    await expect(page.locator('[data-side="trainee"]')).to_have_count(1)

    await _end(page)
    await expect(page.get_by_label("Your message to")).to_be_hidden()
    await page.locator("a.quote").first.click()
    await expect(page.locator("#turn-1")).to_be_focused()
    await page.get_by_role("link", name="Transcript", exact=True).click()
    await expect(page.locator("mark")).to_have_text("Hello, <b>Pat</b>!")


async def test_a_reload_shows_everything_again(visit: Visit) -> None:
    page = await visit.call()
    await say(page, "Hello")
    await expect(page.locator("#turn-2")).to_be_visible()
    await page.get_by_label("Your message to").fill("half a thou")
    await page.reload()

    await expect(page.locator("[data-turn]")).to_have_count(3)
    await expect(page.get_by_label("Your message to")).to_have_value("half a thou")


async def test_shift_enter_makes_a_line_and_nothing_is_not_sent(visit: Visit) -> None:
    page = await visit.call()
    await say(page, "   ")
    await expect(page.locator("#counter")).to_have_text("Write a few words first.")
    await page.get_by_label("Your message to").fill("One")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("two")
    await page.keyboard.press("Enter")

    await expect(page.locator("#turn-1 .words")).to_have_text("One\ntwo")


async def test_the_counter_helps_near_the_limit(visit: Visit) -> None:
    page = await visit.call()
    words = page.get_by_label("Your message to")
    await words.fill("x" * 3990)
    await expect(page.locator("#counter")).to_have_text("10 characters left")
    await words.fill("x" * 4002)
    await page.keyboard.press("Enter")

    await expect(page.locator("#counter")).to_contain_text("2 too many")
    await expect(page.locator("#turn-1")).to_have_count(0)


async def test_the_customer_is_seen_to_write(visit: Visit, pages: WebHouse) -> None:
    page = await visit.call()
    thread = ToThread(page.url.partition("/attempts/")[2].partition("?")[0])
    await pages.inner.surface.typing(thread, on=True)
    await expect(page.locator("#writing-words")).to_have_text("Pat Sample is writing…")
    await pages.inner.surface.draft(thread, 1, "Let me look")
    await expect(page.locator("#draft")).to_have_text("Let me look")

    line = CustomerSaid(thread.attempt, 1, Face("Pat Sample"), "Let me look. Here.", STATEMENT)
    await pages.post(Outgoing("o9", "w", thread, line, EPOCH))
    await expect(page.locator("#turn-1 .words")).to_have_text("Let me look. Here.")
    await expect(page.locator("#turn-1 img[alt='The statement']")).to_be_visible()
    await expect(page.locator("#writing")).to_be_hidden()


async def test_the_clock_counts_down_and_warns(visit: Visit) -> None:
    page = await visit.enter()
    await page.clock.install()
    async with page.expect_response("**/events?*"):
        await page.get_by_role("button", name="Accept").click()
        await page.get_by_role("button", name="Start chat").click()
    await expect(page.locator("#turn-0")).to_be_visible()
    await expect(page.locator("#left")).to_have_text(re.compile("^(10:00|09:5[0-9])$"))
    await page.clock.fast_forward(550_000)

    await expect(page.locator("#left")).to_have_text(re.compile("^00:[0-5][0-9]$"))
    await expect(page.locator("#spoken")).to_have_text("Less than one minute left.")


async def test_a_break_of_character_is_reported_with_its_lines(
    visit: Visit, pages: WebHouse
) -> None:
    page = await visit.call()
    await page.get_by_label("More").click()
    await page.get_by_role("button", name="Report a break of character").click()
    dialog = page.get_by_role("dialog", name="Report a break of character")
    await dialog.get_by_role("checkbox").check()
    await dialog.get_by_label("What was odd?").fill("It spoke of its prompt")
    await dialog.get_by_role("button", name="Send report").click()

    await expect(page.get_by_text("The call has ended")).to_be_visible()
    shown = await pages.posts.since("w", f"person:{COACH}", 0)
    assert "It spoke of its prompt" in str(shown)


async def test_the_coach_watches_and_comments_on_a_line(visit: Visit) -> None:
    trainee = await visit.call()
    path = trainee.url.partition("/attempts/")[2].partition("?")[0]
    coach = await visit.enter(COACH, f"/attempts/{path}")
    await expect(coach.get_by_label("Feedback to Tia")).to_be_disabled()

    await say(trainee, "Hello, Pat")
    await expect(coach.locator("#turn-1")).to_contain_text("Tia Trainee")
    await _end(trainee)
    await expect(coach.get_by_label("Feedback to Tia")).to_be_enabled()

    button = coach.get_by_role("button", name="Comment on line 2")
    await button.focus()
    await coach.keyboard.press("Enter")
    await expect(coach.locator("#about-words")).to_contain_text("Hello, Pat")
    await coach.keyboard.type("A warm beginning")
    await coach.get_by_role("button", name="Send feedback").click()

    await expect(trainee.locator(".coach")).to_contain_text("A warm beginning")
    await expect(trainee.locator(".coach .quote")).to_contain_text("Hello, Pat")


async def test_trying_again_begins_another_call(visit: Visit) -> None:
    page = await visit.call()
    first = page.url
    await say(page, "Hello")
    await _end(page)
    await page.get_by_role("button", name="Ask a coach").click()
    await expect(page.get_by_text("Your coach has been asked.")).to_be_visible()
    await page.get_by_role("button", name="Try again").click()
    await expect(page.locator("#turn-0")).to_be_visible()

    assert page.url != first


async def test_a_phone_shows_it_all_and_keeps_the_draft(visit: Visit) -> None:
    page = await visit.call(PHONE)
    await page.get_by_label("Your message to").fill("half a thou")
    await page.get_by_role("button", name="Documents").click()
    sheet = page.get_by_role("complementary", name="Documents")
    await expect(sheet).to_contain_text("Refund within 5 days.")
    await page.keyboard.press("Escape")

    await expect(sheet).to_be_hidden()
    await expect(page.get_by_role("button", name="Documents")).to_be_focused()
    await expect(page.get_by_label("Your message to")).to_have_value("half a thou")
    assert await page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


async def test_long_words_wrap(visit: Visit) -> None:
    page = await visit.call(PHONE)
    await say(page, "w" * 300)
    await expect(page.locator("#turn-1")).to_be_visible()

    scroll = "(e => e.scrollWidth <= e.clientWidth)(document.getElementById('scroll'))"
    assert await page.evaluate(scroll)


async def test_the_newest_line_stays_in_sight_while_the_box_grows(visit: Visit) -> None:
    page = await visit.call(PHONE)
    for number in range(4):
        await say(page, f"A line that is long enough to take some room, number {number}")
        await expect(page.locator(f"#turn-{2 * number + 2}")).to_be_in_viewport()
    await page.get_by_label("Your message to").fill("one\ntwo\nthree\nfour\nfive\nsix")

    await expect(page.locator("#turn-8 .words")).to_be_in_viewport(ratio=1)


async def test_the_keyboard_alone_will_do(visit: Visit) -> None:
    page = await visit.enter()
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    await page.keyboard.press("Enter")
    for _ in range(2):  # the title, then its button
        await page.keyboard.press("Tab")
    await expect(page.get_by_role("button", name="Accept")).to_be_focused()
    await page.keyboard.press("Enter")
    start = page.get_by_role("button", name="Start chat")
    await start.press("Enter")
    await expect(page.get_by_label("Your message to")).to_be_focused()
    await page.keyboard.type("Hello")
    await page.keyboard.press("Enter")
    await expect(page.locator("#turn-2")).to_be_visible()
    await page.get_by_role("button", name="End call").press("Enter")
    await page.keyboard.press("Escape")

    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(page.get_by_role("button", name="End call")).to_be_focused()
