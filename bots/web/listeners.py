"""Who is looking at which stream at this moment, and how they are told of news.

All of it lives in this process and may be lost: what matters is in the posts.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Passing:
    """Something shown for a moment: `kind` is "typing" or "draft", `data` plain JSON."""

    kind: str
    data: dict[str, Any]


class Listener:
    """One open page. Of each kind of passing news it keeps the newest, so it never overflows."""

    def __init__(self, passing: dict[str, Passing]) -> None:
        self._woken = asyncio.Event()
        self._passing = dict(passing)
        self.closed = False
        if passing:
            self._woken.set()

    async def news(self, within_s: float) -> Sequence[Passing]:
        """Wait for a post or passing news, or until the time is up; return the latter."""
        try:
            async with asyncio.timeout(within_s):
                await self._woken.wait()
        except TimeoutError:
            return ()
        self._woken.clear()
        passing, self._passing = tuple(self._passing.values()), {}
        return passing

    def tell(self, passing: Passing) -> None:
        """Hand over passing news."""
        self._passing[passing.kind] = passing
        self._woken.set()

    def wake(self, *, void: bool) -> None:
        """Say that there is a post; with `void` what was passing is over."""
        if void:
            self._passing.clear()
        self._woken.set()

    def close(self) -> None:
        """Say that the server goes away."""
        self.closed = True
        self._woken.set()


class Listeners:
    """All open pages by stream."""

    def __init__(self) -> None:
        self._open: dict[str, set[Listener]] = {}
        self._passing: dict[str, dict[str, Passing]] = {}

    @contextmanager
    def listen(self, stream: str) -> Iterator[Listener]:
        """Listen to a stream while the block runs; what passes right now is told at once."""
        listener = Listener(self._passing.get(stream, {}))
        self._open.setdefault(stream, set()).add(listener)
        try:
            yield listener
        finally:
            self._open[stream].discard(listener)
            if not self._open[stream]:
                del self._open[stream]

    def tell(self, stream: str, passing: Passing, *, over: bool = False) -> None:
        """Tell everybody, and whoever comes next, something that passes, or that it is over."""
        if over:
            self._passing.pop(stream, None)
        else:
            self._passing.setdefault(stream, {})[passing.kind] = passing
        for listener in self._open.get(stream, ()):
            listener.tell(passing)

    def wake(self, stream: str, *, void: bool = True) -> None:
        """Tell everybody on a stream that there is a post; with `void` nothing passes any more."""
        if void:
            self._passing.pop(stream, None)
        for listener in self._open.get(stream, ()):
            listener.wake(void=void)

    def close(self) -> None:
        """Send everybody away, when the server stops."""
        for listeners in self._open.values():
            for listener in listeners:
                listener.close()
