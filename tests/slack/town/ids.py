"""Ids, and what Slack fills in where an app left it out."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

_numbers = count(1)


def fresh(prefix: str) -> str:
    """An id that no other has, such as "V00000001"."""
    return f"{prefix}{next(_numbers):08X}"


def with_ids(blocks: object) -> object:
    """The blocks, each with a block_id, and each element with an action_id."""
    return [_named(block) for block in blocks] if isinstance(blocks, list) else blocks


def _named(block: Mapping[str, Any]) -> dict[str, Any]:
    found = {"block_id": fresh("b"), **block}
    for name in ("accessory", "element"):
        if isinstance(found.get(name), dict):
            found[name] = _acting(found[name])
    if block.get("type") in {"actions", "context_actions"}:
        found["elements"] = [_acting(element) for element in block["elements"]]
    return found


def _acting(element: Mapping[str, Any]) -> dict[str, Any]:
    silent = element.get("type") == "image"
    return dict(element) if silent else {"action_id": fresh("a"), **element}
