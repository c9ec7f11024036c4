"""A call by voice from a card in Teams: the real server, the Playground, a browser and speech."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from playwright.async_api import Browser, expect

from bots.teams.names import Verb
from tests.e2e.talking import hangs_up, is_answered, joins
from tests.e2e.teams.office import Office, assign, staff
from tests.teams.playground import words


@pytest.mark.timeout(300)
async def test_a_call_begins_at_its_card_and_is_scored_in_its_chat(
    office: Office, talking: Browser
) -> None:
    alex = office.alex
    await staff(office)
    await assign(office)
    await alex.presses(Verb.ACCEPT, await alex.sees("Charged twice"))
    await alex.presses(Verb.START_CALL, await alex.sees("Start call"))
    await alex.presses(Verb.CALL_LINK, await alex.sees("Join the call"))
    offered = await alex.sees("works once")

    page = await talking.new_page()
    await page.goto(_link(offered.body))
    await joins(page)
    await is_answered(page)
    await alex.sees("You have joined the call")

    await hangs_up(page)
    await expect(page.locator("#over")).to_contain_text("Your score comes in Teams")
    score = await alex.sees("Empathy")
    assert "email" in words(score.body)
    await alex.sees("Call ended after")


def _link(thing: Any) -> str:  # noqa: ANN401 - any part of an activity
    """The address that a button opens."""
    [link] = _links(thing)
    return link


def _links(thing: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    if isinstance(thing, Mapping):
        if thing.get("type") == "Action.OpenUrl":
            yield thing["url"]
        for value in thing.values():
            yield from _links(value)
    elif isinstance(thing, list | tuple):
        for value in thing:
            yield from _links(value)
