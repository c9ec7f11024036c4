"""From the trainee's message in the inbox to the reply in the outbox, on the on-disk store.

The customer is scripted and takes no time, so what is measured is ours: lanes, engine, store.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from core.commands import Envelope, Say
from core.messages import CustomerSaid, Outgoing
from core.people import Assignment
from core.rehearsal import EPOCH
from tests.bench.crowd import store_attempts
from tests.bench.figures import Figure, spread
from tests.house import TRAINEE, House, house

AT_ONCE = 200
MESSAGES = 6
THINKS_S = 5.0
"""Mean time between one trainee's messages: 200 trainees then send 40 a second."""
STORED = 100_000


async def measure() -> list[Figure]:
    """Measure on an empty store."""
    with tempfile.TemporaryDirectory() as folder:
        async with house(Path(folder)) as built:
            return await _measure(built, "")


async def measure_full() -> list[Figure]:
    """Measure with many attempts stored."""
    with tempfile.TemporaryDirectory() as folder:
        async with house(Path(folder)) as built:
            begun = time.perf_counter()
            await store_attempts(built.store, STORED)
            stored = Figure(f"storing {STORED:,} attempts", time.perf_counter() - begun, "s")
            return [*await _measure(built, f", {STORED:,} stored"), stored]


async def _measure(built: House, label: str) -> list[Figure]:
    watch = _Watch()
    built.lanes = built.process(on_sent=watch.sent)
    attempts = await _begin(built)
    calm = await _crowd(built, watch, attempts, THINKS_S)
    name = f"inbox to outbox, {AT_ONCE} attempts at once{label}"
    return spread(name, calm, {0.5: "5", 0.95: "", 0.99: "25"})


async def _begin(built: House) -> list[str]:
    names = [f"bench{n}" for n in range(AT_ONCE)]
    async with built.store.unit() as unit:
        for name in names:
            await unit.put_assignment(Assignment(name, "w", TRAINEE, "cleo", "sample", EPOCH))
    from core.commands import Start  # noqa: PLC0415

    for name in names:
        await built.does(Start(name, name))
    return names


async def _crowd(built: House, watch: _Watch, attempts: list[str], thinks_s: float) -> list[float]:
    chance = random.Random(1)  # noqa: S311 - no secret

    async def trainee(attempt: str) -> None:
        await asyncio.sleep(chance.random() * thinks_s)
        for n in range(MESSAGES):
            key = f"{attempt}:{n}"
            envelope = Envelope(
                key, "w", TRAINEE, attempt, Say(attempt, f"Message {n}"), EPOCH + timedelta(n)
            )
            answered = watch.expect(attempt)
            await built.lanes.submit(envelope)
            watch.begin(attempt)
            await answered
            await asyncio.sleep(chance.expovariate(1 / thinks_s))

    await asyncio.gather(*(trainee(name) for name in attempts))
    return watch.took


class _Watch:
    """Times each attempt from its saved message to its saved reply."""

    def __init__(self) -> None:
        self.took: list[float] = []
        self._begun: dict[str, float] = {}
        self._ended: dict[str, float] = {}
        self._waits: dict[str, asyncio.Future[None]] = {}

    def expect(self, attempt: str) -> asyncio.Future[None]:
        self._waits[attempt] = asyncio.get_running_loop().create_future()
        return self._waits[attempt]

    def begin(self, attempt: str) -> None:
        self._begun[attempt] = time.perf_counter()
        self._settle(attempt)

    def sent(self, outgoing: Iterable[Outgoing]) -> None:
        for message in outgoing:
            if isinstance(message.message, CustomerSaid):
                attempt = message.message.attempt
                if attempt in self._waits:
                    self._ended[attempt] = time.perf_counter()
                    self._settle(attempt)

    def _settle(self, attempt: str) -> None:
        if attempt in self._begun and attempt in self._ended:
            self.took.append(max(0.0, self._ended.pop(attempt) - self._begun.pop(attempt)))
            self._waits.pop(attempt).set_result(None)
