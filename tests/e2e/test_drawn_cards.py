"""Microsoft's public library for Adaptive Cards draws every card, with nothing to say against it.

Teams draws charts beyond it: here their fallback is what is seen.
"""

from __future__ import annotations

from typing import Any

from playwright.async_api import Page

from bots.teams.cards import Card
from tests.environment import found
from tests.unit.bots.teams.reading import buttons_of, hidden
from tests.unit.bots.teams.samples import cards

_LIBRARY = "adaptivecards/dist/adaptivecards.min.js"
_UNKNOWN = 'Unknown element type "Chart.VerticalBar.Grouped". Fallback will be used if present.'
# A one by one picture, in place of those that nobody serves here.
_PICTURE = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGA"
    "WjR9awAAAABJRU5ErkJggg=="
)
_DRAW = """([content, picture]) => {
  const text = JSON.stringify(content).replaceAll(/https:[^"]+[.]png/g, picture);
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig({actions: {maxActions: 6}});
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  card.parse(JSON.parse(text), context);
  document.body.replaceChildren(card.render());
  const events = [];
  for (let i = 0; i < context.eventCount; i++) events.push(context.getEventAt(i).message);
  const buttons = [...document.querySelectorAll("button")].map((b) => b.innerText);
  return {events, buttons, words: document.body.innerText};
}"""


async def drawn(page: Page, card: Card) -> dict[str, Any]:
    """What the library says of a card, and what is seen of it."""
    return dict(await page.evaluate(_DRAW, [card.content, _PICTURE]))


async def ready(page: Page) -> Page:
    library = found("SCRIMMAGE_TEST_NODE_MODULES") / _LIBRARY
    await page.add_script_tag(content=library.read_text(encoding="utf-8"))
    return page


async def test_every_card_is_drawn_without_a_word_against_it(page: Page) -> None:
    await ready(page)
    shown = {name: card for name, card in cards().items() if card.content is not None}

    for name, card in shown.items():
        seen = await drawn(page, card)
        assert set(seen["events"]) <= {_UNKNOWN}, name
        unseen = [b for e in hidden(card) for b in buttons_of(Card("", e))]
        assert len(seen["buttons"]) == len(buttons_of(card)), name
        assert len(unseen) in {0, 2}, name
        assert seen["words"].strip(), name


async def test_the_bars_are_seen_where_charts_cannot_be_drawn(page: Page) -> None:
    card = next(c for n, c in cards().items() if n.startswith("ScoreCard"))

    seen = await drawn(await ready(page), card)

    assert _UNKNOWN in seen["events"]
    assert "▰▰▰▰▱" in seen["words"]


async def test_a_call_is_ended_after_the_question_only(page: Page) -> None:
    card = next(c for n, c in cards().items() if n.startswith("CallOpened"))
    await drawn(await ready(page), card)
    question = page.get_by_text("You will be scored on what was said so far.")

    assert not await question.is_visible()
    await page.get_by_role("button", name="End call").first.click()
    assert await question.is_visible()
    await page.get_by_role("button", name="Keep going").click()
    assert not await question.is_visible()
