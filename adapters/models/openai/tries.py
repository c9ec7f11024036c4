"""How often and how long to try: back-off with jitter, within a limit of time."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from adapters.models.failures import Failure, ModelError
from core.errors import ProviderError
from core.ports import Clock

_FIRST_WAIT_S = 0.4
_LONGEST_WAIT_S = 4.0
_MOST = 5


def _chance() -> float:
    return random.uniform(0.5, 1.0)  # noqa: S311 - spreads retries, guards nothing


@dataclass(frozen=True, slots=True)
class Pace:
    """The clock, and how to wait. `chance` gives the share of a wait that is waited."""

    clock: Clock
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    chance: Callable[[], float] = _chance


class Tries:
    """The tries of one line. The time begins when it is made."""

    def __init__(self, pace: Pace, limit_s: float) -> None:
        self._pace = pace
        self._until: datetime = pace.clock.now() + timedelta(seconds=limit_s)
        self._made = 0

    @property
    def left_s(self) -> float:
        """Seconds that are left. Raises ModelError (over time) when none are."""
        left = (self._until - self._pace.clock.now()).total_seconds()
        if left <= 0:
            raise ModelError(Failure.OVER_TIME)
        return left

    async def after(self, error: ProviderError) -> None:
        """Wait until the next try is due; raise the error again when there shall be none."""
        self._made += 1
        wait = min(_LONGEST_WAIT_S, _FIRST_WAIT_S * 2 ** (self._made - 1)) * self._pace.chance()
        if error.retry_after_s is not None:
            wait = error.retry_after_s
        left = (self._until - self._pace.clock.now()).total_seconds()
        if not error.retryable or self._made >= _MOST or wait >= left:
            raise error
        await self._pace.sleep(wait)
