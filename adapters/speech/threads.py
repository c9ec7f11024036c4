"""Threads of an adapter's own, for what would block the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar, TypeVarTuple

from core.errors import ProviderError

_A = TypeVarTuple("_A")
_R = TypeVar("_R")


class Threads:
    """A few threads, which start with the first work. What waits for one waits in order."""

    def __init__(self, name: str, count: int = 1) -> None:
        self._name = name
        self._pool = ThreadPoolExecutor(count, thread_name_prefix=name)

    async def run(self, work: Callable[[*_A], _R], *args: *_A) -> _R:
        """Do the work in a thread. Cancelled before it began, it is not done at all.

        Raises ProviderError for what a model or its package raises: by what they throw,
        that is RuntimeError, OSError and ImportError.
        """
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, work, *args)
        except (RuntimeError, OSError, ImportError) as error:
            # The text could hold words of the call, and stays out of ours.
            raise ProviderError(
                f"The {self._name} of this machine failed ({type(error).__name__})",
                retryable=isinstance(error, RuntimeError),
            ) from error

    def close(self) -> None:
        """Let go of the threads; what waits for one is given up."""
        self._pool.shutdown(wait=False, cancel_futures=True)
