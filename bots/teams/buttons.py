"""Buttons of Adaptive Cards. Their titles are shown as they are: Markdown is never read in them."""

from __future__ import annotations

from typing import Any, Literal

from bots.chat.texts import fit
from bots.teams.names import Verb

BUTTON = 60
MOST_BUTTONS = 6
"""Teams shows so many in a row, and no more."""
Button = dict[str, Any]
Style = Literal["default", "positive", "destructive"]


def execute(
    words: str, verb: Verb, value: str = "", *, style: Style = "default", **more: str
) -> Button:
    """A button that does something, and may have the card replaced. `more` goes along."""
    return _styled(
        {
            "type": "Action.Execute",
            "title": _title(words),
            "verb": verb.value,
            "data": {"value": value, **more},
        },
        style,
    )


def dialog(
    words: str, verb: Verb, value: str = "", *, style: Style = "default", **more: str
) -> Button:
    """A button that opens a dialog. `more` goes along."""
    data = {"msteams": {"type": "task/fetch"}, "verb": verb.value, "value": value, **more}
    return _styled({"type": "Action.Submit", "title": _title(words), "data": data}, style)


def submit(
    words: str, verb: Verb, value: str = "", *, style: Style = "default", **more: str
) -> Button:
    """A button that sends in what a dialog asks for. `more` goes along."""
    data = {"verb": verb.value, "value": value, **more}
    return _styled({"type": "Action.Submit", "title": _title(words), "data": data}, style)


def link(words: str, url: str, *, style: Style = "default") -> Button:
    """A button that leads somewhere."""
    return _styled({"type": "Action.OpenUrl", "title": _title(words), "url": url}, style)


def toggle(words: str, *ids: str, style: Style = "default") -> Button:
    """A button that shows the elements of these ids, or hides those that are shown."""
    made = {
        "type": "Action.ToggleVisibility",
        "title": _title(words),
        "targetElements": [*ids],
    }
    return _styled(made, style)


def _title(words: str) -> str:
    return fit(words, BUTTON).strip() or "–"


def _styled(button: Button, style: Style) -> Button:
    return button if style == "default" else {**button, "style": style}
