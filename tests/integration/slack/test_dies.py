from __future__ import annotations

import asyncio
from collections import Counter

import aiohttp
import pytest

from tests.e2e.slack.somebody import words
from tests.fakes.talker import Talker
from tests.slack.payloads import Payload
from tests.slack_guest import Guest
from tests.slack_house import SlackHouse

LINES = ("I see both payments here.", "I will refund the second one today.")
# Steps of a process: before and after each request to Slack and each commit.
EVERY_STEP = range(0, 140, 5)


@pytest.mark.parametrize("left", EVERY_STEP)
async def test_a_process_may_die_at_any_step_of_a_call(house: SlackHouse, left: int) -> None:
    house.customer = Talker()
    await house.staff()
    tia = house.guest("tia")
    assignment = await house.assign()
    await house.again(left)
    await _until_taken(house, tia.pressing("start_chat", assignment, await tia.direct()))
    head = await _head(house, tia)
    for line in LINES:
        await _until_taken(house, await tia.message(line, head))
    await _until_taken(house, tia.pressing("end_call", (await house.attempts())[0].id, ""))
    await house.again()
    await house.idle()

    [attempt] = await house.attempts()
    assert tuple(t.text for t in attempt.turns if t.speaker == "trainee") == LINES
    assert len(await tia.posts()) == 1
    thread = await tia.thread(head)
    assert {m["text"] for m in thread} >= {turn.text for turn in attempt.turns}
    shown = Counter(map(words, thread))
    assert _times(shown, "The call has ended.") == 1
    assert _times(shown, "4 of 5") == 1
    assert _times(shown, "Scoring…") == 0
    assert sum(shown.values()) == len(attempt.turns) + 2


def _times(shown: Counter[str], part: str) -> int:
    return sum(times for each, times in shown.items() if part in each)


async def _head(house: SlackHouse, tia: Guest) -> str:
    """The head of the thread, by another process if this one died before."""
    if not await tia.posts():
        await house.again()
        await house.idle()
    return str((await tia.posts())[0]["ts"])


async def _until_taken(house: SlackHouse, payload: Payload) -> None:
    """Send it as Slack does: again, until somebody has acknowledged it."""
    for _ in range(3):
        try:
            answer = await asyncio.wait_for(house.process.caller.send(payload), 5)
        except (aiohttp.ClientError, TimeoutError):
            answer = None
        await house.idle()
        if house.process.life.over.is_set():
            await house.again()
            await house.idle()
        if answer is not None and answer.status == 200:
            return
    raise AssertionError("nobody took it")


async def test_a_post_whose_answer_was_lost_stands_there_once(house: SlackHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    head = await tia.starts()
    house.town.fault("chat.postMessage", cut=True, applied=True)
    await tia.writes(LINES[0], head)
    house.town.fault("chat.postMessage", status=503, applied=True)
    await tia.writes(LINES[1], head)
    [attempt] = await house.attempts()
    assert len(await tia.thread(head)) == len(attempt.turns)


async def test_a_post_whose_answer_was_lost_with_the_process_stands_there_once(
    house: SlackHouse,
) -> None:
    await house.staff()
    tia = house.guest("tia")
    head = await tia.starts()
    house.town.fault("chat.postMessage", cut=True, applied=True)
    house.naps.gate = asyncio.Event()
    payload = await tia.message(LINES[0], head)
    await house.process.caller.send(payload)
    await house.process.bot.soon.idle()
    house.process.life.over.set()
    house.naps.gate.set()
    house.naps.gate = None
    await house.again()
    await house.idle()
    [attempt] = await house.attempts()
    assert len(attempt.turns) == 3
    assert len(await tia.thread(head)) == 3


async def test_what_could_not_be_saved_is_not_acknowledged_and_is_sent_again(
    house: SlackHouse,
) -> None:
    await house.staff()
    tia = house.guest("tia")
    head = await tia.starts()
    payload = await tia.message(LINES[0], head)
    press = tia.pressing("ask_coach", (await house.attempts())[0].id, await tia.direct())
    house.process.life.locked = True
    assert (await tia.tells(payload)).status == 500
    assert (await tia.tells(press)).status == 500
    house.process.life.locked = False
    assert (await tia.tells(payload)).status == 200
    [attempt] = await house.attempts()
    assert [t.text for t in attempt.turns if t.speaker == "trainee"] == [LINES[0]]


async def test_a_command_that_could_not_be_saved_is_told_to_be_given_again(
    house: SlackHouse,
) -> None:
    await house.staff()
    tia = house.guest("tia")
    await tia.starts()
    house.process.life.locked = True
    await tia.command("end")
    house.process.life.locked = False
    assert "try again" in tia.whispers[-1]
    await tia.command("end")
    [attempt] = await house.attempts()
    assert attempt.ended is not None


async def test_the_same_talk_without_any_death_is_the_measure(house: SlackHouse) -> None:
    """The steps above must reach to the end of the call."""
    house.customer = Talker()
    await house.staff()
    tia = house.guest("tia")
    await house.again()
    head = await tia.starts()
    for line in LINES:
        await tia.writes(line, head)
    await tia.tells(tia.pressing("end_call", (await house.attempts())[0].id, ""))
    # How many there are depends a little on what happens to be written together.
    assert 0.7 * max(EVERY_STEP) < house.process.life.steps < max(EVERY_STEP) + 5
