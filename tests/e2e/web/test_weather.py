"""Bad weather: the network goes, the server goes, and no line is lost or doubled."""

from __future__ import annotations

from playwright.async_api import Route, expect

from core.messages import Noted, Outgoing, ToThread, TraineeSaid
from core.rehearsal import EPOCH
from tests.e2e.web.conftest import Visit, say
from tests.web_house import WebHouse


async def _lines(pages: WebHouse, url: str) -> list[str]:
    posts = await pages.posted(url.partition("/attempts/")[2].partition("?")[0])
    return [message.text for message in posts if isinstance(message, TraineeSaid)]


async def test_a_line_written_without_a_network_goes_out_by_itself(
    visit: Visit, pages: WebHouse
) -> None:
    page = await visit.call()
    await page.context.set_offline(offline=True)
    await say(page, "Are you there?")
    await expect(page.locator("[data-pending]")).to_contain_text("not sent yet, trying again")
    await page.context.set_offline(offline=False)

    await expect(page.locator("#turn-1 .words")).to_have_text("Are you there?")
    await expect(page.locator("[data-pending]")).to_have_count(0)
    assert await _lines(pages, page.url) == ["Are you there?"]


async def test_an_answer_that_is_lost_doubles_nothing(visit: Visit, pages: WebHouse) -> None:
    page = await visit.call()
    lost = 0

    async def lose_the_first_answer(route: Route) -> None:
        nonlocal lost
        lost += 1
        if lost > 1:
            await route.continue_()
            return
        await route.fetch()
        await route.abort()

    await page.route("**/say", lose_the_first_answer)
    await say(page, "Once")

    await expect(page.locator("#turn-2")).to_be_visible()
    await expect(page.locator("[data-pending]")).to_have_count(0)
    await say(page, "Twice")
    await expect(page.locator('#log [data-side="trainee"]')).to_have_count(2)
    assert await _lines(pages, page.url) == ["Once", "Twice"]


async def test_a_refused_line_says_why_and_can_be_sent_again(visit: Visit) -> None:
    page = await visit.call()

    async def refuse(route: Route) -> None:
        await route.fulfill(status=429, json={"sentence": "That was a lot.", "mend": "Wait."})

    await page.route("**/say", refuse)
    await say(page, "Hello")
    await expect(page.locator("[data-pending]")).to_contain_text("Not sent. That was a lot. Wait.")
    await page.unroute("**/say")
    await page.locator("[data-pending]").get_by_role("button", name="Try again").click()

    await expect(page.locator("#turn-1 .words")).to_have_text("Hello")
    await expect(page.locator("[data-pending]")).to_have_count(0)


async def test_the_page_finds_a_restarted_server_again(visit: Visit, pages: WebHouse) -> None:
    page = await visit.call()
    thread = ToThread(page.url.partition("/attempts/")[2].partition("?")[0])
    await pages.stop()
    await expect(page.locator("#line-state")).to_have_text("Reconnecting…")
    await say(page, "Hello again")
    await pages.serve()
    await pages.post(Outgoing("o9", "w", thread, Noted("While you were away"), EPOCH))

    await expect(page.get_by_text("While you were away")).to_have_count(1)
    await expect(page.locator("#turn-1 .words")).to_have_text("Hello again", timeout=15_000)
    await expect(page.locator("#line-state")).to_have_text("")
    assert await _lines(pages, page.url) == ["Hello again"]
