"""A real server is killed in the middle of a call and started again."""

from __future__ import annotations

from playwright.async_api import Page, expect

from tests.e2e.server import Server
from tests.e2e.steps import begin, customer_lines, end, say, trainee_lines


async def test_a_call_survives_a_server_that_is_killed(page: Page, server: Server) -> None:
    await begin(page, server.url, "Charged twice")
    await say(page, "Hello Dana, what email is on the account?")
    await expect(customer_lines(page)).to_have_count(2)
    server.kill()
    await say(page, "I am refunding the second charge myself right now.")
    server.start()
    await expect(trainee_lines(page)).to_have_count(2)
    await expect(customer_lines(page)).to_have_count(3)
    server.kill()
    server.start()
    await page.reload()
    await expect(trainee_lines(page)).to_have_count(2)
    await expect(customer_lines(page)).to_have_count(3)
    await end(page)
    await expect(page.locator("#log .score")).to_be_visible()
    spoken = await customer_lines(page).all_inner_texts()
    assert len(set(spoken)) == len(spoken)


async def test_a_kill_right_after_sending_loses_no_word(page: Page, server: Server) -> None:
    await begin(page, server.url, "Charged twice")
    for n in range(3):
        await say(page, f"Message number {n}: I can see both of the payments here.")
        server.kill()
        server.start()
        await expect(trainee_lines(page)).to_have_count(n + 1)
    # Words sent in a burst may be answered together: the last word is the customer's all the same.
    await expect(page.locator("#log .say").last).to_contain_class("customer")
    await page.reload()
    texts = " ".join(await trainee_lines(page).all_inner_texts())
    assert [texts.count(f"Message number {n}") for n in range(3)] == [1, 1, 1]
