"""Who speaks and who yields, in a call on virtual time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.attempt import Call
from core.beats import Beat
from core.ports import Sentence
from core.reading import Note, Reading
from core.scenario import Scenario
from tests.fakes.customer import ScriptedCustomer
from tests.samples import scenario
from tests.virtual_time import virtually
from tests.voice_house import Line, VoiceHouse, voice_house

LONG_OPENING = (
    "Good morning I am calling because you have charged me twice for the very same thing this month"
    " and I have waited for an answer for nine days now without hearing anything from you at all"
)
Story = Callable[[VoiceHouse, Line], Coroutine[Any, Any, None]]


class _Talkative(ScriptedCustomer):
    """Says its opening line at length."""

    async def say(self, call: Call, beat: Beat) -> AsyncIterator[Sentence | Note]:
        async for sentence in super().say(call, beat):
            yield sentence if call.attempt.turns else Sentence(LONG_OPENING, move=0)


@asynccontextmanager
async def _call(
    folder: Path, customer: ScriptedCustomer, played: Scenario | None = None
) -> AsyncIterator[tuple[VoiceHouse, Line]]:
    async with voice_house(folder, customer, played) as house, house.line() as line:
        yield house, line


def _told(folder: Path, story: Story, customer: ScriptedCustomer | None = None) -> None:
    async def all_of_it() -> None:
        async with _call(folder, customer or _Talkative()) as (house, line):
            await story(house, line)

    virtually(all_of_it())


def _silent_since(line: Line, moment: float) -> bool:
    return all(frame.at < moment for frame in line.wire.heard)


def test_the_customer_stops_when_the_trainee_cuts_in(tmp_path: Path) -> None:
    async def story(house: VoiceHouse, line: Line) -> None:
        await asyncio.sleep(5.0)
        began = asyncio.get_running_loop().time()
        await line.says("Wait please let me look at the account first")
        assert line.wire.stops[0] - began <= 0.2
        await asyncio.sleep(2.0)
        spoken = await house.spoken()
        heard = spoken[0][1]
        assert LONG_OPENING.startswith(heard.removesuffix(" –"))
        assert heard.endswith(" –")
        assert 5 < len(heard.split()) < 25
        assert spoken[1] == ("trainee", "Wait please let me look at the account first")
        entry = (await house.log("interrupted"))[0]
        assert dict(entry.data)["by"] == "trainee"
        assert dict(entry.data)["yield_ms"] <= 200

    _told(tmp_path, story)


@pytest.mark.parametrize("sound", ["Mhm", "Yeah okay", "I see", "Right right", ""])
def test_a_sound_of_listening_takes_no_turn(tmp_path: Path, sound: str) -> None:
    async def story(house: VoiceHouse, line: Line) -> None:
        await asyncio.sleep(5.0)
        await line.says(sound, ms=400)
        await asyncio.sleep(9.0)
        assert await house.spoken() == [("customer", LONG_OPENING)]
        assert len(await house.log("backchannel")) == 1
        assert await house.log("interrupted") == []

    _told(tmp_path, story)


def test_the_same_sound_answers_when_the_customer_has_finished(tmp_path: Path) -> None:
    async def story(house: VoiceHouse, line: Line) -> None:
        await asyncio.sleep(12.0)
        await line.says("Yeah okay")
        await asyncio.sleep(2.0)
        assert (await house.spoken())[1] == ("trainee", "Yeah okay")

    _told(tmp_path, story)


def test_a_pause_to_think_is_no_end(tmp_path: Path) -> None:
    async def story(house: VoiceHouse, line: Line) -> None:
        await asyncio.sleep(12.0)
        await line.says("I can see the charge and", finished=False)
        await asyncio.sleep(1.2)
        await line.says("I will refund it now")
        await asyncio.sleep(2.0)
        spoken = await house.spoken()
        assert spoken[1] == ("trainee", "I can see the charge and I will refund it now")
        over = dict((await house.log("turn_over"))[0].data)
        assert over["by"] == "sound"

    _told(tmp_path, story)


def test_a_turn_that_trails_off_is_over_in_the_end(tmp_path: Path) -> None:
    async def story(house: VoiceHouse, line: Line) -> None:
        await asyncio.sleep(12.0)
        await line.says("So what I would", finished=False)
        await asyncio.sleep(3.0)
        assert (await house.spoken())[1] == ("trainee", "So what I would")
        over = dict((await house.log("turn_over"))[0].data)
        assert over["by"] == "timer"

    _told(tmp_path, story)


def test_noise_is_no_turn(tmp_path: Path) -> None:
    async def story(house: VoiceHouse, line: Line) -> None:
        await asyncio.sleep(12.0)
        await line.says("", ms=10_000)
        await asyncio.sleep(1.0)
        assert [speaker for speaker, _ in await house.spoken()] == ["customer"]

    _told(tmp_path, story)


def test_the_customer_says_hello_into_silence_and_then_leaves(tmp_path: Path) -> None:
    async def story(house: VoiceHouse, line: Line) -> None:
        await asyncio.sleep(60.0)
        acts = [text.split()[0] for _, text in await house.spoken()]
        assert acts[1:] == ["nudge", "nudge", "leave_silence"]
        assert line.wire.closed is not None

    _told(tmp_path, story)


def test_a_monologue_is_cut_into(tmp_path: Path) -> None:
    talk = " ".join(f"word{n}" for n in range(200))

    async def story(house: VoiceHouse, line: Line) -> None:
        await asyncio.sleep(12.0)
        frames = len(line.wire.heard)
        await line.says(talk)
        said = asyncio.get_running_loop().time()
        assert line.wire.heard[frames].at < said - 10
        await asyncio.sleep(3.0)
        spoken = await house.spoken()
        assert spoken[2] == ("customer", "interrupt #2.")
        entry = dict((await house.log("interrupted"))[0].data)
        assert entry["by"] == "customer"

    async def all_of_it() -> None:
        played = replace(scenario(), monologue_words=40)
        customer = _Talkative([Reading(words=60)])
        async with _call(tmp_path, customer, played) as (house, line):
            await story(house, line)

    virtually(all_of_it())


def test_ears_that_fail_once_hear_the_second_time(tmp_path: Path) -> None:
    async def story(house: VoiceHouse, line: Line) -> None:
        await asyncio.sleep(12.0)
        house.speech.transcriber.fails = 1  # type: ignore[attr-defined]  # the fake's
        await line.says("Hello there")
        await asyncio.sleep(2.0)
        assert (await house.spoken())[1] == ("trainee", "Hello there")

    _told(tmp_path, story)


def test_a_line_without_a_voice_can_be_read_and_is_entered(tmp_path: Path) -> None:
    async def story(house: VoiceHouse, line: Line) -> None:
        await asyncio.sleep(12.0)
        house.speech.synthesiser.fails = True  # type: ignore[attr-defined]  # the fake's
        await line.says("Hello there")
        await asyncio.sleep(2.0)
        assert [speaker for speaker, _ in await house.spoken()] == [
            "customer",
            "trainee",
            "customer",
        ]

    _told(tmp_path, story)


def test_a_goodbye_is_said_to_its_end(tmp_path: Path) -> None:
    async def story(house: VoiceHouse, line: Line) -> None:
        await line.wire.hears_line(4)
        stops = len(line.wire.stops)
        await line.says("Wait please do not go")
        await asyncio.sleep(2.0)
        assert (await house.spoken())[-1][1].startswith("leave_silence")
        assert len(line.wire.stops) == stops

    _told(tmp_path, story)
