"""A call by voice from the first beat to the last word, on virtual time."""

from __future__ import annotations

import asyncio
from pathlib import Path

from core.attempt import CallState, EndReason
from core.reading import Reading
from tests.fakes.customer import ScriptedCustomer
from tests.virtual_time import virtually
from tests.voice_house import Line, voice_house
from voice_bridge.wire import Close, Doing, Over


async def _heard_opening(line: Line) -> None:
    """Wait until the customer has said its opening line."""
    await asyncio.sleep(4.0)
    assert line.wire.heard


def test_the_customer_speaks_first_after_a_beat(tmp_path: Path) -> None:
    async def story() -> None:
        async with voice_house(tmp_path) as house, house.line() as line:
            await asyncio.sleep(1.5)
            assert line.wire.heard == []
            await asyncio.sleep(3.5)
            assert 2.0 <= line.wire.heard[0].at <= 3.0
            assert [speaker for speaker, _ in await house.spoken()] == ["customer"]

    virtually(story())


def test_what_the_customer_does_is_told_to_whoever_comes(tmp_path: Path) -> None:
    async def story() -> None:
        async with voice_house(tmp_path) as house:
            async with house.line() as line:
                await asyncio.sleep(1.0)
                assert line.wire.told(Doing)[0] == Doing("coming")
                await asyncio.sleep(5.0)
                assert line.wire.told(Doing)[-1] == Doing("listening")
            async with house.line() as line:
                await asyncio.sleep(0.5)
                assert line.wire.told(Doing) == [Doing("listening")]

    virtually(story())


def test_a_question_before_the_opening_is_answered_with_it(tmp_path: Path) -> None:
    async def story() -> None:
        customer = ScriptedCustomer([Reading(asked=("email",))] * 2)
        async with voice_house(tmp_path, customer) as house, house.line() as line:
            await asyncio.sleep(0.2)
            await line.says("What is your e-mail?")
            await asyncio.sleep(8.0)
            turns = (await house.attempt()).turns
            assert [turn.speaker.value for turn in turns[:2]] == ["trainee", "customer"]
            assert turns[1].beat == ("open", "tell:email")

    virtually(story())


def test_what_is_said_is_answered(tmp_path: Path) -> None:
    async def story() -> None:
        customer = ScriptedCustomer()
        async with voice_house(tmp_path, customer) as house, house.line() as line:
            await _heard_opening(line)
            frames = len(line.wire.heard)
            await line.says("Hello this is billing how can I help?")
            stopped = asyncio.get_running_loop().time()
            await asyncio.sleep(5.0)
            assert line.wire.heard[frames].at - stopped < 0.6
            spoken = await house.spoken()
            assert [speaker for speaker, _ in spoken] == ["customer", "trainee", "customer"]
            assert spoken[1][1] == "Hello this is billing how can I help?"
            assert customer.heard == [("Hello this is billing how can I help?",)]

    virtually(story())


def test_hanging_up_ends_the_call(tmp_path: Path) -> None:
    async def story() -> None:
        async with voice_house(tmp_path) as house, house.line() as line:
            await _heard_opening(line)
            line.hangs_up()
            await asyncio.sleep(1.0)
            attempt = await house.attempt()
            assert attempt.state is CallState.ENDED
            assert attempt.ended is not None
            assert attempt.ended.reason is EndReason.TRAINEE
            assert line.wire.closed is not None
            assert line.wire.closed[0] is Close.ENDED
            assert [over.reason for over in line.wire.told(Over)] == ["trainee_ended"]
            assert house.calls.count == 0

    virtually(story())


def test_whoever_speaks_before_the_customer_is_heard_and_hears_the_opening(tmp_path: Path) -> None:
    async def story() -> None:
        async with voice_house(tmp_path) as house, house.line() as line:
            await asyncio.sleep(0.3)
            await line.says("What is the email address on your account?")
            await asyncio.sleep(5.0)
            await line.says("What is the email address please?")
            await asyncio.sleep(3.0)
            spoken = await house.spoken()
            assert [speaker for speaker, _ in spoken] == [
                "trainee",
                "customer",
                "trainee",
                "customer",
            ]

    virtually(story())
