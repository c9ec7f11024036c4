"""Small blocks, elements and views, right in every way, for tests to spoil."""

from __future__ import annotations

from typing import Any

Thing = dict[str, Any]


def plain(words: str = "Words") -> Thing:
    return {"type": "plain_text", "text": words}


def marked(words: str = "*Words*") -> Thing:
    return {"type": "mrkdwn", "text": words}


def section(**more: Any) -> Thing:  # noqa: ANN401 - any field, the wrong ones above all
    return {"type": "section", "text": marked(), **more}


def button(**more: Any) -> Thing:  # noqa: ANN401 - as above
    return {"type": "button", "text": plain(), **more}


def option(value: str = "one", **more: Any) -> Thing:  # noqa: ANN401 - as above
    return {"text": plain(), "value": value, **more}


def menu(**more: Any) -> Thing:  # noqa: ANN401 - as above
    return {"type": "static_select", "options": [option()], **more}


def actions(*elements: Thing, **more: Any) -> Thing:  # noqa: ANN401 - as above
    return {"type": "actions", "elements": list(elements), **more}


def asks(element: Thing, **more: Any) -> Thing:  # noqa: ANN401 - as above
    """An input block."""
    return {"type": "input", "label": plain(), "element": element, **more}


def confirm(**more: Any) -> Thing:  # noqa: ANN401 - as above
    return {
        "title": plain(),
        "text": plain(),
        "confirm": plain("Yes"),
        "deny": plain("No"),
        **more,
    }


def modal(*blocks: Thing, **more: Any) -> Thing:  # noqa: ANN401 - as above
    return {
        "type": "modal",
        "title": plain("Title"),
        "submit": plain("Send"),
        "blocks": list(blocks),
        **more,
    }


def home(*blocks: Thing) -> Thing:
    return {"type": "home", "blocks": list(blocks)}
