"""How much may be sent to a conversation, as Teams' documents say, and how long to wait when told.

Per bot and conversation: 7 messages in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in an hour; a channel is
one conversation, with all its threads. Besides, an app may ask 30 times a second in a tenant (some
of the pages say 50). Source: "Optimize your bot with rate limiting in Teams", Microsoft.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from core.ports import Clock

Sleep = Callable[[float], Awaitable[None]]

THREAD = ((7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0))
"""So many messages within so many seconds, in one conversation."""
TENANT = ((30, 1.0),)
_MOST = 10_000
_FIRST_WAIT_S, _LONGEST_WAIT_S = 1.0, 60.0


@dataclass(slots=True)
class _Lane:
    """When messages went, or are to go; `until` is before when none may. `failures` in a row."""

    went: deque[datetime] = field(default_factory=deque)
    until: datetime | None = None
    failures: int = 0


class Pace:
    """Tells each message when it may go. One conversation never waits for another."""

    def __init__(self, clock: Clock, sleep: Sleep, chance: Random | None = None) -> None:
        self._clock = clock
        self._sleep = sleep
        # Jitter: no secret depends on it.
        self._chance = chance or Random()  # noqa: S311
        self._lanes: OrderedDict[str, _Lane] = OrderedDict()

    async def wait(self, tenant: str, conversation: str) -> None:
        """Return when a request about this conversation may go."""
        now = self._clock.now()
        at = max(
            self._reserve(f"conversation {conversation}", THREAD, now),
            self._reserve(f"tenant {tenant}", TENANT, now),
        )
        left = (at - now).total_seconds()
        if left > 0:
            await self._sleep(left)

    def rest(self, conversation: str, asked_s: float | None) -> float:
        """Let a conversation rest after a refusal; returns for how many seconds.

        Doubles with each refusal in a row, with jitter, so that many who were refused together do
        not come again together; never less than Teams asked for.
        """
        lane = self._lane(f"conversation {conversation}")
        wait = min(_LONGEST_WAIT_S, _FIRST_WAIT_S * 2.0**lane.failures)
        lane.failures += 1
        wait = max(asked_s or 0.0, wait / 2) + self._chance.random() * wait / 2
        lane.until = self._clock.now() + timedelta(seconds=wait)
        return wait

    def well(self, conversation: str) -> None:
        """Note that a request about a conversation was taken."""
        self._lane(f"conversation {conversation}").failures = 0

    def _reserve(
        self, name: str, windows: tuple[tuple[int, float], ...], now: datetime
    ) -> datetime:
        """Keep the first moment at which no window holds too many, and return it."""
        lane = self._lane(name)
        most, longest = windows[-1]
        at = max(now, lane.until or now)
        for number, seconds in windows:
            if len(lane.went) >= number:
                at = max(at, lane.went[-number] + timedelta(seconds=seconds))
        lane.went.append(at)
        while len(lane.went) > most or lane.went[0] < now - timedelta(seconds=longest):
            lane.went.popleft()
        return at

    def _lane(self, name: str) -> _Lane:
        lane = self._lanes.setdefault(name, _Lane())
        self._lanes.move_to_end(name)
        if len(self._lanes) > _MOST:
            self._lanes.popitem(last=False)
        return lane
