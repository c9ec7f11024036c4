"""A whole card and a whole activity, and what must agree across them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.slack.limits.checks import Thing, many, matching, one_of, shape, string, typed, wrong
from tests.teams.limits.actions import row
from tests.teams.limits.elements import MANY, element
from tests.teams.limits.fields import named

MOST = 80_000
"""Bytes of an activity, as UTF-16 of its JSON."""
_ADAPTIVE = "application/vnd.microsoft.card.adaptive"
_ENTITY = shape(
    {
        "type": one_of("mention"),
        "text": matching(r"<at>[^<>]+</at>", "<at>somebody</at>"),
        "mentioned": shape({"id": string(400), "name": string(200)}, {}),
    },
    {},
)
_CARD = typed(
    {
        "AdaptiveCard": shape(
            {
                "$schema": one_of("http://adaptivecards.io/schemas/adaptive-card.json"),
                "type": string(40),
                "version": one_of("1.5"),
                "body": many(element, 1, MANY),
            },
            {
                "actions": row,
                "msteams": shape({}, {"width": named("Full"), "entities": many(_ENTITY, 1, 20)}),
                "fallbackText": string(1_000),
            },
        )
    }
)


def check_card(card: Thing) -> list[str]:
    """What Teams would not take, or not show as it was meant."""
    return [*_CARD(card, ""), *_across(card)]


def check_activity(activity: Thing) -> list[str]:
    """What Teams would not take of a message, the cards in it included."""
    found = [p for p in _activity(activity) if p]
    for number, one in enumerate(activity.get("attachments") or ()):
        if one.get("contentType") == _ADAPTIVE:
            found += [f"{what} (attachment {number})" for what in check_card(one["content"])]
    return found


def _activity(activity: Thing) -> Iterator[str]:
    size = len(json.dumps(activity, ensure_ascii=False).encode("utf-16-le"))
    if size > MOST:
        yield wrong(f"{size} bytes are more than {MOST}", "")
    if activity.get("attachments") and not str(activity.get("summary") or "").strip():
        yield wrong("a card needs a summary: nothing else is announced", "/summary")
    if not activity.get("attachments") and not str(activity.get("text") or "").strip():
        yield wrong("an empty message", "/text")


def _across(card: Thing) -> Iterator[str]:
    things = [*_things(card)]
    ids = Counter(t["id"] for t in things if "id" in t and "type" in t)
    yield from (wrong(f"two elements of one id: {name}", "") for name, n in ids.items() if n > 1)
    for thing in things:
        for target in thing.get("targetElements") or ():
            if target not in ids:
                yield wrong(f"nothing has the id {target}", "/targetElements")
    yield from _mentions(card, things)


def _mentions(card: Thing, things: list[Thing]) -> Iterator[str]:
    """Every `<at>` has its entity, of the same words, and the other way round."""
    blocks = [str(t.get("text")) for t in things if t.get("type") == "TextBlock"]
    written = Counter(found for words in blocks for found in re.findall(r"<at>.*?</at>", words))
    told = Counter(str(e.get("text")) for e in (card.get("msteams") or {}).get("entities") or ())
    if written != told:
        yield wrong(f"mentions {[*written]} and entities {[*told]} differ", "/msteams/entities")
    if any(number > 1 for number in told.values()):
        yield wrong("two mentions of the same words", "/msteams/entities")


def _things(value: Any) -> Iterator[Thing]:  # noqa: ANN401 - JSON
    """All objects in it, without mentioned people and what buttons send."""
    if isinstance(value, list):
        for each in value:
            yield from _things(each)
    elif isinstance(value, dict):
        yield value
        for name, each in value.items():
            if name not in {"data", "entities"}:
                yield from _things(each)
