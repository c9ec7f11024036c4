"""The urgent go first, nobody is forgotten, and no place is lost."""

from __future__ import annotations

import asyncio

import pytest

from adapters.storage.turns import Turns


async def _rest() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_the_urgent_go_before_those_who_came_earlier() -> None:
    turns, order = Turns(1), list[str]()
    await turns.acquire()

    async def come(name: str, *, urgent: bool) -> None:
        await turns.acquire(urgent=urgent)
        order.append(name)
        turns.release()

    async with asyncio.TaskGroup() as group:
        for name, urgent in (("a", False), ("b", False), ("c", True), ("d", True)):
            group.create_task(come(name, urgent=urgent))
        await _rest()
        turns.release()
    assert order == ["c", "d", "a", "b"]


async def test_one_who_no_longer_waits_is_passed_over() -> None:
    turns = Turns(1)
    await turns.acquire()
    first, second = (asyncio.ensure_future(turns.acquire()) for _ in range(2))
    await _rest()
    first.cancel()
    turns.release()
    await second
    with pytest.raises(asyncio.CancelledError):
        await first


async def test_a_place_that_comes_with_the_cancellation_is_handed_on() -> None:
    turns = Turns(1)
    await turns.acquire()
    first, second = (asyncio.ensure_future(turns.acquire()) for _ in range(2))
    await _rest()
    turns.release()
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    await asyncio.wait_for(second, 1)


async def test_a_place_that_nobody_waits_for_is_free() -> None:
    turns = Turns(2)
    for _ in range(3):
        await turns.acquire()
        turns.release()
    await turns.acquire()
    await asyncio.wait_for(turns.acquire(), 1)
