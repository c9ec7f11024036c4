"""What Teams tells twice runs once."""

from __future__ import annotations

import asyncio

from bots.teams.names import Verb
from core.attempt import Attempt
from tests.teams_house import TeamsHouse

LINE = "I see both payments here."


def said(attempt: Attempt) -> list[str]:
    return [turn.text for turn in attempt.turns if turn.speaker == "trainee"]


async def test_a_message_that_comes_twice_is_said_once(house: TeamsHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    await tia.starts()
    await tia.writes(LINE)
    shown = tia.reads()
    assert (await tia.again()).status == 200
    await house.again()
    assert (await tia.again()).status == 200
    [attempt] = await house.attempts()
    assert said(attempt) == [LINE]
    assert tia.reads() == shown


async def test_messages_at_the_same_moment_run_once(house: TeamsHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    await tia.starts()
    activity, caller = tia.teller.message(tia.person, LINE), house.process.caller
    answers = await asyncio.gather(*(caller.send(activity) for _ in range(4)))
    await house.idle()
    assert {answer.status for answer in answers} == {200}
    [attempt] = await house.attempts()
    assert said(attempt) == [LINE]


async def test_a_hint_is_given_once_for_a_message_that_comes_twice(house: TeamsHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    await tia.starts()
    await tia.writes("👍")
    shown = tia.reads()
    await tia.again()
    assert tia.reads() == shown


async def test_a_click_that_comes_twice_starts_one_call_and_is_answered_alike(
    house: TeamsHouse,
) -> None:
    await house.staff()
    tia = house.guest("tia")
    await tia.starts()
    first, shown = house.process.caller.answers[-1], tia.reads()
    assert (await tia.again()).body == first.body
    assert len(await house.attempts()) == 1
    assert tia.reads() == shown


async def test_accepting_twice_by_two_clicks_gives_one_briefing(house: TeamsHouse) -> None:
    await house.staff()
    tia, ines = house.guest("tia"), house.guest("ines")
    dialog = await ines.opens(Verb.ASSIGN)
    await ines.sends(dialog, trainees=tia.id, scenario="sample")
    offer = tia.finds("Accept")
    await tia.presses(Verb.ACCEPT, offer)
    await tia.again()
    assert sum("Briefing" in each for each in tia.reads()) == 1


async def test_a_form_that_is_sent_twice_is_done_once(house: TeamsHouse) -> None:
    await house.staff()
    tia, ines = house.guest("tia"), house.guest("ines")
    dialog = await ines.opens(Verb.ASSIGN)
    await ines.sends(dialog, trainees=tia.id, scenario="sample")
    await ines.again()
    assert sum("New for you" in each for each in tia.reads()) == 1


async def test_a_second_start_of_the_same_is_told_what_is_running(house: TeamsHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    await tia.starts()
    [attempt] = await house.attempts()
    answer = await tia.does(Verb.START_CHAT, {"value": attempt.assignment})
    assert "already have a call running" in answer["value"]
    assert len(await house.attempts()) == 1


async def test_an_installation_that_is_told_twice_is_welcomed_once(house: TeamsHouse) -> None:
    tia = house.guest("tia")
    await tia.installs()
    await tia.tells(tia.teller.bot_added(tia.person))
    await tia.again()
    assert len(tia.posts()) == 1
