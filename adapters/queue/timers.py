"""One alarm for each attempt, at the moment when time alone will change its call."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

from core.ports import Clock


class Timers:
    """Calls `fire(attempt_id)` when an attempt is due. Setting anew replaces the old alarm."""

    def __init__(self, clock: Clock, fire: Callable[[str], None]) -> None:
        self._clock = clock
        self._fire = fire
        self._alarms: dict[str, asyncio.TimerHandle] = {}

    def set(self, attempt_id: str, due: datetime | None) -> None:
        """Set the attempt's alarm; None takes it away."""
        old = self._alarms.pop(attempt_id, None)
        if old is not None:
            old.cancel()
        if due is None:
            return
        delay = max(0.0, (due - self._clock.now()).total_seconds())
        loop = asyncio.get_running_loop()
        self._alarms[attempt_id] = loop.call_later(delay, self._ring, attempt_id)

    def close(self) -> None:
        """Take every alarm away."""
        for alarm in self._alarms.values():
            alarm.cancel()
        self._alarms.clear()

    def _ring(self, attempt_id: str) -> None:
        self._alarms.pop(attempt_id, None)
        self._fire(attempt_id)
