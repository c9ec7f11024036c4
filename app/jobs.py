"""What happens by the clock: the nightly purge, managers' digests, the weekly sample."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from types import TracebackType
from typing import Self

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from adapters.queue.courier import Courier
from adapters.storage import SqlStore
from adapters.storage.retention import purge
from core.commands import DrawSample, Envelope, SendDigest
from core.errors import StorageError
from core.people import Person, Workspace
from core.ports import Blobs, Clock, Desk
from core.schedule import digest_due, sample_due

log = structlog.get_logger()
_LATE_S = 6 * 3600
"""A machine that slept over the hour still purges when it wakes within so many seconds."""
_LOOK_MINUTES = 5
_PICK_UP_S = 20


class Jobs:
    """The scheduler, running while the block runs. The desk takes commands all the while."""

    def __init__(  # noqa: PLR0913 - what jobs work with, handed over once by the wiring
        self,
        store: SqlStore,
        blobs: Blobs,
        desk: Desk,
        courier: Courier,
        clock: Clock,
        *,
        purge_hour: int,
    ) -> None:
        self._store = store
        self._blobs = blobs
        self._desk = desk
        self._courier = courier
        self._clock = clock
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._scheduler.add_job(
            self.purge_all,
            "cron",
            hour=purge_hour,
            id="purge",
            coalesce=True,
            misfire_grace_time=_LATE_S,
        )
        self._scheduler.add_job(
            self.look,
            "interval",
            minutes=_LOOK_MINUTES,
            id="look",
            coalesce=True,
            misfire_grace_time=None,
        )

        self._scheduler.add_job(
            self.pick_up, "interval", seconds=_PICK_UP_S, id="pick up", coalesce=True
        )

    async def __aenter__(self) -> Self:
        await self.look()
        self._scheduler.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._scheduler.shutdown(wait=False)

    async def look(self) -> None:
        """Hand in whatever is due. The inbox knows what was handed in, also by another process.

        A store in trouble is looked at again in a few minutes.
        """
        now = self._clock.now()
        try:
            async with self._store.reading() as unit:
                found = [(w, await unit.people(w.id)) for w in await unit.workspaces()]
            for workspace, people in found:
                for envelope in _due(workspace, people, now):
                    if await self._desk.submit(envelope):
                        log.info("due", what=type(envelope.command).__name__, id=envelope.id)
        except StorageError as error:
            log.warning("look_failed", error=type(error).__name__)

    async def pick_up(self) -> None:
        """Deliver what a command beside the server, such as `scrimmage assign`, has posted."""
        try:
            await self._courier.pick_up()
        except StorageError as error:
            log.warning("pick_up_failed", error=type(error).__name__)

    async def purge_all(self) -> None:
        """Purge what every workspace no longer keeps. A store in trouble waits for tomorrow."""
        async with self._store.reading() as unit:
            workspaces = await unit.workspaces()
        for workspace in workspaces:
            try:
                gone = await purge(self._store, workspace, self._clock.now(), self._blobs)
            except StorageError as error:
                log.warning("purge_failed", workspace=workspace.id, error=type(error).__name__)
            else:
                counts = {kind.value: n for kind, n in gone.items()}
                log.info("purged", workspace=workspace.id, **counts)


def _due(workspace: Workspace, people: Sequence[Person], now: datetime) -> Iterator[Envelope]:
    """Yield what is due in a workspace, each under a name that is the same at every look."""
    for person in people:
        due = digest_due(person, now)
        if due is not None:
            name = f"digest:{workspace.id}:{person.id}:{due:%Y-%m-%dT%H:%M}"
            yield Envelope(name, workspace.id, person.id, person.id, SendDigest(due), now)
    due = sample_due(now)
    if due is not None:
        lane = f"sample:{workspace.id}"
        yield Envelope(f"{lane}:{due:%G-W%V}", workspace.id, "", lane, DrawSample(due), now)
