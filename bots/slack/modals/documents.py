"""A scenario's documents, to be read beside the call."""

from __future__ import annotations

from slack_sdk.models.blocks import Block

from bots.chat.forms.documents import (
    CUT,
    MISSING,
    MOST,
    NONE,
    OPEN,
    OPEN_BOOK,
    READ_ON,
    Docs,
    parts,
)
from bots.slack.blocks import actions, button, context, divider, header, section
from bots.slack.markdown import from_markdown
from bots.slack.modals.parts import BLOCKS, View, modal, size
from bots.slack.names import Action

_BYTES = 200_000  # of the 250 kB that a view may have
_FRAME = 3  # blocks of a document besides its text


def view(title: str, docs: Docs) -> View:
    """Return a modal with all documents; a text is shown as far as a view holds it."""
    if not docs:
        return modal(title, [section(NONE)])
    shown = docs[:MOST]
    blocks: list[Block] = [*context(OPEN_BOOK)]
    room = (BLOCKS - 1) // len(shown) - _FRAME
    for number, (document, text, url) in enumerate(shown):
        blocks += [divider()] if number else []
        blocks += [header(document.title)]
        blocks += _document(text, url, room, _BYTES // len(shown))
    return modal(title, blocks)


def _document(text: str | None, url: str | None, room: int, most: int) -> list[Block]:
    shown = [from_markdown(part, 1) for part in parts(text or "")]
    found: list[Block] = []
    for blocks in shown:
        if len(found) == room or size([*found, *blocks]) > most:
            return [*found, *_elsewhere(url, READ_ON, CUT)]
        found += blocks
    if found:
        return [*found, *_elsewhere(url, OPEN, "")]
    return _elsewhere(url, OPEN, MISSING)


def _elsewhere(url: str | None, words: str, without: str) -> list[Block]:
    if url:
        return [*actions(button(words, Action.OPEN_THREAD, url=url))]
    return [*context(without)]
