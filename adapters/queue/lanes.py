"""The owner of every attempt on one machine: takes its commands in order, then goes on.

Implements `ports.Desk`. A command is first saved to the inbox; a process that dies finds it
there again. A call that owes a line or a score when a process dies is found by `start`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog

from adapters.queue.courier import Courier
from adapters.queue.serial import Serial
from adapters.queue.timers import Timers
from core.commands import Deliver, Envelope, NoteSound, Rejoin, Resume, Tick, Typing
from core.errors import ProviderError, StorageError
from core.ports import Clock, Store
from core.practice import After, Practice

log = structlog.get_logger()
Sleep = Callable[[float], Awaitable[None]]

_BACKOFF_S = (0.2, 0.5, 1.0, 2.0, 5.0, 15.0)
STUCK_S = 30
"""Seconds after which a call that could not go on is tried again."""
_FLEETING = (Typing, Tick, Resume, Rejoin, Deliver, NoteSound)
"""Commands that are not saved: they say nothing new when they come twice or never, or come again
from whoever holds a call by voice."""


class Lanes:
    """Carries out commands, one at a time in each lane."""

    def __init__(
        self,
        practice: Practice,
        store: Store,
        courier: Courier,
        clock: Clock,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._practice = practice
        self._store = store
        self._courier = courier
        self._clock = clock
        self._sleep = sleep
        self._serial: Serial[Envelope] = Serial(self._take, self._go_on)
        self._timers = Timers(clock, self._tick)
        # Attempts that owe something, with how many seconds are read before it is done.
        self._owing: dict[str, float] = {}
        self._watchers: list[Callable[[str], None]] = []
        self._waiting: dict[str, asyncio.Future[str]] = {}

    async def submit(self, envelope: Envelope) -> bool:
        """Save the command and queue it; False when it was known. Raises StorageError."""
        if not isinstance(envelope.command, _FLEETING):
            # Somebody waits for the acknowledgement; what the command brings about can wait.
            async with self._store.unit(urgent=True) as unit:
                if not await unit.receive(envelope):
                    return False
        self._waiting[envelope.id] = asyncio.get_running_loop().create_future()
        self._serial.put(envelope.lane, envelope)
        return True

    async def settled(self, envelope: Envelope, within_s: float) -> str | None:
        """Wait until the command was handled: "", the refusal, or None when it takes longer."""
        future = self._waiting.get(envelope.id)
        if future is not None:
            try:
                return await asyncio.wait_for(asyncio.shield(future), within_s)
            except TimeoutError:
                return None
        async with self._store.reading() as unit:
            return await unit.refusal(envelope.id)

    def watch(self, changed: Callable[[str], None]) -> None:
        """Have this called with an attempt's id whenever something has changed in its call."""
        self._watchers.append(changed)

    async def start(self) -> None:
        """Take up what an earlier process left: commands first, then calls that owe something."""
        await self._courier.pick_up()
        envelopes, running = await self._practice.unfinished()
        for attempt_id in running:
            self._owing[attempt_id] = 0.0
            self._serial.put(attempt_id, self._own(attempt_id, Resume(attempt_id)))
        for envelope in envelopes:
            self._serial.put(envelope.lane, envelope)
        log.info("lanes_started", commands=len(envelopes), calls=len(running))

    async def idle(self) -> None:
        """Wait until everything queued has been carried out and delivered."""
        await self._serial.idle()
        await self._courier.idle()

    async def close(self) -> None:
        """Stop; what has not been carried out stays in the inbox."""
        self._timers.close()
        await self._serial.close()
        await self._courier.close()

    def _tick(self, attempt_id: str) -> None:
        self._serial.put(attempt_id, self._own(attempt_id, Tick(attempt_id)))

    def _own(self, attempt_id: str, command: Tick | Resume) -> Envelope:
        now = self._clock.now()
        return Envelope(f"clock:{attempt_id}:{now.isoformat()}", "", "", attempt_id, command, now)

    async def _take(self, lane: str, envelope: Envelope) -> None:
        refusal = ""
        try:
            after = await self._patiently(lambda: self._practice.take(envelope))
            refusal = after.refusal
            self._follow(after)
        except Exception:
            log.exception("command_failed", command=type(envelope.command).__name__, lane=lane)
            refusal = "Something went wrong on our side. Nothing of yours is lost; try again."
            await self._give_up(envelope, refusal)
        waiting = self._waiting.pop(envelope.id, None)
        if waiting is not None and not waiting.done():
            waiting.set_result(refusal)

    async def _give_up(self, envelope: Envelope, refusal: str) -> None:
        async with self._store.unit() as unit:
            await unit.finish(envelope.id, self._clock.now(), refusal)

    async def _go_on(self, lane: str) -> None:
        """Let an attempt do what it owes until it owes nothing or has new commands."""
        if reads_s := self._owing.get(lane, 0.0):
            await self._sleep(reads_s)
        while not self._serial.waiting(lane) and lane in self._owing:
            del self._owing[lane]
            try:
                self._follow(await self._patiently(lambda: self._practice.go_on(lane)))
            except Exception:
                log.exception("call_stuck", attempt=lane)
                self._timers.set(lane, self._clock.now() + timedelta(seconds=STUCK_S))

    def _follow(self, after: After) -> None:
        self._courier.send(after.posted)
        if after.attempt is None:
            return
        self._timers.set(after.attempt, after.due)
        for changed in self._watchers:
            changed(after.attempt)
        if after.owes:
            self._owing[after.attempt] = after.reads_s
            self._wake(after.attempt)

    def _wake(self, attempt_id: str) -> None:
        """See that the attempt's own lane runs, where another lane found that it owes."""
        if not self._serial.working(attempt_id):
            self._serial.put(attempt_id, self._own(attempt_id, Tick(attempt_id)))

    async def _patiently(self, work: Callable[[], Awaitable[After]]) -> After:
        """Try again while the store or a provider is in trouble; nothing was kept of a failure.

        A full disk or a locked database is waited out however long it takes: the command stays
        saved meanwhile. A provider gets a few tries.
        """
        tries = 0
        while True:
            wait_s = _BACKOFF_S[min(tries, len(_BACKOFF_S) - 1)]
            try:
                return await work()
            except (StorageError, ProviderError) as error:
                if isinstance(error, ProviderError) and tries >= len(_BACKOFF_S):
                    raise
                log.warning("practice_waits", error=type(error).__name__, wait_s=wait_s)
                await self._sleep(wait_s)
            tries += 1
