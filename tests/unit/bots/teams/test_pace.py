"""How much goes to a conversation, and how long it rests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.teams.pace import THREAD, Pace
from core.rehearsal import EPOCH
from tests.fakes.world import FakeClock


class World:
    """A clock that passes while somebody sleeps, and what went when."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.pace = Pace(self.clock, self.sleep, Random(7))  # noqa: S311 - chance, and no secret
        self.went: list[datetime] = []

    async def sleep(self, seconds: float) -> None:
        self.clock.passes(seconds)

    async def send(self, conversation: str = "chat") -> None:
        await self.pace.wait("tenant", conversation)
        self.went.append(self.clock.now())


def most_within(went: Sequence[datetime], seconds: float) -> int:
    """The most messages that went within so many seconds."""
    span = timedelta(seconds=seconds)
    return max(sum(start <= at < start + span for at in went) for start in went)


@given(st.lists(st.floats(0, 3), min_size=1, max_size=150))
async def test_no_conversation_is_sent_more_than_teams_allows(pauses: list[float]) -> None:
    world = World()
    for pause in pauses:
        world.clock.passes(pause)
        await world.send()
    for number, seconds in THREAD:
        assert most_within(world.went, seconds) <= number


async def test_seven_go_at_once_and_the_eighth_waits() -> None:
    world = World()
    for _ in range(8):
        await world.send()
    assert [at - EPOCH for at in world.went[:7]] == [timedelta(0)] * 7
    assert world.went[7] - EPOCH == timedelta(seconds=1)


async def test_one_conversation_does_not_wait_for_another() -> None:
    world = World()
    for _ in range(7):
        await world.send("one")
    await world.send("another")
    assert world.went[-1] == EPOCH


async def test_a_tenant_is_sent_thirty_requests_a_second() -> None:
    world = World()
    for number in range(31):
        await world.send(f"chat {number}")
    assert world.went[29] == EPOCH
    assert world.went[30] - EPOCH == timedelta(seconds=1)


async def test_what_is_refused_waits_twice_as_long_each_time_and_never_the_same() -> None:
    world = World()
    waits = [world.pace.rest("chat", None) for _ in range(5)]
    for number, wait in enumerate(waits):
        assert 2**number / 2 <= wait <= 2**number
    assert len({wait / 2**number for number, wait in enumerate(waits)}) == len(waits)
    assert world.pace.rest("chat", None) <= 60


async def test_nothing_goes_while_a_conversation_rests_and_taken_it_begins_anew() -> None:
    world = World()
    wait = world.pace.rest("chat", 9.0)
    assert wait >= 9.0
    await world.send()
    assert (world.went[0] - EPOCH).total_seconds() == pytest.approx(wait)
    world.pace.well("chat")
    assert world.pace.rest("chat", None) <= 1.0
