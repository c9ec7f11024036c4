"""How a message is to be shown to whom: the reader's clock, links to lines, what can be offered."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

from bots.chat.offers import possible
from bots.slack.cards import Card, View, render
from bots.slack.errors import asked
from bots.slack.here import Here
from core.errors import ProviderError
from core.messages import Outgoing, ScoreCard
from core.places import Place


async def card_for(here: Here, outgoing: Outgoing, reader: str) -> Card | None:
    """Return the message as this trainee sees it, "" for anybody else; None: nothing to post."""
    view = await view_for(here, outgoing, reader)
    return render(possible(outgoing.message, voice=here.room is not None), view)


async def view_for(here: Here, outgoing: Outgoing, reader: str) -> View:
    """Return how this reader sees the message."""
    person = await here.person(outgoing.workspace, reader) if reader else None
    links: dict[int, str] = {}
    if isinstance(outgoing.message, ScoreCard):
        links = await _line_links(here, outgoing.workspace, outgoing.message)
    zone = person.time_zone if person else "UTC"
    return View(zone, here.clock.now(), own=bool(reader), line_link=links.get)


async def permalink(client: Any, place: Place) -> str:  # noqa: ANN401 - an AsyncWebClient
    """Return the address of a post, "" when Slack does not tell it."""
    try:
        answer = await asked(
            client.chat_getPermalink(channel=place.channel, message_ts=place.message)
        )
    except ProviderError:
        return ""
    return str(answer.get("permalink", ""))


async def _line_links(here: Here, workspace: str, card: ScoreCard) -> dict[int, str]:
    """Return addresses of the lines that a score card quotes, as far as they are to be had."""
    quotes = [each.quotes for each in card.criteria] + [each.quotes for each in card.checks]
    numbers = {quote.turn for each in quotes for quote in each}
    lines = [
        *await here.places.of_attempt(card.attempt, "CustomerSaid"),
        *await here.places.of_attempt(card.attempt, "TraineeSaid"),
        *await _own_messages(here, card.attempt),
    ]
    client = await here.client(workspace)
    wanted = {p.turn: p for p in lines if p.turn is not None and p.turn in numbers and p.message}
    links = await asyncio.gather(*(permalink(client, place) for place in wanted.values()))
    return {turn: link for turn, link in zip(wanted, links, strict=True) if link}


def said_at(workspace: str, channel: str) -> str:
    """How the key of a turn begins that is a message of the trainee's in this channel."""
    return f"slack:{workspace}:message:{channel}:"


async def _own_messages(here: Here, attempt_id: str) -> list[Place]:
    """Return where the trainee's own messages stand: the key of each turn says it."""
    head = await here.head(attempt_id)
    attempt = await here.attempt(attempt_id)
    if head is None or attempt is None:
        return []
    start = said_at(head.workspace, head.channel)
    return [
        replace(head, message=turn.key.removeprefix(start), turn=turn.number)
        for turn in attempt.turns
        if turn.key.startswith(start)
    ]
