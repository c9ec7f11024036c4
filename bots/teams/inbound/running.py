"""Which call is under way where: in a personal chat one at a time, in a channel one in a thread."""

from __future__ import annotations

from bots.teams.here import Here
from bots.teams.inbound.asking import Asker
from core.attempt import Attempt
from core.places import Place


async def running_of(here: Here, asker: Asker) -> list[tuple[Attempt, Place]]:
    """Return somebody's calls under way and where their heads stand, the newest first."""
    async with here.store.reading() as unit:
        attempts = await unit.attempts(asker.workspace, asker.person)
    found = []
    for attempt in reversed([a for a in attempts if a.ended is None]):
        head = await here.head(attempt.id)
        if head is not None:
            found.append((attempt, head))
    return found


async def running_in(here: Here, asker: Asker) -> Attempt | None:
    """Return the asker's own call that is held where they write, None where there is none."""
    for attempt, head in await running_of(here, asker):
        same_thread = asker.personal or head.message == asker.where.root
        if head.channel == asker.where.channel and same_thread:
            return attempt
    return None
