"""A scenario's documents, to be read beside the call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt

from bots.chat.texts import clean, pieces
from core.scenario import Document

Doc = tuple[Document, str | None, str | None]
"""A document, its Markdown, and where the whole can be opened in a browser.

The text is None for a PDF or a picture, the address None where there is none.
"""
Docs = Sequence[Doc]

MOST = 24
NONE = "There are no documents for this call."
OPEN_BOOK = "Open book: look things up whenever you like."
MISSING = "This document can't be shown here. Please ask your coach for it."
CUT = "The rest is too long to be shown here. Please ask your coach for it."
OPEN, READ_ON = "Open in the browser", "Read the rest in the browser"
_PIECE = 3000


def parts(text: str) -> Iterator[str]:
    """Yield Markdown in parts of at most 3,000 characters, each ending where a paragraph does.

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


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")
