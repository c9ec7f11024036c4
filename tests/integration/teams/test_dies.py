"""A process may end at any line: nothing is lost, and nothing stands there twice but what must."""

from __future__ import annotations

import asyncio
from collections import Counter

import aiohttp
import pytest

from bots.teams.names import Verb
from tests.fakes.talker import Talker
from tests.teams.activities import Activity
from tests.teams.playground import words
from tests.teams_guest import Guest
from tests.teams_house import TeamsHouse

LINES = ("I see both payments here.", "I will refund the second one today.")
# Steps of a process: before each request to Teams, around each commit and each place remembered.
EVERY_STEP = range(0, 112, 4)


async def _staffed(house: TeamsHouse) -> Guest:
    house.customer = Talker()
    await house.staff()
    return house.guest("tia")


def _pressing(tia: Guest, verb: str, value: str) -> Activity:
    return tia.teller.pressed(tia.person, verb, {"value": value}, "0")


@pytest.mark.parametrize("left", EVERY_STEP)
async def test_a_process_may_die_at_any_step_of_a_call(house: TeamsHouse, left: int) -> None:
    tia = await _staffed(house)
    assignment, before = await house.assign(), len(tia.posts())
    await house.again(left)
    await _until_taken(house, _pressing(tia, Verb.START_CHAT, assignment))
    for line in LINES:
        await _until_taken(house, tia.teller.message(tia.person, line))
    [attempt] = await house.attempts()
    await _until_taken(house, _pressing(tia, Verb.END_CALL, attempt.id))
    await house.again()
    await house.idle()

    [attempt] = await house.attempts()
    assert tuple(t.text for t in attempt.turns if t.speaker == "trainee") == LINES
    customers = [t.text for t in attempt.turns if t.speaker == "customer"]
    # What was under way at the death may stand there twice, or half: no bot can look. None is
    # missing.
    shown = Counter(words(post.activity) for post in tia.posts()[before:])
    for part in (*customers, "The call has ended.", "4 of 5", "Call ended after"):
        assert _times(shown, part) >= 1, part
    assert 0 <= sum(shown.values()) - (len(customers) + 3) <= 1
    # Whether a stream was ended before the death, nobody knows: it may be ended twice.
    kept = [v for v in house.town.violations if v.words != "a piece after the last one"]
    house.town.violations[:] = kept


def _times(shown: Counter[str], part: str) -> int:
    return sum(times for each, times in shown.items() if part in each)


async def _until_taken(house: TeamsHouse, activity: Activity) -> None:
    """Send it as Teams does: again, until somebody has taken it."""
    for _ in range(3):
        try:
            answer = await asyncio.wait_for(house.process.caller.send(activity), 5)
        except (aiohttp.ClientError, TimeoutError):
            answer = None
        await house.idle()
        if house.process.life.over.is_set():
            await house.again()
            await house.idle()
        if answer is not None and answer.status == 200:
            return
    raise AssertionError("nobody took it")


async def test_the_same_talk_without_any_death_is_the_measure(house: TeamsHouse) -> None:
    """The steps above must reach to the end of the call."""
    tia = await _staffed(house)
    await house.again()
    await tia.starts()
    for line in LINES:
        await tia.writes(line)
    [attempt] = await house.attempts()
    await tia.does(Verb.END_CALL, {"value": attempt.id})
    # How many there are depends a little on what happens to be written together.
    assert 0.7 * max(EVERY_STEP) < house.process.life.steps < max(EVERY_STEP) + 5
    posts = Counter(words(post.activity) for post in tia.posts())
    assert max(posts.values()) == 1


async def test_what_waits_is_delivered_after_a_restart_without_a_word_from_teams(
    house: TeamsHouse,
) -> None:
    tia = await _staffed(house)
    await tia.starts()
    await tia.writes(LINES[0])
    [attempt] = await house.attempts()
    held = house.town.hold("send", tia.person.chat)
    activity = tia.teller.message(tia.person, LINES[1])
    assert (await house.process.caller.send(activity)).status == 200
    await house.process.bot.soon.idle()
    await house.again()
    held.release()
    await house.idle()
    [attempt] = await house.attempts()
    assert attempt.turns[-1].speaker == "customer"
    assert attempt.turns[-1].text in words(tia.posts()[-1].activity)


async def test_what_could_not_be_saved_is_not_acknowledged(house: TeamsHouse) -> None:
    tia = await _staffed(house)
    await tia.starts()
    [attempt] = await house.attempts()
    message = tia.teller.message(tia.person, LINES[0])
    press = _pressing(tia, Verb.END_CALL, attempt.id)
    house.process.life.locked = True
    assert (await tia.tells(message)).status == 503
    assert (await tia.tells(press)).status == 503
    house.process.life.locked = False
    assert (await tia.tells(message)).status == 200
    [attempt] = await house.attempts()
    assert [t.text for t in attempt.turns if t.speaker == "trainee"] == [LINES[0]]


async def test_a_word_that_could_not_be_done_is_told_to_be_given_again(house: TeamsHouse) -> None:
    tia = await _staffed(house)
    await tia.starts()
    house.process.life.locked = True
    await tia.tells(tia.teller.message(tia.person, "end call"))
    house.process.life.locked = False
    assert "try again" in tia.reads()[-1]
    await tia.writes("end call")
    [attempt] = await house.attempts()
    assert attempt.ended is not None
