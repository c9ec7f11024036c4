"""Markdown, in which scenarios and documents are written, as elements of a card.

A TextBlock reads some Markdown too, each client its own; text runs look the same everywhere.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from bots.chat.texts import clean
from bots.teams.elements import Element, container, rich
from bots.teams.texts import Part, run

_DEEPEST = 4
_WIDEST = 40
_INDENT = "\u2003"
_STYLES: dict[str, dict[str, Any]] = {
    "strong": {"weight": "Bolder"},
    "em": {"italic": True},
    "s": {"strikethrough": True},
}


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def from_markdown(text: str) -> list[Element]:
    """Return the text as elements, one for each paragraph, list, quotation or table."""
    nodes = SyntaxTreeNode(_reader().parse(clean(text))).children
    return [element for node in nodes for element in _block(node)]


def _block(node: SyntaxTreeNode) -> list[Element]:
    match node.type:
        case "heading":
            return rich(_inline(node, {"weight": "Bolder"}))
        case "bullet_list" | "ordered_list":
            return rich(_list(node, 0))
        case "blockquote":
            inner = [e for child in node.children for e in _block(child)]
            return container(inner, style="emphasis")
        case "fence" | "code_block":
            return rich([run(node.content.rstrip("\n"), fontType="Monospace")])
        case "table":
            return rich([run(_table(node), fontType="Monospace")])
        case _:
            return rich(_inline(node, {}))


def _list(node: SyntaxTreeNode, depth: int) -> list[Part]:
    """The items of a list, a line each; those within an item stand below it, further in."""
    found: list[Part] = []
    number = int(node.attrs.get("start", 1))
    for count, item in enumerate(node.children, number):
        mark = f"{count}. " if node.type == "ordered_list" else "• "
        own = [_inline(child, {}) for child in item.children if not _is_list(child)]
        inside = [_list(c, min(depth + 1, _DEEPEST)) for c in item.children if _is_list(c)]
        for place, row in enumerate(own or [[]]):
            start = mark if place == 0 else _INDENT
            found += [*_line(found), _INDENT * depth + start, *row]
        for rows in inside:
            found += [*_line(found), *rows]
    return found


def _line(found: list[Part]) -> list[Part]:
    return ["\n"] if found else []


def _is_list(node: SyntaxTreeNode) -> bool:
    return node.type in {"bullet_list", "ordered_list"}


def _table(node: SyntaxTreeNode) -> str:
    """A table, its columns set under one another."""
    cells = [
        [_plain(cell) for cell in row.children] for part in node.children for row in part.children
    ]
    widths = [min(_WIDEST, max(map(len, column))) for column in zip(*cells, strict=True)]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    )
    return "\n".join(lines)


def _inline(node: SyntaxTreeNode, style: dict[str, Any]) -> list[Part]:
    """The words of a node and of all that is in it, each in its style."""
    if node.type == "text":
        return [run(node.content, **style)]
    if node.type == "code_inline":
        return [run(node.content, **style, fontType="Monospace")]
    if node.type in {"softbreak", "hardbreak"}:
        return [" " if node.type == "softbreak" else "\n"]
    if node.type == "image":
        return [_plain(node)]
    if node.type == "link":
        return [_link(str(node.attrs.get("href", "")), _plain(node), style)]
    style = {**style, **_STYLES.get(node.type, {})}
    return [part for child in node.children for part in _inline(child, style)]


def _link(url: str, words: str, style: dict[str, Any]) -> Part:
    if not url.startswith(("https://", "http://")):
        return run(words, **style)
    return run(words, **style, selectAction={"type": "Action.OpenUrl", "url": url})


def _plain(node: SyntaxTreeNode) -> str:
    if not node.children:
        return node.content or (" " if node.type.endswith("break") else "")
    return "".join(map(_plain, node.children))
