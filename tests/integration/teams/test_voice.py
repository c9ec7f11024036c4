"""Calls by voice: the call page offered, joined and left, and what is said where there is none."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bots.teams.names import Verb
from core.commands import Assign, End, Join, Leave
from tests.fakes.room import FakeRoom
from tests.teams.openid import OpenId
from tests.teams.people import ACME
from tests.teams.playground import words
from tests.teams_guest import Guest
from tests.teams_house import TeamsHouse, teams_house

LINE = "I see both payments here."
NO_ROOM = "Calls by voice are not set up here yet"


@pytest.fixture
async def voiced(openid: OpenId, tmp_path: Path) -> AsyncIterator[TeamsHouse]:
    async with teams_house(openid, tmp_path, room=FakeRoom()) as house:
        await house.staff()
        yield house
        assert house.town.violations == []
        assert house.process.caller.violations == []


def _verbs(thing: Any) -> set[str]:  # noqa: ANN401 - any part of an activity
    """What the buttons inside ask for."""
    inside = thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else ()
    own = {thing["verb"]} if isinstance(thing, dict) and "verb" in thing else set()
    return own.union(*map(_verbs, inside))


def _links(guest: Guest) -> list[str]:
    """The addresses of the call page in their chat."""
    cards = [a["content"] for p in guest.posts() for a in p.activity.get("attachments", ())]
    actions = [a for card in cards for a in card.get("actions", ())]
    return [a["url"] for a in actions if a["type"] == "Action.OpenUrl"]


async def _offered(house: TeamsHouse, scenario: str) -> Guest:
    """Let Ada give Tia a scenario, and Tia accept it."""
    tia = house.guest("tia")
    await house.does(Assign(tia.id, scenario), house.guest("ada").id, ACME.tenant)
    await tia.presses(Verb.ACCEPT, tia.finds("New for you"))
    return tia


async def test_a_call_by_voice_is_offered_joined_left_and_ended(voiced: TeamsHouse) -> None:
    tia = await _offered(voiced, "spoken")
    await tia.presses(Verb.START_CALL, tia.finds("Start call"))
    head = tia.finds("Join the call")
    assert "Practice call by voice" in words(head.activity)
    assert "speaks first" in words(head.activity)
    [attempt] = await voiced.attempts()
    await voiced.does(Join(attempt.id), tia.id, ACME.tenant)
    assert "You have joined the call. It runs until" in tia.reads()[-1]
    assert "10 minutes left" in words(head.activity)
    await voiced.passes(545, attempt.id)
    assert "less than a minute left" in words(head.activity)
    await voiced.does(Leave(attempt.id), tia.id, ACME.tenant)
    left = tia.finds("You can join again")
    await tia.presses(Verb.CALL_LINK, left)
    assert len(_links(tia)) == 1
    await voiced.does(End(attempt.id), tia.id, ACME.tenant)
    assert "Call ended after 9 min 5 s" in words(head.activity)
    assert Verb.CALL_LINK not in _verbs(head.activity)
    assert "Not scored" in tia.reads()[-1]


async def test_each_link_is_another_one_and_for_the_trainee_alone(voiced: TeamsHouse) -> None:
    tia, alex = voiced.guest("tia"), voiced.guest("alex")
    attempt = await tia.starts("spoken", Verb.START_CALL)
    head = tia.finds("Join the call")
    answer = await tia.presses(Verb.CALL_LINK, head)
    assert answer["value"] == "The link is in our chat. It works once."
    await tia.presses(Verb.CALL_LINK, head)
    one, other = _links(tia)
    assert one != other
    assert one.startswith(f"https://calls.test/{ACME.tenant}/{attempt}/{tia.id}/")
    refused = await alex.does(Verb.CALL_LINK, {"value": attempt})
    assert refused["value"] == "This call is over, or somebody else's."
    await voiced.does(End(attempt), tia.id, ACME.tenant)
    over = await tia.does(Verb.CALL_LINK, {"value": attempt})
    assert "over" in over["value"]
    assert len(_links(tia)) == 2
    assert _links(alex) == []


async def test_the_link_of_a_call_in_a_channel_is_told_in_the_personal_chat(
    voiced: TeamsHouse,
) -> None:
    tia, practice = voiced.guest("tia"), ACME.channels["practice"]
    await tia.starts("spoken", Verb.START_CALL, channel="practice")
    [head] = tia.posts(practice)
    await tia.presses(Verb.CALL_LINK, head, "practice", head.id)
    assert len(_links(tia)) == 1
    assert len(tia.posts(head.conversation)) == 1


async def test_words_beside_a_call_by_voice_are_shown_the_page(voiced: TeamsHouse) -> None:
    tia = voiced.guest("tia")
    await tia.starts("spoken", Verb.START_CALL)
    await tia.writes(LINE)
    assert "hears you on the call page" in tia.reads()[-1]
    assert (await voiced.attempts())[0].turns == ()


@pytest.mark.parametrize(
    ("scenario", "verb"),
    [
        ("spoken", Verb.START_CALL),
        ("spoken", Verb.START_CHAT),
        ("either", Verb.START_CALL),
        ("sample", Verb.START_CALL),
    ],
)
async def test_a_call_that_cannot_be_held_is_not_begun(
    house: TeamsHouse, scenario: str, verb: str
) -> None:
    await house.staff()
    answer = await house.guest("tia").does(verb, {"value": await house.assign("tia", scenario)})
    assert answer["type"] == "application/vnd.microsoft.activity.message"
    assert NO_ROOM in answer["value"]
    assert await house.attempts() == []


async def test_a_scenario_either_way_is_by_chat_where_no_call_can_be_held(
    house: TeamsHouse,
) -> None:
    await house.staff()
    tia = await _offered(house, "either")
    briefing = tia.finds("Start chat")
    assert Verb.START_CALL not in _verbs(briefing.activity)
    offer = tia.finds("Accepted. The briefing")
    assert not any("by voice" in words(post.activity) for post in (offer, briefing))
    await tia.presses(Verb.START_CHAT, briefing)
    assert len(await house.attempts()) == 1


async def test_a_scenario_either_way_offers_both_where_calls_can_be_held(
    voiced: TeamsHouse,
) -> None:
    tia = await _offered(voiced, "either")
    assert {Verb.START_CALL, Verb.START_CHAT} <= _verbs(tia.posts()[-1].activity)
