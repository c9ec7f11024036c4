"""What a thread shows while the customer writes; taken away when the line stands there."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from bots.chat.faces import Faces
from bots.slack.errors import asked
from bots.slack.here import Here
from core.attempt import Attempt
from core.scenario import Scenario

_WRITES = "is writing…"
_REMEMBERED = 1_000


@dataclass(slots=True)
class _Shown:
    """What a thread shows, and ought to."""

    wanted: bool = False
    shown: bool = False
    one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)


class Status:
    """What threads say the customer is doing. A wish that another one overtook is let go."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._threads: OrderedDict[str, _Shown] = OrderedDict()

    def show(self, attempt_id: str, *, on: bool) -> None:
        """Show, or stop showing, that the customer writes; nobody waits for it."""
        thread = self._threads.setdefault(attempt_id, _Shown())
        self._threads.move_to_end(attempt_id)
        if len(self._threads) > _REMEMBERED:
            self._threads.popitem(last=False)
        thread.wanted = on
        self._here.soon.do("typing", self._set(attempt_id, thread, on=on))

    async def _set(self, attempt_id: str, thread: _Shown, *, on: bool) -> None:
        async with thread.one_at_a_time:
            # Being shown once more keeps it from fading away; being taken away once is enough.
            if thread.wanted is not on or (not on and not thread.shown):
                return
            await self._tell(attempt_id, on=on)
            thread.shown = on

    async def _tell(self, attempt_id: str, *, on: bool) -> None:
        attempt, head = await self._here.attempt(attempt_id), await self._here.head(attempt_id)
        if attempt is None or head is None:
            return
        client = await self._here.client(attempt.workspace)
        await asked(
            client.assistant_threads_setStatus(
                channel_id=head.channel,
                thread_ts=head.message,
                status=_WRITES if on else "",
                **await look_of(self._here, attempt),
            )
        )


async def look_of(here: Here, attempt: Attempt) -> dict[str, Any]:
    """Return under whose name and picture the customer of an attempt appears."""
    scenario = await here.scenario(attempt)
    return _look(scenario, here.faces) if scenario else {}


def _look(scenario: Scenario, faces: Faces) -> dict[str, Any]:
    picture = faces.url(scenario.persona.picture)
    return {"username": scenario.persona.name, **({"icon_url": picture} if picture else {})}
