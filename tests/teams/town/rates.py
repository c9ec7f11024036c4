"""How much Teams takes: so many requests in so many seconds, for each conversation and tenant.

Source: "Optimize your bot with rate limiting in Teams". A conversation is a personal chat or a
whole channel there, so that the threads of a channel share what it may be sent.
"""

from __future__ import annotations

import math
from collections import defaultdict, deque
from collections.abc import Callable

from tests.teams.town.records import Called
from tests.teams.town.rooms import THREAD

SENDING = ((7, 1), (8, 2), (60, 30), (1800, 3600))
READING = ((14, 1), (16, 2), (120, 30), (3600, 3600))
TENANT = ((50, 1),)
_WRITES = {"send": "send", "update": "send", "delete": "send", "create": "create"}


class Rates:
    """Counts by the Town's clock, in seconds, once `held`. `whole_channels`: as the source says."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.held = False
        self.whole_channels = True
        self._clock = clock
        self._went: dict[tuple[str, ...], deque[float]] = defaultdict(deque)

    def wait(self, called: Called) -> int:
        """For how many whole seconds a request comes too early; 0 counts it as taken."""
        if not self.held:
            return 0
        now, kind = self._clock(), _WRITES.get(called.what, "read")
        where = called.where.partition(THREAD)[0] if self.whole_channels else called.where
        limits = {
            (kind, called.tenant, where): READING if kind == "read" else SENDING,
            ("tenant", called.tenant): TENANT,
        }
        left = max(self._left(key, table, now) for key, table in limits.items())
        if left > 0:
            return math.ceil(left)
        for key in limits:
            self._went[key].append(now)
        return 0

    def _left(self, key: tuple[str, ...], table: tuple[tuple[int, int], ...], now: float) -> float:
        went = self._went[key]
        while went and went[0] <= now - table[-1][1]:
            went.popleft()
        # The request that must be out of a window before another one has room in it.
        return max(went[-most] + within - now if len(went) >= most else 0 for most, within in table)
