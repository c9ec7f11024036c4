"""How much goes into one message, and how to make something fit."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

MOST = 80_000
"""Bytes of a whole activity. Teams takes about 100 KB, as UTF-16, and refuses more with 413."""
ENVELOPE = 6_000
"""Bytes kept for what an activity holds beside its card: addresses, ids, the summary."""
ROOM = MOST - ENVELOPE
ROOMS = (20_000, 10_000, 5_000, 2_500, 1_200, 600, 300, 100)
"""Characters for the longest words of a card, the widest first."""

Room = TypeVar("Room")
Card = dict[str, Any]


def size(thing: Any) -> int:  # noqa: ANN401 - any JSON
    """Return the size of an activity or a card: bytes of its JSON as UTF-16."""
    return len(json.dumps(thing, ensure_ascii=False).encode("utf-16-le", "surrogatepass"))


def fits(card: Card) -> bool:
    """Whether Teams takes this card in one message."""
    return size(card) <= ROOM


def squeezed(build: Callable[[Room], Card], levels: Sequence[Room]) -> Card:
    """Return what is built with the first of these levels, the widest first, that fits a message.

    Where none does, it is the last: the builder's business is that the narrowest always fits.
    """
    *wider, narrowest = levels
    return next((c for level in wider if fits(c := build(level))), None) or build(narrowest)
