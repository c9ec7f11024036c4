"""What calls are held with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from core.attempt import Attempt
from core.ports import Clock, Customer, Desk, Ids, Store
from core.speech import Speech
from voice_bridge.taping import TapeOf


@dataclass(frozen=True, slots=True)
class Studio:
    """The ports, and what surrounds a call.

    `warm` gets ears and voice ready; `tape_of` records a call; `recorded` is told when one is over,
    to keep what was taped.
    """

    store: Store
    desk: Desk
    clock: Clock
    ids: Ids
    customer: Customer
    speech: Speech
    warm: Callable[[], Awaitable[None]]
    tape_of: TapeOf = lambda _: None
    recorded: Callable[[Attempt], Awaitable[object]] | None = None
