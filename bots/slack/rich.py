"""Rich text: the faithful way to show what people wrote, because nothing in it is markup.

A row is a sequence of parts; a part is a string or one of the elements made here. Blank parts
and rows are left out, because Slack refuses them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TypeGuard

from slack_sdk.models.blocks import (
    RichTextBlock,
    RichTextElementParts,
    RichTextListElement,
    RichTextPreformattedElement,
    RichTextQuoteElement,
    RichTextSectionElement,
)
from slack_sdk.models.blocks.block_elements import RichTextElement

from bots.chat.texts import clean
from core.wording import clock_time, day_time

Part = RichTextElement | str
Row = Sequence[Part]

WHEN = "{date_short_pretty}, {time}"
CLOCK = "{time}"
_MEMBER = re.compile(r"[UW][A-Z0-9]{5,}")
_STYLES = RichTextElementParts.TextStyle


def bold(words: str) -> Part:
    """Words in bold."""
    return _text(words, _STYLES(bold=True))


def italic(words: str) -> Part:
    """Words in italics."""
    return _text(words, _STYLES(italic=True))


def styled(words: str, *, strong: bool, slanted: bool, struck: bool, code: bool) -> Part:
    """Words in any mixture of styles."""
    style = _STYLES(
        bold=strong or None, italic=slanted or None, strike=struck or None, code=code or None
    )
    return _text(words, style if style.to_dict() else None)


def link(url: str, words: str) -> Part:
    """Words that lead somewhere; without an address, the words alone."""
    words = clean(words)
    return RichTextElementParts.Link(url=url, text=words) if url and words.strip() else words


def person(member: str, name: str) -> Part:
    """A mention, where the id is one of Slack's; the name otherwise."""
    known = _MEMBER.fullmatch(member)
    return RichTextElementParts.User(user_id=member) if known else clean(name)


def moment(at: datetime, tz: str, now: datetime, form: str = WHEN) -> Part:
    """A moment that every reader sees by their own clock; by `tz` where Slack cannot tell."""
    fallback = clock_time(at, tz) if form == CLOCK else day_time(at, tz, now)
    return RichTextElementParts.Date(timestamp=int(at.timestamp()), format=form, fallback=fallback)


def rows(*rows: Row) -> list[RichTextElement]:
    """Rows, one below the other, as one section; nothing where all are blank."""
    # One section with line breaks: how sections follow each other differs between clients.
    full = [row for row in rows if _parts(row)]
    parts = [p for number, row in enumerate(full) for p in [*(["\n"] if number else []), *row]]
    return [RichTextSectionElement(elements=_parts(parts))] if parts else []


def quoted(row: Row) -> list[RichTextElement]:
    """A quotation, with a rule beside it."""
    parts = _parts(row)
    return [RichTextQuoteElement(elements=parts)] if parts else []


def listed(
    rows: Iterable[Row], *, numbered: bool = False, depth: int = 0, before: int = 0
) -> list[RichTextElement]:
    """A list with bullets or numbers; `depth` from 0, `before` counts the items before these."""
    items = [RichTextSectionElement(elements=parts) for row in rows if (parts := _parts(row))]
    listing = RichTextListElement(
        elements=items,
        style="ordered" if numbered else "bullet",
        indent=depth or None,
        offset=(before if numbered else 0) or None,
    )
    return [listing] if items else []


def preformatted(words: str) -> list[RichTextElement]:
    """Words whose every space counts."""
    parts = _parts([words])
    return [RichTextPreformattedElement(elements=parts)] if parts else []


def rich(*groups: Sequence[RichTextElement]) -> list[RichTextBlock]:
    """Return one block of all these elements; none where there are none."""
    elements = [element for group in groups for element in group]
    return [RichTextBlock(elements=elements)] if elements else []


def _text(words: str, style: RichTextElementParts.TextStyle | None = None) -> RichTextElement:
    return RichTextElementParts.Text(text=clean(words), style=style)


def _parts(row: Row) -> list[RichTextElement]:
    """The elements of a row, none when it is blank; words of one style are one element."""
    parts: list[RichTextElement] = []
    for part in row:
        element = _text(part) if isinstance(part, str) else part
        last = parts[-1] if parts else None
        if _unstyled(last) and _unstyled(element):
            parts[-1] = _text(last.text + element.text)
        elif not isinstance(element, RichTextElementParts.Text) or element.text:
            parts.append(element)
    words = all(isinstance(p, RichTextElementParts.Text) and not p.text.strip() for p in parts)
    return [] if words else parts


def _unstyled(element: RichTextElement | None) -> TypeGuard[RichTextElementParts.Text]:
    return isinstance(element, RichTextElementParts.Text) and element.style is None
