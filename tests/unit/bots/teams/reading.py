"""What a reader of a card sees, as words, and what it offers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bots.teams.cards import Card

_INSIDE = ("body", "items", "columns", "inlines", "facts", "data", "values", "fallback", "choices")
_SHOWN = ("text", "title", "value", "label", "x", "legend")


def words_of(*cards: Card) -> str:
    """All words of the cards, a line for each paragraph."""
    return "\n".join(
        card.text if card.content is None else "\n".join(_words(card.content)) for card in cards
    )


def buttons_of(card: Card) -> list[tuple[str, str, str]]:
    """The buttons: what they say, their verb, and their value or address."""
    return [
        (b["title"], b.get("verb") or _data(b).get("verb", ""), _data(b).get("value") or _where(b))
        for b in _buttons(card.content)
    ]


def verbs_of(card: Card) -> list[str]:
    """The verbs of a card's buttons."""
    return [verb for _, verb, _ in buttons_of(card)]


def hidden(card: Card) -> list[dict[str, Any]]:
    """The elements that are not shown at first."""
    body = (card.content or {}).get("body", [])
    return [e for e in _all(body) if e.get("isVisible") is False]


def _where(button: dict[str, Any]) -> str:
    return str(button.get("url") or "".join(button.get("targetElements", [])))


def _data(button: dict[str, Any]) -> dict[str, Any]:
    return button.get("data") or {}


def _buttons(thing: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON
    for each in _all(thing):
        if str(each.get("type")).startswith("Action.") and "title" in each:
            yield each


def _all(thing: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON
    if isinstance(thing, list):
        for each in thing:
            yield from _all(each)
    elif isinstance(thing, dict):
        yield thing
        for name, each in thing.items():
            if name != "data":
                yield from _all(each)


def _words(thing: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    if isinstance(thing, list):
        for each in thing:
            yield from _words(each)
        return
    if not isinstance(thing, dict) or str(thing.get("type")).startswith("Action."):
        return
    if thing.get("type") == "RichTextBlock":
        yield "".join(part["text"] for part in thing["inlines"])
        return
    yield from (thing[name] for name in _SHOWN if isinstance(thing.get(name), str))
    for name in _INSIDE:
        yield from _words(thing.get(name))
