"""The scripted caller on a real call: what it says is a turn, and what it hears it was told."""

from __future__ import annotations

from pathlib import Path

import aiohttp
import pytest

from core.attempt import EndReason
from tests.fakes.speech import silence
from tests.integration.voice.served import Served, served
from voice_bridge.caller import Caller, Step, Timeline


async def _call(house: Served, *steps: Step) -> Timeline:
    sounds = [house.book.sound(step.say, ms=1000) + silence(100) for step in steps]
    session = house.visitor.session
    async with session.ws_connect(house.url, headers=house.headers) as socket:
        return await Caller(socket, steps, sounds).call()


def _told(timeline: Timeline, what: str) -> list[dict[str, object]]:
    return [data for _, kind, data in timeline.events if kind == what]


async def test_a_caller_waits_speaks_hears_the_answer_and_hangs_up(tmp_path: Path) -> None:
    async with served(tmp_path) as house:
        timeline = await _call(house, Step(say="Hello Pat how are you", after_s=0.1))
        attempt = await house.attempt()

    assert [turn.text for turn in attempt.turns][1:2] == ["Hello Pat how are"]
    assert [turn.speaker.value for turn in attempt.turns] == ["customer", "trainee", "customer"]
    assert attempt.ended is not None
    assert attempt.ended.reason is EndReason.TRAINEE
    assert timeline.closed == (1000, "You ended the call.")
    (said,) = timeline.said
    assert said.ended - said.began == pytest.approx(1.0)
    opening, answer = timeline.sounds
    assert opening[1] < said.began
    assert timeline.answers() == [answer[0] - said.ended]


async def test_a_caller_cuts_in_tells_what_was_played_and_hears_the_answer(tmp_path: Path) -> None:
    async with served(tmp_path, words=10) as house:
        timeline = await _call(house, Step(say="Wait please stop talking", into_s=0.5))
        attempt = await house.attempt()

    assert [turn.speaker.value for turn in attempt.turns] == ["customer", "trainee", "customer"]
    assert attempt.turns[0].text.count("blah") < 10
    assert _told(timeline, "stop") == [{"line": 1}]
    (said,) = timeline.said
    assert said.cut_in
    opening, answer = timeline.sounds
    assert opening[0] < said.began < opening[1]
    assert answer[0] > said.ended
    assert timeline.answers() == []


async def test_a_call_that_cannot_be_held_is_closed_with_words(tmp_path: Path) -> None:
    async with served(tmp_path) as house:
        await house.calls.close()
        timeline = await _call(house, Step(say="Hello"))

    assert timeline.closed[0] == 4005
    assert timeline.closed[1].startswith("This call has ended.")
    assert timeline.said == []


async def test_a_mistake_in_a_script_ends_the_call_and_is_told(tmp_path: Path) -> None:
    async with served(tmp_path) as house:
        session = house.visitor.session
        async with session.ws_connect(house.url, headers=house.headers) as socket:
            caller = Caller(socket, [Step(say="Hello")], [])
            with pytest.raises(ExceptionGroup) as caught:
                await caller.call()

    assert caught.group_contains(ValueError)


async def test_a_caller_whose_connection_is_cut_says_so(tmp_path: Path) -> None:
    async with served(tmp_path) as house:

        async def cut(wire: object, _guest: object) -> None:
            raise aiohttp.ClientError

        house.house.hold = cut
        timeline = await _call(house, Step(say="Hello"))

    assert timeline.closed[0] == 1001
