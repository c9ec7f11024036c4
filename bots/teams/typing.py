"""That the customer writes: shown anew every few seconds, as Teams lets it fade away."""

from __future__ import annotations

from collections import OrderedDict

from bots.teams import activities
from bots.teams.here import Here
from bots.teams.pace import Sleep
from bots.teams.references import Scope

EVERY_S = 4.0
_LONGEST = 15
"""So many times in a row: a minute; a customer who writes for longer is thinking."""
_REMEMBERED = 1_000


class Typing:
    """What conversations show of customers who write; nobody waits for it."""

    def __init__(self, here: Here, sleep: Sleep) -> None:
        self._here = here
        self._sleep = sleep
        self._writing: OrderedDict[str, int] = OrderedDict()
        self._number = 0

    def show(self, attempt: str, *, on: bool) -> None:
        """Show, or stop showing, that the customer of an attempt writes."""
        if not on:
            self._writing.pop(attempt, None)
            return
        if attempt in self._writing:
            return
        self._number += 1
        self._writing[attempt] = self._number
        if len(self._writing) > _REMEMBERED:
            self._writing.popitem(last=False)
        self._here.soon.do("typing", self._keep(attempt, self._number))

    async def _keep(self, attempt: str, number: int) -> None:
        try:
            head = await self._here.head(attempt)
            if head is None:
                return
            where = await self._here.where(head)
            where = where.thread(head.message) if where.scope is Scope.CHANNEL else where
            for _ in range(_LONGEST):
                if self._writing.get(attempt) != number:
                    return
                await self._here.connector.send(where, activities.typing())
                await self._sleep(EVERY_S)
        finally:
            if self._writing.get(attempt) == number:
                del self._writing[attempt]
