"""Adaptive Cards 1.5 as plain JSON, within what Teams shows.

Words given to `text_block` are our own and may hold Markdown; those of others go into `rich`. For
buttons see `bots.teams.buttons`, for what people fill in `bots.teams.inputs`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, TypedDict, Unpack

from bots.chat.texts import clean, fit
from bots.teams.buttons import MOST_BUTTONS, Button
from bots.teams.texts import Row, guarded, is_plain, runs

SCHEMA, VERSION = "http://adaptivecards.io/schemas/adaptive-card.json", "1.5"
HEADING = 200
Element = dict[str, Any]
_BLANK = "–"
_NAME = 100
_MEMBER = re.compile(r"[\w:.@+-]{8,200}", re.ASCII)


class Look(TypedDict, total=False):
    """How an element stands among the others."""

    id: str
    spacing: Literal["None", "Small", "Default", "Medium", "Large", "ExtraLarge", "Padding"]
    separator: bool
    visible: bool
    align: Literal["Left", "Center", "Right"]


class TextLook(Look, total=False):
    """How words look."""

    size: Literal["Small", "Default", "Medium", "Large", "ExtraLarge"]
    weight: Literal["Lighter", "Default", "Bolder"]
    color: Literal["Default", "Accent", "Good", "Warning", "Attention"]
    subtle: bool
    style: Literal["default", "heading"]


_NAMES = {"visible": "isVisible", "align": "horizontalAlignment", "subtle": "isSubtle"}


def _look(look: Mapping[str, Any]) -> dict[str, Any]:
    return {_NAMES.get(name, name): value for name, value in look.items()}


def text_block(words: str, **look: Unpack[TextLook]) -> Element:
    """Our own words: Markdown, and dates by the reader's clock, are read in them."""
    text = clean(words).strip() or _BLANK
    return {"type": "TextBlock", "text": text, "wrap": True, **_look(look)}


def rich(row: Row, **look: Unpack[Look]) -> list[Element]:
    """A paragraph in which nothing is markup; none where it is blank."""
    parts = runs(row)
    return [{"type": "RichTextBlock", "inlines": parts, **_look(look)}] if parts else []


def heading(words: str, *, size: Literal["Medium", "Large"] = "Large") -> Element:
    """A headline on one line; where it can be, one that screen readers know as such."""
    line = fit(" ".join(clean(words).split()), HEADING) or _BLANK
    if is_plain(line):
        return text_block(line, size=size, weight="Bolder", style="heading")
    (made,) = rich([{"type": "TextRun", "text": guarded(line), "size": size, "weight": "Bolder"}])
    return made


def small(*words: str) -> list[Element]:
    """Small print, a line for each that is not blank."""
    full = [guarded(each) for each in words if clean(each).strip()]
    return [
        element
        for each in full
        for element in rich(
            [{"type": "TextRun", "text": each, "size": "Small", "isSubtle": True}], spacing="Small"
        )
    ]


def container(items: Sequence[Element], *, style: str = "", **look: Unpack[Look]) -> list[Element]:
    """Elements together, on a ground of their own: emphasis, good, warning, attention, accent."""
    ground = {"style": style} if style else {}
    return [{"type": "Container", "items": [*items], **ground, **_look(look)}] if items else []


def column(
    items: Sequence[Element], width: str | int = "stretch", *, middle: bool = False
) -> Element:
    """A column; its width is "auto", "stretch", pixels or a weight."""
    where = {"verticalContentAlignment": "Center"} if middle else {}
    return {"type": "Column", "width": width, "items": [*items], **where}


def columns(*parts: Element, **look: Unpack[Look]) -> Element:
    """Columns side by side."""
    return {"type": "ColumnSet", "columns": [*parts], **_look(look)}


def image(
    url: str,
    words: str,
    *,
    size: Literal["Auto", "Stretch", "Small", "Medium", "Large"] = "Auto",
    person: bool = False,
    **look: Unpack[Look],
) -> Element:
    """A picture; `words` say what it shows to those who do not see it. `person`: it is round."""
    style = {"style": "Person"} if person else {}
    return {
        "type": "Image",
        "url": url,
        "altText": fit(words, HEADING).strip() or _BLANK,
        "size": size,
        **style,
        **_look(look),
    }


def buttons(*each: Button | None, **look: Unpack[Look]) -> list[Element]:
    """Buttons in a row; those that are None are left out, and so is an empty row."""
    full = [button for button in each if button is not None][:MOST_BUTTONS]
    return [{"type": "ActionSet", "actions": full, **_look(look)}] if full else []


def mention(person: str, name: str, same: int = 1) -> tuple[str, list[dict[str, Any]]]:
    """The words for a TextBlock that name somebody, and the entity that lets Teams tell them.

    `person` is their Entra object id; with an id that is none of Teams' there is the name alone.
    The name is shown as it is except for what would be markup; `same` counts those of this name in
    the card, because Teams goes by the words.
    """
    kept = "".join(c for c in clean(name) if c not in "<>*_[]`~\\{}&#|")
    shown = fit(" ".join(kept.split()), _NAME).strip() or "somebody"
    if not _MEMBER.fullmatch(person):
        return (shown if is_plain(shown) else f"\u2060{shown}"), []
    text = f"<at>{shown}{f' ({same})' if same > 1 else ''}</at>"
    return text, [{"type": "mention", "text": text, "mentioned": {"id": person, "name": shown}}]


def card(
    body: Sequence[Element],
    actions: Iterable[Button | None] = (),
    entities: Sequence[Mapping[str, Any]] = (),
    *,
    wide: bool = False,
) -> dict[str, Any]:
    """An Adaptive Card. `entities` are mentions; `wide`: it takes the room that there is."""
    teams: dict[str, Any] = {"width": "Full"} if wide else {}
    if entities:
        teams["entities"] = [dict(entity) for entity in entities]
    full = [button for button in actions if button is not None][:MOST_BUTTONS]
    return {
        "$schema": SCHEMA,
        "type": "AdaptiveCard",
        "version": VERSION,
        "body": [*body],
        **({"actions": full} if full else {}),
        **({"msteams": teams} if teams else {}),
    }
