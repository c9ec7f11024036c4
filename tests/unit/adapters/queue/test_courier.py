"""Delivery: in order, tried again, and one thread's trouble is its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.queue.courier import Courier
from adapters.storage import SqlStore, open_store
from core.errors import ProviderError
from core.messages import CustomerSaid, Face, Noted, Outgoing, ToThread
from core.rehearsal import EPOCH
from tests.fakes.world import FakeClock, FakeSurface


class Troubled(FakeSurface):
    """A surface that fails for some threads, as often as told."""

    def __init__(self, failures: dict[str, list[ProviderError]]) -> None:
        super().__init__()
        self._failures = failures

    async def deliver(self, outgoing: Outgoing) -> None:
        assert isinstance(outgoing.to, ToThread)
        waiting = self._failures.get(outgoing.to.attempt)
        if waiting:
            raise waiting.pop(0)
        await super().deliver(outgoing)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    opened = await open_store(f"sqlite:///{tmp_path / 'mail.db'}")
    yield opened
    await opened.close()


def note(name: str, thread: str) -> Outgoing:
    return Outgoing(name, "w", ToThread(thread), Noted(name), EPOCH)


async def sent(store: SqlStore, surface: FakeSurface, *messages: Outgoing) -> list[float]:
    """Post and deliver messages; return what was slept."""
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    async with store.unit() as unit:
        for message in messages:
            await unit.post(message)
    courier = Courier(store, lambda _: surface, FakeClock(), sleep)
    courier.send(messages)
    await courier.idle()
    return slept


async def undelivered(store: SqlStore) -> list[str]:
    async with store.reading() as unit:
        return [message.id for message in await unit.undelivered()]


async def test_a_failure_is_tried_again_and_keeps_the_order(store: SqlStore) -> None:
    trouble = [ProviderError("busy", retryable=True), ProviderError("busy", retryable=True)]
    surface = Troubled({"a": trouble})
    slept = await sent(store, surface, note("a1", "a"), note("a2", "a"), note("b1", "b"))
    assert set(surface.delivered) == {"a1", "a2", "b1"}
    assert [name for name in surface.delivered if name != "b1"] == ["a1", "a2"]
    assert slept == [0.5, 1.0]
    assert await undelivered(store) == []


async def test_a_surface_that_names_a_wait_gets_it(store: SqlStore) -> None:
    surface = Troubled({"a": [ProviderError("slow down", retryable=True, retry_after_s=7.0)]})
    assert await sent(store, surface, note("a1", "a")) == [7.0]


async def test_what_cannot_be_delivered_stays_in_the_outbox(store: SqlStore) -> None:
    surface = Troubled({"a": [ProviderError("gone", retryable=False)]})
    assert await sent(store, surface, note("a1", "a"), note("a2", "a")) == []
    assert list(surface.delivered) == ["a2"]
    assert await undelivered(store) == ["a1"]


async def test_the_customer_is_seen_to_write_until_its_line_is_due(store: SqlStore) -> None:
    line = CustomerSaid("a", 2, Face("Pat"), "Hello")
    due = EPOCH + timedelta(seconds=2)
    surface = FakeSurface()
    slept = await sent(store, surface, Outgoing("l", "w", ToThread("a"), line, EPOCH, due))
    assert slept == [2.0]
    assert surface.typing_at == [True]
    assert list(surface.delivered) == ["l"]
