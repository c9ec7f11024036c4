from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bots.slack.names import Action
from core.commands import Assign, End, Join, Leave
from tests.e2e.slack.somebody import buttons, words
from tests.fakes.room import FakeRoom
from tests.slack.town import Town
from tests.slack_house import SlackHouse, slack_house


@pytest.fixture
async def voiced(town: Town, tmp_path: Path) -> AsyncIterator[SlackHouse]:
    async with slack_house(town, tmp_path, room=FakeRoom()) as house:
        await house.staff()
        yield house
    assert town.violations == []


async def test_a_call_has_slacks_card_which_follows_its_people_and_its_end(
    voiced: SlackHouse,
) -> None:
    tia = voiced.guest("tia")
    head = await tia.starts("spoken", Action.START_CALL)
    [attempt] = await voiced.attempts()
    [card] = voiced.town.call_cards.values()
    assert card.fields["join_url"].startswith(f"https://calls.test/T0ACME/{attempt.id}/{tia.id}/")
    [post] = await tia.thread(head)
    assert [b["call_id"] for b in post["blocks"] if b["type"] == "call"] == [card.id]

    await voiced.does(Join(attempt.id), tia.id, tia.place.team)
    assert card.users == [{"slack_id": tia.id}]
    assert "10 minutes left" in (await tia.reads())[0]
    await voiced.passes(545, attempt.id)
    assert "less than a minute left" in (await tia.reads())[0]
    await voiced.does(Leave(attempt.id), tia.id, tia.place.team)
    assert card.users == []
    await voiced.does(End(attempt.id), tia.id, tia.place.team)
    assert card.ended
    assert card.duration == 545
    assert "Call ended after" in (await tia.reads())[0]
    # The score comes to the same thread.
    thread = [words(message) for message in await tia.thread(head)]
    assert any("Scored by" in each or "Not scored" in each for each in thread), thread


async def test_a_card_that_was_posted_by_a_process_that_died_still_ends(
    voiced: SlackHouse,
) -> None:
    tia = voiced.guest("tia")
    assignment = await voiced.assign("tia", "spoken")
    press = tia.pressing(Action.START_CALL, assignment, await tia.direct())
    steps = iter(range(4, 60))
    await voiced.again(next(steps))
    # Let it die later each time, until it has posted the card and nothing more.
    await voiced.process.caller.send(press)
    while not any("call" in str(m["blocks"][0]["type"]) for m in await _thread(voiced)):
        await voiced.idle()
        await voiced.again(next(steps))
    await voiced.again()
    await voiced.idle()
    [attempt] = await voiced.attempts()
    await voiced.does(End(attempt.id), tia.id, tia.place.team)
    assert len([m for m in await _thread(voiced) if m["blocks"][0]["type"] == "call"]) == 1
    assert any(card.ended for card in voiced.town.call_cards.values())


async def _thread(house: SlackHouse) -> list[dict[str, Any]]:
    tia = house.guest("tia")
    return await tia.thread((await tia.posts())[0]["ts"]) if await tia.posts() else []


async def test_a_fresh_link_is_for_the_trainee_alone(voiced: SlackHouse) -> None:
    tia, alex = voiced.guest("tia"), voiced.guest("alex")
    await tia.starts("spoken", Action.START_CALL)
    [head] = await tia.posts()
    for _ in range(2):
        await tia.presses(Action.CALL_LINK, head)
    links = [each for each in tia.whispers if "https://calls.test/" in each]
    assert len(set(links)) == 2
    await alex.presses(Action.CALL_LINK, head, await tia.direct())
    # Nobody else may be spoken to in that channel, so they are told in their own.
    assert await alex.reads() == ["This call is over, or somebody else's."]
    [attempt] = await voiced.attempts()
    await voiced.does(End(attempt.id), tia.id, tia.place.team)
    await tia.presses(Action.CALL_LINK, head)
    assert "over" in tia.whispers[-1]


async def test_words_in_the_thread_of_a_call_by_voice_are_shown_the_page(
    voiced: SlackHouse,
) -> None:
    tia = voiced.guest("tia")
    head = await tia.starts("spoken", Action.START_CALL)
    await tia.writes("I see both payments here.", head)
    assert "hears you on the call page" in tia.whispers[-1]
    assert (await voiced.attempts())[0].turns == ()


def _huddle(user: str, call: str, state: str = "in_a_huddle") -> dict[str, object]:
    profile = {"huddle_state": state, "huddle_state_call_id": call}
    return {"type": "user_huddle_changed", "user": {"id": user, "profile": profile}}


async def test_a_huddle_is_answered_with_one_offer(voiced: SlackHouse) -> None:
    tia, zed = voiced.guest("tia"), voiced.guest("zed")
    await voiced.assign("tia", "spoken")
    for call in ("R1", "R1", "R2"):
        await tia.event(**_huddle(tia.id, call))
    await tia.event(**_huddle(tia.id, "R3", "default_unset"))
    await zed.event(**_huddle(zed.id, "R4"))
    offers = await tia.posts()
    assert len(offers) == 2
    assert "A spoken one" in words(offers[0])
    await tia.presses(Action.START_CALL, offers[0])
    assert len(voiced.town.call_cards) == 1
    assert await zed.posts() == []


async def test_nothing_is_offered_where_no_call_can_be_held(house: SlackHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    await house.assign("tia", "spoken")
    await tia.event(**_huddle(tia.id, "R1"))
    assert await tia.posts() == []


@pytest.mark.parametrize(
    ("scenario", "action"),
    [
        ("spoken", Action.START_CALL),
        ("spoken", Action.START_CHAT),
        ("either", Action.START_CALL),
        ("sample", Action.START_CALL),
    ],
)
async def test_a_call_that_cannot_be_held_is_not_begun(
    house: SlackHouse, scenario: str, action: str
) -> None:
    await house.staff()
    tia = house.guest("tia")
    assignment = await house.assign("tia", scenario)
    await tia.tells(tia.pressing(action, assignment, await tia.direct()))
    assert "Calls by voice are not set up here yet" in tia.whispers[-1]
    assert await house.attempts() == []


async def test_a_scenario_either_way_is_by_chat_where_no_call_can_be_held(
    house: SlackHouse,
) -> None:
    await house.staff()
    tia = house.guest("tia")
    await house.does(Assign(tia.id, "either"), house.guest("ada").id, tia.place.team)
    await tia.presses(Action.ACCEPT, (await tia.posts())[0])
    briefing = (await tia.posts())[-1]
    assert Action.START_CALL not in buttons(briefing["blocks"])
    await tia.presses(Action.START_CHAT, briefing)
    assert len(await house.attempts()) == 1
