"""Lanes of work: order within, freedom between, and a bug stops nothing."""

from __future__ import annotations

import asyncio

from adapters.queue.serial import Serial


async def test_items_of_a_lane_come_in_order_and_lanes_do_not_wait_for_each_other() -> None:
    gate, quick, done = asyncio.Event(), asyncio.Event(), list[str]()

    async def handle(lane: str, item: int) -> None:
        if lane == "slow":
            await gate.wait()
        done.append(f"{lane}{item}")
        if done[-1] == "quick2":
            quick.set()

    serial = Serial(handle)
    for n in range(3):
        serial.put("slow", n)
        serial.put("quick", n)
    await quick.wait()
    assert done == ["quick0", "quick1", "quick2"]
    gate.set()
    await serial.idle()
    assert done[3:] == ["slow0", "slow1", "slow2"]


async def test_a_bug_in_one_item_does_not_stop_the_next() -> None:
    done: list[int] = []

    async def handle(_lane: str, item: int) -> None:
        if item == 0:
            raise ValueError(item)
        done.append(item)

    serial = Serial(handle)
    serial.put("a", 0)
    serial.put("a", 1)
    await serial.idle()
    assert done == [1]


async def test_what_comes_in_while_a_lane_is_drained_is_done_too() -> None:
    done: list[str] = []

    async def handle(_lane: str, item: str) -> None:
        done.append(item)

    async def drained(lane: str) -> None:
        if "more" not in done:
            serial.put(lane, "more")

    serial: Serial[str] = Serial(handle, drained)
    serial.put("a", "first")
    await serial.idle()
    assert done == ["first", "more"]
    assert not serial.working("a")


async def test_closing_lets_what_has_begun_finish_and_begins_nothing_new() -> None:
    gate, done = asyncio.Event(), list[int]()

    async def handle(_lane: str, item: int) -> None:
        gate.set()
        await asyncio.sleep(0)
        done.append(item)

    serial = Serial(handle)
    serial.put("a", 0)
    serial.put("a", 1)
    await gate.wait()
    await serial.close()
    assert done == [0]
