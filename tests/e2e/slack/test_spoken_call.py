"""A call by voice from Slack's card: the real server, a real browser, real ears and a voice."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, expect

from bots.slack.names import Action
from tests.e2e.slack.office import Office, assign, staff
from tests.e2e.slack.somebody import words
from tests.e2e.talking import hangs_up, is_answered, joins
from tests.slack.town import Town
from tests.slack.town.calls import CallCard


@pytest.mark.timeout(300)
async def test_a_call_begins_at_its_card_and_is_scored_in_its_thread(
    office: Office, talking: Browser
) -> None:
    alex = office.alex
    await staff(office)
    await assign(office)
    home = await alex.direct()
    await alex.presses(Action.ACCEPT, await alex.sees("Charged twice"), home)
    await alex.presses(Action.START_CALL, await alex.sees("Start call"), home)
    card = await office.town.until(lambda: _call_card(office.town))
    assert card is not None

    page = await talking.new_page()
    await page.goto(card.fields["join_url"])
    await joins(page)
    await is_answered(page)
    assert card.users == [{"slack_id": alex.id}]

    # Somebody else's browser, with the link out of the thread.
    stranger = await talking.new_page()
    await stranger.goto(card.fields["join_url"])
    await expect(stranger.get_by_role("heading", level=1)).to_contain_text("link")

    await hangs_up(page)
    await expect(page.locator("#over")).to_contain_text("Your score comes in Slack")
    head = await alex.sees("Call ended after", channel=home)
    score = await alex.sees("Empathy", thread=head["ts"])
    assert "email" in words(score)
    assert card.ended


async def _call_card(town: Town) -> CallCard | None:
    return next(iter(town.call_cards.values()), None)
