"""Fakes of the small ports: time, ids, and a surface that remembers what it was given."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count

from core.messages import Outgoing, ToThread
from core.rehearsal import EPOCH


class FakeClock:
    """Time that stands still until it is told to pass."""

    def __init__(self, at: datetime = EPOCH) -> None:
        self.at = at

    def now(self) -> datetime:
        """The moment set."""
        return self.at

    def passes(self, seconds: float) -> None:
        """Let time pass."""
        self.at += timedelta(seconds=seconds)


class FakeIds:
    """Ids that count up."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def new(self) -> str:
        """The next id."""
        return f"id{next(self._numbers)}"


class FakeSurface:
    """Keeps what was delivered, once for each id, and what passed."""

    def __init__(self) -> None:
        self.delivered: dict[str, Outgoing] = {}
        self.drafts: list[str] = []
        self.typing_at: list[bool] = []

    async def deliver(self, outgoing: Outgoing) -> None:
        """Remember the message; the same id again changes nothing."""
        self.delivered.setdefault(outgoing.id, outgoing)

    async def typing(self, thread: ToThread, *, on: bool) -> None:
        """Remember whether the customer is shown to write."""
        self.typing_at.append(on)

    async def draft(self, thread: ToThread, turn: int, text: str) -> None:
        """Remember the draft."""
        self.drafts.append(text)
