"""Activities of ours as they travel: plain JSON, as the Bot Framework's documents shape them."""

from __future__ import annotations

from typing import Any

from bots.teams.cards import Card

CARD = "application/vnd.microsoft.card.adaptive"
_ALERT = {"notification": {"alert": True}}


def attachment(content: dict[str, Any]) -> dict[str, Any]:
    """An Adaptive Card, as activities and dialogs carry it."""
    return {"contentType": CARD, "content": content}


def message(card: Card, *, alert: bool = False) -> dict[str, Any]:
    """A message. `alert`: it also appears in the activity feed of who reads it."""
    more: dict[str, Any] = {"channelData": _ALERT} if alert else {}
    if card.content is None:
        return {"type": "message", "text": card.text, "textFormat": "plain", **more}
    return {
        "type": "message",
        "summary": card.text,
        "attachments": [attachment(card.content)],
        **more,
    }


def plain(words: str) -> dict[str, Any]:
    """A sentence, shown as it is."""
    return {"type": "message", "text": words, "textFormat": "plain"}


def typing() -> dict[str, Any]:
    """The customer is writing; it fades by itself after some seconds."""
    return {"type": "typing"}


def stream(text: str, number: int, stream_id: str = "") -> dict[str, Any]:
    """What there is of a line so far: all of it each time. `number` counts from 1.

    The answer to the first is the stream's id, which the others name.
    """
    told = {"streamType": "streaming", "streamSequence": number}
    return {"type": "typing", "text": text, "textFormat": "plain", **_streamed(told, stream_id)}


def stream_end(text: str, stream_id: str) -> dict[str, Any]:
    """The whole line, which ends a stream."""
    return {
        "type": "message",
        "text": text,
        "textFormat": "plain",
        **_streamed({"streamType": "final"}, stream_id),
    }


def _streamed(told: dict[str, Any], stream_id: str) -> dict[str, Any]:
    about = {**told, **({"streamId": stream_id} if stream_id else {})}
    # Teams' documents say the entity, and older clients read the channel's data.
    return {"entities": [{"type": "streaminfo", **about}], "channelData": about}
