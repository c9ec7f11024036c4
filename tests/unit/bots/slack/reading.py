"""What a reader of a card sees, as words."""

from __future__ import annotations

from typing import Any

from bots.slack.cards import Card


def words_of(card: Card) -> str:
    """All words of the card, a line for each block."""
    return "\n".join(_words(block) for block in card.blocks)


def buttons_of(card: Card) -> list[tuple[str, str, str]]:
    """The buttons: what they say, their action and their value."""
    return [
        (element["text"]["text"], element["action_id"], element.get("value", ""))
        for block in card.blocks
        if block["type"] == "actions"
        for element in block["elements"]
    ]


def _words(thing: Any) -> str:  # noqa: ANN401 - JSON
    if isinstance(thing, list):
        return "".join(map(_words, thing))
    if not isinstance(thing, dict):
        return ""
    kind = thing.get("type")
    if kind in {"user", "date"}:
        return f"<@{thing['user_id']}>" if kind == "user" else f"[{thing['fallback']}]"
    text = thing.get("text", "")
    own = text if isinstance(text, str) else _words(text)
    end = "\n" if kind in {"rich_text_quote", "button"} else ""
    return own + _words(thing.get("elements", [])) + end
