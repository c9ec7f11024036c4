from __future__ import annotations

import asyncio

import pytest

from bots.slack.names import Action
from tests.slack.requests import Retry
from tests.slack_house import SlackHouse

AGAIN = [None, Retry(1), Retry(3, "http_error")]


@pytest.mark.parametrize("retry", AGAIN)
async def test_an_event_that_comes_twice_is_said_once(
    house: SlackHouse, retry: Retry | None
) -> None:
    await house.staff()
    tia = house.guest("tia")
    head = await tia.starts()
    await tia.writes("I see both payments here.", head)
    assert (await tia.again(retry)).status == 200
    [attempt] = await house.attempts()
    assert [t.text for t in attempt.turns if t.speaker == "trainee"] == [
        "I see both payments here."
    ]
    assert len(await tia.thread(head)) == len(attempt.turns)


async def test_a_hint_is_given_once_for_an_event_that_comes_twice(house: SlackHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    head = await tia.starts()
    await tia.writes(":thumbsup:", head)
    await tia.again(Retry())
    assert len(tia.whispers) == 1


async def test_a_message_that_was_heard_is_not_taken_again_from_history(
    house: SlackHouse,
) -> None:
    await house.staff()
    tia = house.guest("tia")
    head = await tia.starts()
    await tia.writes("I see both payments here.", head)
    house.clock.passes(3600)
    await house.process.bot.catch_up().run()
    await house.idle()
    [attempt] = await house.attempts()
    assert sum(t.speaker == "trainee" for t in attempt.turns) == 1


async def test_a_message_that_was_missed_is_heard_once_from_history(house: SlackHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    head = await tia.starts()
    missed = await tia.message("I see both payments here.", head)
    await house.again()
    await house.process.bot.catch_up().run()
    await house.idle()
    await tia.tells(missed, Retry(2))
    [attempt] = await house.attempts()
    assert [t.text for t in attempt.turns if t.speaker == "trainee"] == [
        "I see both payments here."
    ]


async def test_a_click_that_comes_twice_starts_one_call(house: SlackHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    await tia.starts()
    await tia.again()
    assert len(await house.attempts()) == 1
    assert len(await tia.posts()) == 1
    assert tia.whispers == []


async def test_clicks_and_messages_at_the_same_moment_run_once(house: SlackHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    head = await tia.starts()
    payload = await tia.message("I see both payments here.", head)
    caller = house.process.caller
    answers = await asyncio.gather(*(caller.send(payload) for _ in range(4)))
    await house.idle()
    assert {a.status for a in answers} == {200}
    [attempt] = await house.attempts()
    assert sum(t.speaker == "trainee" for t in attempt.turns) == 1


async def test_a_form_that_is_sent_twice_is_done_once(house: SlackHouse) -> None:
    await house.staff()
    ines = house.guest("ines")
    await ines.command("assign")
    form = house.town.modal
    assert form is not None
    values = {
        "trainees": {"trainees": {"selected_options": [{"value": house.guest("tia").id}]}},
        "scenario": {"scenario": {"selected_option": {"value": "sample"}}},
    }
    assert (await ines.sends(form, values)).body is None
    await ines.again()
    offers = [words for words in await house.guest("tia").reads() if "A sample" in words]
    assert len(offers) == 1


async def test_a_command_that_comes_twice_ends_the_call_once(house: SlackHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    head = await tia.starts()
    await tia.command("end")
    await tia.again()
    ends = [words for words in await tia.reads(head) if "The call has ended." in words]
    assert len(ends) == 1


async def test_accept_pressed_twice_by_two_clicks_gives_no_second_call(house: SlackHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    await tia.starts()
    [attempt] = await house.attempts()
    element = {"type": "button", "action_id": Action.START_CHAT, "value": attempt.assignment}
    await tia.clicks(element, (await tia.posts())[0])
    assert len(await house.attempts()) == 1
    assert "already have a call running" in tia.whispers[-1]
