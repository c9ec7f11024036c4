"""What no block can know alone: what must be unique, what goes where, and sums.

The sum of all texts is undocumented: 13,200 is what people measured (github.com/slackapi/bolt-js,
no. 2509).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.slack.limits.checks import Thing, wrong

TOGETHER = "all blocks together must be less than 13201 characters"
_MOST_TOGETHER = 13_200
_MOST_MARKDOWN = 12_000
# Where only some surfaces take a block or an element.
_ONLY_IN: Mapping[str, tuple[str, ...]] = {
    "markdown": ("message",),
    "table": ("message",),
    "call": ("message",),
    "file": ("message",),
    "context_actions": ("message",),
    "datetimepicker": ("message", "modal"),
    "rich_text_input": ("modal", "home"),
    "email_text_input": ("modal",),
    "url_text_input": ("modal",),
    "number_input": ("modal",),
    "file_input": ("modal",),
}


def across(blocks: object, surface: str, place: str) -> Iterator[str]:
    """What is wrong between the blocks of a "message", a "modal" or a "home"."""
    yield from _twice(blocks, place)
    for kind in sorted(kinds(blocks)):
        if surface not in _ONLY_IN.get(kind, (surface,)):
            yield wrong(f"{kind} is not available in a {surface}", place)
    if surface == "message":
        yield from _too_much(blocks, place)


def _twice(blocks: object, place: str) -> Iterator[str]:
    seen = set()
    for number, block in enumerate(_list(blocks)):
        name = block.get("block_id")
        if name is not None and name in seen:
            yield wrong(f"block_id {name!r} already exists", f"{place}/{number}/block_id")
        seen.add(name)


def _too_much(blocks: object, place: str) -> Iterator[str]:
    listed = _list(blocks)
    marked = [b["text"] for b in listed if b.get("type") == "markdown" and "text" in b]
    if sum(len(str(text)) for text in marked) > _MOST_MARKDOWN:
        yield wrong("all markdown blocks must be less than 12001 characters", place)
    if sum(b.get("type") == "table" for b in listed) > 1:
        yield wrong("only one table allowed", place)
    words = (thing["text"] for thing in things(blocks) if isinstance(thing.get("text"), str))
    if sum(map(len, words)) > _MOST_TOGETHER:
        yield wrong(TOGETHER, place)


def kinds(blocks: object) -> set[str]:
    """The types of all blocks and elements."""
    return {str(thing["type"]) for thing in things(blocks) if "type" in thing}


def things(value: object) -> Iterator[Thing]:
    """Every object, however deep."""
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        yield from things(each)


def _list(blocks: object) -> list[Thing]:
    return [b for b in blocks if isinstance(b, dict)] if isinstance(blocks, list) else []
