"""How much goes into one message, and how to make something fit."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from slack_sdk.models.blocks import Block

MOST_BLOCKS = 50
# Slack's own figure is unknown; people measured about 13,200 for all blocks together, and less the
# more blocks there were. The JSON comes nearest to that, and is never shorter than the words.
ROOM = 12_800
_ROOMS = (12_000, 6000, 3000, 1500, 700, 300)


def as_json(blocks: Sequence[Block]) -> tuple[dict[str, Any], ...]:
    """Return the blocks as they travel. Raises SlackObjectFormationError for a broken one."""
    return tuple(block.to_dict() for block in blocks)


def fits(blocks: Sequence[Block]) -> bool:
    """Whether Slack takes these blocks in one message."""
    return len(blocks) <= MOST_BLOCKS and len(json.dumps(as_json(blocks), ensure_ascii=False)) <= (
        ROOM
    )


def squeezed(build: Callable[[int], Sequence[Block]]) -> Sequence[Block]:
    """Return what is built with the most room for its longest words that still fits a message."""
    return next((b for room in _ROOMS if fits(b := build(room))), build(_ROOMS[-1]))
