"""Items that wait together are kept together, and fail together."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from adapters.gathering import Gathering
from core.errors import StorageError


class Keeper:
    """Keeps batches when it is let, and fails when it is told to."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.may = asyncio.Event()
        self.fails = False

    async def keep(self, items: Sequence[int]) -> None:
        await self.may.wait()
        self.batches.append(list(items))
        if self.fails:
            raise StorageError("the disk is full")


async def test_what_comes_meanwhile_goes_together() -> None:
    keeper = Keeper()
    gathering = Gathering(keeper.keep)
    waiting = [asyncio.ensure_future(gathering.add(0))]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    waiting += [asyncio.ensure_future(gathering.add(n)) for n in (1, 2, 3)]
    await asyncio.sleep(0)
    assert not any(each.done() for each in waiting)
    keeper.may.set()
    await asyncio.gather(*waiting)
    assert keeper.batches == [[0], [1, 2, 3]]


async def test_a_failure_is_told_to_everybody_in_it_and_to_nobody_else() -> None:
    keeper = Keeper()
    keeper.may.set()
    keeper.fails = True
    gathering = Gathering(keeper.keep)
    found = await asyncio.gather(gathering.add(1), gathering.add(2), return_exceptions=True)
    assert [type(each) for each in found] == [StorageError, StorageError]
    keeper.fails = False
    await gathering.add(3)
    assert keeper.batches[-1] == [3]


async def test_one_who_waits_no_longer_stops_nobody() -> None:
    keeper = Keeper()
    gathering = Gathering(keeper.keep)
    first, second = (asyncio.ensure_future(gathering.add(n)) for n in (1, 2))
    await asyncio.sleep(0)
    first.cancel()
    keeper.may.set()
    await second
    with pytest.raises(asyncio.CancelledError):
        await first
    assert keeper.batches == [[1, 2]]
