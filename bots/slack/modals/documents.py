"""A scenario's documents, to be read beside the call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from slack_sdk.models.blocks import Block

from bots.chat.texts import clean, pieces
from bots.slack.blocks import actions, button, context, divider, header, section
from bots.slack.markdown import from_markdown
from bots.slack.modals.parts import BLOCKS, View, modal, size
from bots.slack.names import Action
from core.scenario import Document

_PIECE = 3000
_BYTES = 200_000  # of the 250 kB that a view may have
_FRAME = 3  # blocks of a document besides its text
_MOST = 24
_MISSING = "This document can't be shown here. Please ask your coach for it."
_CUT = "The rest is too long to be shown here. Please ask your coach for it."


def view(title: str, docs: Sequence[tuple[Document, str | None, str | None]]) -> View:
    """Return a modal with all documents, each as (document, Markdown, address).

    The text is None for a PDF or a picture; it is shown as far as a view holds it. The address is
    where the whole can be opened in a browser, None when it can't.
    """
    if not docs:
        return modal(title, [section("There are no documents for this call.")])
    shown = docs[:_MOST]
    blocks: list[Block] = [*context("Open book: look things up whenever you like.")]
    room = (BLOCKS - 1) // len(shown) - _FRAME
    for number, (document, text, url) in enumerate(shown):
        blocks += [divider()] if number else []
        blocks += [header(document.title)]
        blocks += _document(text, url, room, _BYTES // len(shown))
    return modal(title, blocks)


def _document(text: str | None, url: str | None, room: int, most: int) -> list[Block]:
    parts = [from_markdown(part, 1) for part in _parts(text or "")]
    found: list[Block] = []
    for blocks in parts:
        if len(found) == room or size([*found, *blocks]) > most:
            return [*found, *_elsewhere(url, "Read the rest in the browser", _CUT)]
        found += blocks
    if found:
        return [*found, *(_elsewhere(url, "Open in the browser", ""))]
    return _elsewhere(url, "Open in the browser", _MISSING)


def _elsewhere(url: str | None, words: str, without: str) -> list[Block]:
    if url:
        return [*actions(button(words, Action.OPEN_THREAD, url=url))]
    return [*context(without)]


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def _parts(text: str) -> Iterator[str]:
    """The text in parts of at most 3,000 characters, each ending where a paragraph or list does.

    What is longer by itself is cut at a line or sentence.
    """
    lines = clean(text).splitlines(keepends=True)
    starts = [t.map[0] for t in _reader().parse("".join(lines)) if t.level == 0 and t.map]
    part = ""
    for start, end in zip([0, *starts], [*starts, len(lines)], strict=True):
        piece = "".join(lines[start:end])
        if part.strip() and len(part) + len(piece) > _PIECE:
            yield from pieces(part, _PIECE)
            part = ""
        part += piece
    yield from pieces(part, _PIECE)
