"""A customer that carries on when the model behind it fails."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Protocol

from adapters.models.failures import Failure, ModelError
from adapters.models.left_to_say import left_to_say
from core.attempt import Call
from core.beats import Beat
from core.errors import ProviderError
from core.ports import Clock, Customer, Sentence
from core.reading import Note, Reading
from core.scenario import Scenario

FAILURES_BORNE = 3
"""Failures in a row after which the model is left alone for a while."""
PAUSE_S = 60.0
"""How long it is left alone, in seconds: so that trainees do not wait for it each time."""
LIMIT_S = 20.0
"""Seconds in which the primary customer must read, or give its next sentence."""
_TURNS_HELD = 1_000


class ClosingCustomer(Customer, Protocol):
    """A customer that holds connections."""

    async def aclose(self) -> None:
        """Close them."""
        ...


@dataclass(slots=True)
class Circuit:
    """Counts failures in a row, and opens for `PAUSE_S` after `FAILURES_BORNE` of them."""

    clock: Clock
    failures: int = 0
    closed_from: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether the model is to be left alone now."""
        return self.closed_from is not None and self.clock.now() < self.closed_from

    def failed(self) -> None:
        """Count a failure."""
        self.failures += 1
        if self.failures >= FAILURES_BORNE:
            self.closed_from = self.clock.now() + timedelta(seconds=PAUSE_S)

    def worked(self) -> None:
        """Forget the failures."""
        self.failures, self.closed_from = 0, None


@dataclass(slots=True)
class _Turns:
    """Turns for which the embedded customer has taken over, the newest ones."""

    held: OrderedDict[tuple[str, int], None] = field(default_factory=OrderedDict)

    def add(self, call: Call) -> None:
        self.held[_turn(call)] = None
        if len(self.held) > _TURNS_HELD:
            self.held.popitem(last=False)

    def __contains__(self, call: Call) -> bool:
        return _turn(call) in self.held


def _turn(call: Call) -> tuple[str, int]:
    return call.attempt.id, len(call.attempt.turns)


class FallbackCustomer:
    """Asks `primary`, and `embedded` for the rest of a turn in which it failed.

    Implements `ports.Customer`. The event log learns of it: `provider_failed` (kind, retryable)
    or `provider_skipped`, and `embedded_carried_on`.
    """

    def __init__(
        self, primary: ClosingCustomer, embedded: Customer, clock: Clock, limit_s: float = LIMIT_S
    ) -> None:
        """`limit_s` guards against a primary that keeps no time limit of its own."""
        self._primary = primary
        self._embedded = embedded
        self._limit_s = limit_s
        self._circuit = Circuit(clock)
        self._taken_over = _Turns()

    async def prepare(self, scenario: Scenario) -> None:
        """Get both ready. A primary that cannot be is found out about when it is asked."""
        await self._embedded.prepare(scenario)
        try:
            await self._primary.prepare(scenario)
        except ProviderError:
            self._circuit.failed()

    async def read(self, call: Call) -> Reading:
        """Read the trainee's turn. Raises ProviderError only when the embedded customer does."""
        if self._circuit.open:
            return await self._embedded_reading(call, Note("provider_skipped"))
        try:
            async with _within(self._limit_s):
                reading = await self._primary.read(call)
        except ProviderError as error:
            self._circuit.failed()
            return await self._embedded_reading(call, _failure(error))
        self._circuit.worked()
        return reading

    async def say(self, call: Call, beat: Beat) -> AsyncIterator[Sentence | Note]:
        """Word the beat. What was said before a failure stays, and is not said again."""
        if call in self._taken_over:
            async for part in self._embedded.say(call, beat):
                yield part
            return
        why: Note | None = Note("provider_skipped")
        said: list[str] = []
        if not self._circuit.open:
            why = None
            try:
                async for part in self._timed(call, beat):
                    if isinstance(part, Sentence):
                        said.append(part.text)
                    yield part
            except ProviderError as error:
                self._circuit.failed()
                why = _failure(error)
            else:
                self._circuit.worked()
        if why is not None:
            yield why
            async for part in self._carried_on(call, beat, said):
                yield part

    async def aclose(self) -> None:
        """Close the primary's connections."""
        await self._primary.aclose()

    async def _embedded_reading(self, call: Call, why: Note) -> Reading:
        self._taken_over.add(call)
        reading = await self._embedded.read(call)
        return replace(reading, notes=(*reading.notes, why, _CARRIED_ON))

    async def _timed(self, call: Call, beat: Beat) -> AsyncIterator[Sentence | Note]:
        """Yield the primary's parts; the time runs while waiting for each."""
        line = self._primary.say(call, beat)
        try:
            while True:
                async with _within(self._limit_s):
                    part = await anext(line, None)
                if part is None:
                    return
                yield part
        finally:
            if hasattr(line, "aclose"):
                await line.aclose()

    async def _carried_on(
        self, call: Call, beat: Beat, said: list[str]
    ) -> AsyncIterator[Sentence | Note]:
        left = left_to_say(call, beat, said)
        if left is None:
            return
        yield _CARRIED_ON
        async for part in self._embedded.say(call, left):
            if not (isinstance(part, Sentence) and part.text in said):
                yield part


_CARRIED_ON = Note("embedded_carried_on")


def _failure(error: ProviderError) -> Note:
    kind = error.kind.value if isinstance(error, ModelError) else "provider"
    return Note("provider_failed", (("kind", kind), ("retryable", error.retryable)))


@asynccontextmanager
async def _within(seconds: float) -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(seconds):
            yield
    except TimeoutError:
        raise ModelError(Failure.OVER_TIME) from None
