"""How much goes into one message, and how to make something fit."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from slack_sdk.models.blocks import Block

MOST_BLOCKS = 50
# Slack's own figure is unknown; people measured about 13,200 for all blocks together, and less the
# more blocks there were. The JSON comes nearest to that, and is never shorter than the words.
ROOM = 12_800
ROOMS = (12_000, 6000, 3000, 1500, 700, 300)

Room = TypeVar("Room")


def as_json(blocks: Sequence[Block]) -> tuple[dict[str, Any], ...]:
    """Return the blocks as they travel. Raises SlackObjectFormationError for a broken one."""
    return tuple(block.to_dict() for block in blocks)


def fits(blocks: Sequence[Block]) -> bool:
    """Whether Slack takes these blocks in one message."""
    length = len(json.dumps(as_json(blocks), ensure_ascii=False, separators=(",", ":")))
    return len(blocks) <= MOST_BLOCKS and length <= ROOM


def squeezed(build: Callable[[Room], Sequence[Block]], rooms: Sequence[Room]) -> Sequence[Block]:
    """Return what is built with the first of these rooms, the widest first, that fits a message.

    Where none does, it is the last: the builder's business is that the narrowest always fits.
    """
    *wider, narrowest = rooms
    return next((b for room in wider if fits(b := build(room))), None) or build(narrowest)
