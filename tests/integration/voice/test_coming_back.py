"""Connections that are lost, windows that are opened twice, servers that are restarted."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from core.attempt import Attempt, CallState
from core.messages import CallJoined, CallLeft
from tests.virtual_time import virtually
from tests.voice_house import FakeWire, voice_house
from voice_bridge.calls import Calls
from voice_bridge.mouth import Mouth
from voice_bridge.presence import Presence
from voice_bridge.wire import Close


def test_a_dropped_connection_goes_on_where_it_was(tmp_path: Path) -> None:
    async def story() -> None:
        async with voice_house(tmp_path) as house:
            async with house.line() as line:
                await asyncio.sleep(5.0)
            await asyncio.sleep(1.0)
            async with house.line() as line:
                await asyncio.sleep(1.0)
                assert line.wire.heard == []
                await line.says("Hello again")
                await asyncio.sleep(2.0)
                assert [s for s, _ in await house.spoken()] == ["customer", "trainee", "customer"]
            assert len(await house.log("line_lost")) == 1

    virtually(story())


def test_what_was_said_just_before_the_drop_is_kept(tmp_path: Path) -> None:
    async def story() -> None:
        async with voice_house(tmp_path) as house:
            async with house.line() as line:
                await asyncio.sleep(5.0)
                await line.says("I have refunded the charge")
            await asyncio.sleep(15.0)
            assert (await house.spoken())[1] == ("trainee", "I have refunded the charge")
            assert len(house.house.shown(CallLeft)) == 1

    virtually(story())


def test_after_a_while_the_customer_says_that_it_lost_them(tmp_path: Path) -> None:
    async def story() -> None:
        async with voice_house(tmp_path) as house:
            async with house.line():
                await asyncio.sleep(5.0)
            await asyncio.sleep(20.0)
            async with house.line() as line:
                await asyncio.sleep(2.0)
                assert line.wire.heard
                await asyncio.sleep(2.0)
            assert (await house.spoken())[-1][1].startswith("lost")

    virtually(story())


def test_another_window_takes_the_call_over(tmp_path: Path) -> None:
    async def story() -> None:
        async with voice_house(tmp_path) as house, house.line() as first:
            await asyncio.sleep(5.0)
            async with house.line() as second:
                await asyncio.sleep(1.0)
                assert first.wire.closed is not None
                assert first.wire.closed[0] is Close.ELSEWHERE
                await second.says("Hello from the other window")
                await asyncio.sleep(2.0)
                assert (await house.spoken())[1] == ("trainee", "Hello from the other window")

    virtually(story())


def test_a_restarted_server_takes_the_call_up(tmp_path: Path) -> None:
    async def story() -> None:
        async with voice_house(tmp_path) as house:
            async with house.line() as line:
                await asyncio.sleep(5.0)
                await house.calls.close()
                assert line.wire.closed is not None
                assert line.wire.closed[0] is Close.GOING_AWAY
            house.calls = Calls(house.calls.studio)
            house.house.lanes.watch(house.calls.changed)
            async with house.line() as line:
                await asyncio.sleep(4.0)
                assert (await house.spoken())[-1][1].startswith("lost")
                await line.says("No problem")
                await asyncio.sleep(3.0)
                assert [s for s, _ in await house.spoken()][-2:] == ["trainee", "customer"]

    virtually(story())


class _SlowToGo(FakeWire):
    """A wire whose other end takes a second to say goodbye."""

    async def close(self, how: Close, words: str = "") -> None:
        await super().close(how, words)
        await asyncio.sleep(1.0)


def test_who_comes_while_a_call_is_put_down_is_sent_away_too() -> None:
    async def story() -> None:
        mouth = Mouth(lambda _: None, lambda *_: None, lambda *_: None)
        presence = Presence("v1", mouth, lambda _: None)
        first, second = _SlowToGo(), FakeWire()
        async with asyncio.TaskGroup() as people:
            people.create_task(presence.attach(first))
            await asyncio.sleep(0.1)
            people.create_task(presence.hang_up(Close.GOING_AWAY, "In a moment."))
            await asyncio.sleep(0.5)
            people.create_task(presence.attach(second))
        assert second.closed == (Close.GOING_AWAY, "In a moment.")

    virtually(story())


def test_a_server_that_stops_waits_for_no_recording(tmp_path: Path) -> None:
    async def story() -> None:
        let_go = asyncio.Event()

        async def keep(_: Attempt) -> None:
            try:
                await asyncio.sleep(3600)
            finally:
                let_go.set()

        async with voice_house(tmp_path) as house:
            house.calls = Calls(replace(house.calls.studio, recorded=keep))
            house.house.lanes.watch(house.calls.changed)
            async with house.line() as line:
                await asyncio.sleep(5.0)
                line.hangs_up()
                await asyncio.sleep(3.0)
            assert house.calls.count == 0
            await house.calls.close()
            assert let_go.is_set()

    virtually(story())


def test_the_time_limit_ends_a_call(tmp_path: Path) -> None:
    async def story() -> None:
        async with voice_house(tmp_path) as house, house.line() as line:
            while line.wire.closed is None:
                await line.says("I am still looking into it")
                await asyncio.sleep(6.0)
            assert (await house.attempt()).state is CallState.ENDED
            assert line.wire.closed[0] is Close.ENDED

    virtually(story())


def test_a_call_that_has_ended_is_not_held(tmp_path: Path) -> None:
    async def story() -> None:
        async with voice_house(tmp_path) as house:
            async with house.line() as line:
                await asyncio.sleep(5.0)
                line.hangs_up()
                await asyncio.sleep(1.0)
            async with house.line() as line:
                await asyncio.sleep(1.0)
                assert line.wire.closed is not None
                assert line.wire.closed[0] is Close.NOT_HERE
            assert len(house.house.shown(CallJoined)) == 1

    virtually(story())
