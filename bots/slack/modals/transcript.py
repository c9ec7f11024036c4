"""The transcript: numbered lines, what was scored on them, and what a coach said about them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slack_sdk.models.blocks import Block, RichTextBlock

from bots.chat.forms.transcript import (
    EARLIER,
    EMPTY,
    LATER,
    TITLE,
    Line,
    Said,
    began,
    paged,
    results,
    said,
    who,
)
from bots.chat.texts import pieces
from bots.slack.blocks import actions, button, context, header, section
from bots.slack.modals.parts import BLOCKS, View, modal, size
from bots.slack.names import Action
from bots.slack.rich import bold, italic, moment, quoted, rich, rows
from core.views import AttemptPage

_PIECE = 3000
_FRAME = 7  # blocks around the lines of a page
_BYTES = 180_000  # of the 250 kB that a view may have
_PAGE = "page:"


def view(found: AttemptPage, names: Mapping[str, str], page: int = 0) -> View:
    """Return a page of the transcript. `names` are those of who commented, by id.

    `page` counts from 0; one that is not there is the last. `page_of` tells which a button wants.
    """
    pages = _pages(found, names)
    at = min(max(page, 0), len(pages) - 1)
    head = _head(found) if at == 0 else []
    foot = _turning(found.attempt.id, at, len(pages))
    return modal(TITLE, [*head, *pages[at], *foot])


def page_of(action: Mapping[str, Any]) -> int:
    """Return the page that a pressed button wants: 0 for a button that stands elsewhere."""
    wanted = str(action.get("block_id") or "").removeprefix(_PAGE)
    return int(wanted) if wanted.isdecimal() else 0


def _head(found: AttemptPage) -> list[Block]:
    at = began(found)
    return [
        header(found.scenario.title),
        *rich(rows([f"{who(found)}, ", moment(at, found.trainee.time_zone, at)])),
        *context(*results(found)),
    ]


def _pages(found: AttemptPage, names: Mapping[str, str]) -> list[list[Block]]:
    pages: list[list[Block]] = [[]]
    taken = 0
    for block in (block for each in said(found, names) for block in _shown(each)):
        needed = size([block])
        if pages[-1] and (len(pages[-1]) == BLOCKS - _FRAME or taken + needed > _BYTES):
            pages.append([])
            taken = 0
        pages[-1].append(block)
        taken += needed
    return pages if pages[0] else [[section(EMPTY)]]


def _shown(each: Line | Said) -> list[RichTextBlock]:
    if isinstance(each, Said):
        return rich(quoted([bold(f"{each.name}: "), *pieces(each.text, _PIECE)]))
    head = [f"{each.number} ", bold(each.name), italic(f"  {each.aside}")]
    return rich(rows(head, pieces(each.text, _PIECE), [italic(each.marks)]))


def _turning(attempt: str, at: int, pages: int) -> list[Block]:
    """Buttons to turn the page: each in a block of its own, which says where it leads."""
    found: list[Block] = [*context(paged(at, pages))]
    for words, to in ((EARLIER, at - 1), (LATER, at + 1)):
        if 0 <= to < pages:
            row = actions(button(words, Action.TRANSCRIPT, value=attempt))
            row[0].block_id = f"{_PAGE}{to}"
            found += row
    return found
