"""Delivers the outbox: in order within each thread, with retries, marked when done.

What may succeed later is tried until it does; meanwhile only its own thread waits.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from itertools import chain, repeat

import structlog

from adapters.gathering import Gathering
from adapters.queue.serial import Serial
from core.errors import ProviderError, StorageError
from core.messages import CustomerSaid, Outgoing, ToChannel, ToPerson, ToReview, ToThread
from core.ports import Clock, Store, Surface

Sleep = Callable[[float], Awaitable[None]]
log = structlog.get_logger()

_BACKOFF_S = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)


class Courier:
    """Takes messages that have been saved to the outbox and brings them to their surface."""

    def __init__(
        self,
        store: Store,
        surface_of: Callable[[str], Surface],
        clock: Clock,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._store = store
        self._surface_of = surface_of
        self._clock = clock
        self._sleep = sleep
        self._serial: Serial[Outgoing] = Serial(self._carry)
        self._marks: Gathering[str] = Gathering(self._mark)
        # What is queued, and what its surface has refused for good.
        self._held: set[str] = set()

    def send(self, outgoing: Iterable[Outgoing]) -> None:
        """Queue messages for delivery, each behind those to the same thread or person."""
        for message in outgoing:
            if message.id not in self._held:
                self._held.add(message.id)
                self._serial.put(_stream(message), message)

    async def pick_up(self) -> None:
        """Queue what others left undelivered: an earlier process, or a command beside this one."""
        async with self._store.reading() as unit:
            self.send(await unit.undelivered())

    async def idle(self) -> None:
        """Wait until all that was queued has been delivered or given up."""
        await self._serial.idle()

    async def close(self) -> None:
        """Stop; what was not delivered stays in the outbox."""
        await self._serial.close()

    async def _carry(self, _stream: str, outgoing: Outgoing) -> None:
        surface = self._surface_of(outgoing.workspace)
        await self._wait_for(outgoing, surface)
        for wait_s in chain(_BACKOFF_S, repeat(_BACKOFF_S[-1])):
            try:
                await surface.deliver(outgoing)
                await self._marks.add(outgoing.id)
            except (ProviderError, StorageError) as error:
                if isinstance(error, ProviderError) and not error.retryable:
                    log.warning("delivery_failed", message=outgoing.id, error=str(error))
                    return
                asked = getattr(error, "retry_after_s", None)
                log.info("delivery_waits", message=outgoing.id, error=str(error))
                await self._sleep(max(wait_s, asked or 0.0))
            else:
                self._held.discard(outgoing.id)
                return

    async def _wait_for(self, outgoing: Outgoing, surface: Surface) -> None:
        """Let the customer be seen to write until its line is due."""
        if outgoing.not_before is None:
            return
        left = (outgoing.not_before - self._clock.now()).total_seconds()
        if left <= 0:
            return
        if isinstance(outgoing.message, CustomerSaid) and isinstance(outgoing.to, ToThread):
            await surface.typing(outgoing.to, on=True)
        await self._sleep(left)

    async def _mark(self, delivered: Sequence[str]) -> None:
        async with self._store.unit() as unit:
            for name in delivered:
                await unit.delivered(name, self._clock.now())


def _stream(outgoing: Outgoing) -> str:
    """What keeps its order: a thread, a person's messages, a channel's."""
    match outgoing.to:
        case ToThread(attempt):
            return f"{outgoing.workspace} thread {attempt}"
        case ToReview(attempt):
            return f"{outgoing.workspace} review {attempt}"
        case ToChannel(channel):
            return f"{outgoing.workspace} channel {channel}"
        case ToPerson(person):
            return f"{outgoing.workspace} person {person}"
