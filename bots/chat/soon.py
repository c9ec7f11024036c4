"""Small work that nobody waits for: it is held until it is done, and stopped with its owner."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import structlog

from core.errors import PracticeError, ProviderError, StorageError

log = structlog.get_logger()


class Soon:
    """Holds tasks. What fails in one is logged by its kind and stops nothing else."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def do(self, what: str, work: Coroutine[Any, Any, object]) -> None:
        """Begin the work; `what` names it in the log."""
        task = asyncio.create_task(_guarded(what, work), name=what)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def idle(self) -> None:
        """Wait until all that was begun is done."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def close(self) -> None:
        """Stop what is still going on."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


async def _guarded(what: str, work: Coroutine[Any, Any, object]) -> None:
    try:
        await work
    except (ProviderError, PracticeError, StorageError) as error:
        log.warning("left_undone", what=what, error=type(error).__name__, why=str(error))
    except Exception:
        log.exception("work_failed", what=what)
