"""How a call stands, for the head of its thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bots.chat.records import Records
from core.messages import CallEnded, Message
from core.places import Place


@dataclass(frozen=True, slots=True)
class HeadState:
    """How a call stands by now: its deadline where that came later, and how long it lasted."""

    deadline: datetime | None = None
    lasted_s: int | None = None


async def standing(records: Records, message: Message, head: Place) -> HeadState | None:
    """Return how a call stands after a message; None where its end, which comes later, will tell.

    Raises StorageError.
    """
    if isinstance(message, CallEnded):
        return HeadState(lasted_s=message.lasted_s)
    attempt = await records.attempt(head.attempt or "")
    if attempt is None or attempt.ended is not None:
        return None
    return HeadState(deadline=attempt.deadline)
