"""What happens by the clock: the nightly purge."""

from __future__ import annotations

from types import TracebackType
from typing import Self

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from adapters.storage import SqlStore
from adapters.storage.retention import purge
from core.errors import StorageError
from core.ports import Clock

log = structlog.get_logger()
_LATE_S = 6 * 3600
"""A machine that slept over the hour still purges when it wakes within so many seconds."""


class Jobs:
    """The scheduler, running while the block runs."""

    def __init__(self, store: SqlStore, clock: Clock, purge_hour: int) -> None:
        self._store = store
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

    async def __aenter__(self) -> Self:
        self._scheduler.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._scheduler.shutdown(wait=False)

    async def purge_all(self) -> None:
        """Purge what every workspace no longer keeps. A store in trouble waits for tomorrow."""
        async with self._store.reading() as unit:
            workspaces = await unit.workspaces()
        for workspace in workspaces:
            try:
                gone = await purge(self._store, workspace, self._clock.now())
            except StorageError as error:
                log.warning("purge_failed", workspace=workspace.id, error=type(error).__name__)
            else:
                counts = {kind.value: n for kind, n in gone.items()}
                log.info("purged", workspace=workspace.id, **counts)
