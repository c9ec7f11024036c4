"""Documents, written in Markdown: with headings, and with tables that are tables.

A card of a chat has neither the room nor the need for them, a document has.
"""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from bots.chat.texts import clean
from bots.teams.elements import Element, heading, rich
from bots.teams.markdown import from_markdown

_WIDEST, _NARROWEST, _COLUMNS = 40, 5, 12
_BLANK = "–"


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def elements(text: str) -> list[Element]:
    """Return a text as elements, one or more for each of its parts."""
    words = clean(text)
    lines = words.splitlines(keepends=True)
    found: list[Element] = []
    for node in SyntaxTreeNode(_reader().parse(words)).children:
        match node.type:
            case "heading":
                title = "".join(_words(node)).strip()
                found += [heading(title, size="Medium")] if title else []
            case "table":
                found.append(_table(node))
            case _:
                start, end = node.map or (0, 0)
                found += from_markdown("".join(lines[start:end]))
    return found


def _words(node: SyntaxTreeNode) -> list[str]:
    """The words of a node without its marks."""
    if not node.children:
        return [node.content or (" " if node.type.endswith("break") else "")]
    return [words for child in node.children for words in _words(child)]


def _table(node: SyntaxTreeNode) -> Element:
    rows = [row.children[:_COLUMNS] for part in node.children for row in part.children]
    widths = [
        max(len("".join(_words(cell))) for cell in cells) for cells in zip(*rows, strict=True)
    ]
    return {
        "type": "Table",
        "firstRowAsHeaders": True,
        "columns": [{"width": min(_WIDEST, max(_NARROWEST, width))} for width in widths],
        "rows": [{"type": "TableRow", "cells": [_cell(cell) for cell in row]} for row in rows],
    }


def _cell(node: SyntaxTreeNode) -> Element:
    words = "".join(child.content for child in node.children)
    return {"type": "TableCell", "items": from_markdown(words) or rich([_BLANK])}
