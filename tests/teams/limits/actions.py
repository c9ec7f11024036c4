"""Buttons: what they say, and what they send."""

from __future__ import annotations

from collections.abc import Iterator

from tests.slack.limits.checks import (
    Check,
    Fields,
    Thing,
    many,
    one_of,
    shape,
    string,
    typed,
    wrong,
)
from tests.teams.limits.fields import https, named

MOST = 6
TITLE = 60
_SIDES: Fields = {
    "type": string(40),
    "title": string(TITLE),
}
_STYLE: Fields = {
    "style": named("default", "positive", "destructive"),
    "id": string(400),
    "tooltip": string(200),
    "associatedInputs": named("auto", "none"),
}
_FETCH = shape({"type": one_of("task/fetch")}, {})


def _strings(value: object, place: str) -> Iterator[str]:
    """What goes along comes back as it is: an object of strings."""
    if not isinstance(value, dict):
        yield wrong("must be an object", place)
        return
    for name, inner in value.items():
        if name == "msteams":
            yield from _FETCH(inner, f"{place}/{name}")
        elif not isinstance(inner, str):
            yield wrong("must be a string", f"{place}/{name}")


def _names_its_verb(action: Thing, place: str) -> Iterator[str]:
    data = action.get("data")
    if not isinstance(data, dict) or not data.get("verb"):
        yield wrong("must name a verb", f"{place}/data")


def _opens_no_dialog(action: Thing, place: str) -> Iterator[str]:
    if "msteams" in (action.get("data") or {}):
        yield wrong("Action.Execute opens no dialog", f"{place}/data")


action: Check = typed(
    {
        "Action.Execute": shape(
            {**_SIDES, "verb": string(80), "data": _strings}, _STYLE, _opens_no_dialog
        ),
        "Action.Submit": shape({**_SIDES, "data": _strings}, _STYLE, _names_its_verb),
        "Action.OpenUrl": shape({**_SIDES, "url": https}, _STYLE),
        "Action.ToggleVisibility": shape(
            {**_SIDES, "targetElements": many(string(400), 1, 20)}, _STYLE
        ),
    }
)
row: Check = many(action, 1, MOST)
tap: Check = typed({"Action.OpenUrl": shape({"type": string(40), "url": string(2_000)}, {})})
