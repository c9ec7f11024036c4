"""Markdown, in which scenarios and documents are written, as rich text.

Slack has a block for Markdown too; but only messages take it, not the modals in which documents
are read, and what it makes of mentions is not written down. Rich text goes everywhere, and
mentions nobody.
"""

from __future__ import annotations

from functools import cache
from math import ceil

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from slack_sdk.models.blocks import RichTextBlock
from slack_sdk.models.blocks.block_elements import RichTextElement

from bots.chat.texts import clean
from bots.slack.rich import Part, Row, link, listed, preformatted, quoted, rich, rows, styled

_DEEPEST = 6
_MOST_BLOCKS = 40
_WIDEST = 40
_MARKS = {"strong": "strong", "em": "slanted", "s": "struck"}


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def from_markdown(text: str, most: int = _MOST_BLOCKS) -> list[RichTextBlock]:
    """Return the text as rich text, a block for each of its parts and at most `most` blocks."""
    nodes = SyntaxTreeNode(_reader().parse(clean(text))).children
    parts = [elements for node in nodes if (elements := _block(node))]
    together = max(1, ceil(len(parts) / most))
    grouped = [parts[at : at + together] for at in range(0, len(parts), together)]
    return [block for group in grouped for block in rich(*group)]


def _block(node: SyntaxTreeNode, depth: int = 0) -> list[RichTextElement]:
    match node.type:
        case "heading":
            return rows(_inline(node, strong=True))
        case "bullet_list" | "ordered_list":
            return _list(node, depth)
        case "blockquote":
            return [e for child in node.children for e in quoted(_inline(child))]
        case "fence" | "code_block":
            return preformatted(node.content.rstrip("\n"))
        case "table":
            return _table(node)
        case _:
            return rows(_inline(node))


def _list(node: SyntaxTreeNode, depth: int) -> list[RichTextElement]:
    """A list. One within an item stands below the item, and the rest goes on after it."""
    found: list[RichTextElement] = []
    waiting: list[Row] = []
    before = int(node.attrs.get("start", 1)) - 1
    for item in node.children:
        waiting.append(_item(item))
        inner = [e for c in item.children if _is_list(c) for e in _block(c, depth + 1)]
        if inner or item is node.children[-1]:
            numbered = node.type == "ordered_list"
            found += listed(waiting, numbered=numbered, depth=min(depth, _DEEPEST), before=before)
            found += inner
            before, waiting = before + len(waiting), []
    return found


def _item(item: SyntaxTreeNode) -> Row:
    own = [_inline(child) for child in item.children if not _is_list(child)]
    return [part for number, row in enumerate(own) for part in (["\n"] if number else []) + row]


def _is_list(node: SyntaxTreeNode) -> bool:
    return node.type in {"bullet_list", "ordered_list"}


def _table(node: SyntaxTreeNode) -> list[RichTextElement]:
    """A table, its columns set under one another."""
    cells = [
        [_plain(cell) for cell in row.children] for part in node.children for row in part.children
    ]
    widths = [min(_WIDEST, max(map(len, column))) for column in zip(*cells, strict=True)]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    )
    return preformatted("\n".join(lines))


def _inline(node: SyntaxTreeNode, **style: bool) -> list[Part]:
    """The words of a node and of all that is in it, each in its style."""
    if node.type in {"text", "code_inline"}:
        return [_words(node.content, style, code=node.type == "code_inline")]
    if node.type in {"softbreak", "hardbreak"}:
        return [" " if node.type == "softbreak" else "\n"]
    if node.type == "image":
        return [_plain(node)]
    if node.type == "link":
        return [_link(str(node.attrs.get("href", "")), _plain(node))]
    if node.type in _MARKS:
        style = {**style, _MARKS[node.type]: True}
    return [part for child in node.children for part in _inline(child, **style)]


def _words(words: str, style: dict[str, bool], *, code: bool) -> Part:
    wanted = {"strong": False, "slanted": False, "struck": False} | style
    return styled(words, code=code, **wanted)


def _link(url: str, words: str) -> Part:
    return link(url, words) if url.startswith(("https://", "http://")) else words


def _plain(node: SyntaxTreeNode) -> str:
    if not node.children:
        return node.content or (" " if node.type.endswith("break") else "")
    return "".join(map(_plain, node.children))
