"""Whole messages and views: their sizes, and what must be unique in them.

Source: docs.slack.dev/reference/methods/chat.postMessage and /reference/views.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tests.slack.limits.across import across, kinds, things
from tests.slack.limits.blocks import BLOCK
from tests.slack.limits.checks import (
    Check,
    Thing,
    anything,
    boolean,
    many,
    shape,
    string,
    typed,
    wrong,
)
from tests.slack.limits.objects import IDENTIFIER, plain

_LARGEST_VIEW = 250_000
_STATE: Mapping[str, Check] = {
    "type": anything,
    "private_metadata": string(3000, least=0),
    "callback_id": IDENTIFIER,
    "external_id": IDENTIFIER,
    "blocks": many(BLOCK, 0, 100),
}
_VIEW = typed(
    {
        "home": shape({"blocks": anything}, _STATE),
        "modal": shape(
            {"title": plain(24), "blocks": anything},
            {
                **_STATE,
                "close": plain(24),
                "submit": plain(24),
                "clear_on_close": boolean,
                "notify_on_close": boolean,
                "submit_disabled": boolean,
            },
        ),
    }
)
_METADATA = shape({"event_type": string(255), "event_payload": anything}, {"entities": anything})
_MESSAGE: Mapping[str, Check] = {
    "text": string(40_000, least=0),
    "markdown_text": string(12_000),
    "metadata": _METADATA,
}


def check_message(message: Mapping[str, Any]) -> list[str]:
    """What is wrong with the arguments of chat.postMessage, as objects; others are passed over."""
    return list(_message(message))


def check_view(view: Mapping[str, Any]) -> list[str]:
    """What is wrong with a modal or a Home tab."""
    return list(_view(dict(view)))


def check_blocks(blocks: object, surface: str = "message") -> list[str]:
    """What is wrong with the blocks of a "message", a "modal" or a "home"."""
    most = 50 if surface == "message" else 100
    return [*many(BLOCK, 0, most)(blocks, "/blocks"), *across(blocks, surface, "/blocks")]


def _message(message: Mapping[str, Any]) -> Iterator[str]:
    for name, check in _MESSAGE.items():
        if message.get(name) is not None:
            yield from check(message[name], f"/{name}")
    if not any(message.get(name) for name in ("text", "blocks", "attachments", "markdown_text")):
        yield wrong("no text", "/text")
    if message.get("markdown_text") and (message.get("text") or message.get("blocks")):
        yield wrong("markdown_text stands alone, without text or blocks", "/markdown_text")
    yield from check_blocks(message.get("blocks") or [])
    yield from _attached(message.get("attachments") or [])


def _attached(attachments: object) -> Iterator[str]:
    yield from many(anything, 0, 100)(attachments, "/attachments")
    for number, attachment in enumerate(attachments if isinstance(attachments, list) else []):
        blocks = attachment.get("blocks") if isinstance(attachment, dict) else None
        for found in check_blocks(blocks or []):
            yield found.replace("pointer:", f"pointer:/attachments/{number}")


def _view(view: Thing) -> Iterator[str]:
    yield from _VIEW(view, "/view")
    blocks, surface = view.get("blocks"), str(view.get("type"))
    if len(json.dumps(view, ensure_ascii=False).encode()) > _LARGEST_VIEW:
        yield wrong("view must not be larger than 250 kB", "/view")
    if surface == "modal" and "submit" not in view and "input" in kinds(blocks):
        yield wrong("submit is required when a view has input blocks", "/view/submit")
    if sum(thing.get("focus_on_load") is True for thing in things(blocks)) > 1:
        yield wrong("only one element may have focus_on_load", "/view")
    yield from across(blocks, surface, "/view/blocks")
