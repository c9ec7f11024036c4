"""A coach looks at a call: where it is asked for, and how their words reach the trainee."""

from __future__ import annotations

from typing import Any

import pytest

from bots.teams.names import Verb
from core.people import Ways
from tests.integration.teams.asked import COACHES, LINE, Asked, ask
from tests.teams.playground import words
from tests.teams_house import TeamsHouse


@pytest.fixture
async def asked(house: TeamsHouse) -> Asked:
    return await ask(house)


async def test_a_review_calls_its_coach_and_shows_the_lines_below(asked: Asked) -> None:
    root = asked.root
    [entity] = _all(root.activity, "entities")
    assert entity["mentioned"] == {"id": asked.ines.id, "name": "Ines Duarte"}
    assert entity["text"] in words(root.activity)
    [line] = asked.below()
    assert LINE in line
    await asked.ines.presses(Verb.SHOW_LINES, root, "coaches", root.id)
    [attempt] = await asked.house.attempts()
    for turn, shown in zip(attempt.turns, asked.below()[1:], strict=True):
        assert turn.text in shown


def _all(thing: Any, name: str) -> list[Any]:  # noqa: ANN401 - any part of an activity
    """What lists of this name hold, anywhere inside."""
    inside = thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else ()
    own = thing.get(name, []) if isinstance(thing, dict) else []
    return [*own, *(found for each in inside for found in _all(each, name))]


@pytest.mark.parametrize("mention", [True, False])
async def test_a_coachs_reply_reaches_the_trainee_once_and_is_answered(
    asked: Asked, mention: bool
) -> None:
    said = "Say the date as well."
    await asked.ines.says_in("coaches", said, asked.root.id, mention=mention)
    assert said in asked.tia.reads()[-1]
    assert "Ines Duarte , your coach" in asked.tia.reads()[-1]
    assert "@" not in asked.tia.reads()[-1]
    assert asked.ines.reads()[-1] == "Sent to Tia Moreau."
    told = len(asked.ines.posts())
    await asked.ines.again()
    assert sum(said in each for each in asked.tia.reads()) == 1
    assert len(asked.ines.posts()) == told


async def test_somebody_elses_reply_stays_theirs_and_they_are_told_once(asked: Asked) -> None:
    ravi, told = asked.house.guest("ravi"), len(asked.house.guest("ravi").posts())
    for his in ("I see it otherwise.", "And this as well."):
        await ravi.says_in("coaches", his, asked.root.id)
    assert len(ravi.posts()) == told + 1
    assert "Tia Moreau does not see this" in ravi.reads()[-1]
    assert "administrator" in ravi.reads()[-1]
    assert "otherwise" not in str(asked.tia.reads())


async def test_the_whole_call_is_shown_to_its_coach_alone(asked: Asked) -> None:
    ravi, below = asked.house.guest("ravi"), len(asked.below())
    answer = await ravi.presses(Verb.SHOW_LINES, asked.root, "coaches", asked.root.id)
    assert "Only Tia Moreau's coach" in answer["value"]
    assert len(asked.below()) == below


async def test_the_trainees_own_reply_is_no_feedback(asked: Asked) -> None:
    await asked.tia.says_in("coaches", "I should have asked.", asked.root.id)
    assert not any("your coach" in each for each in asked.tia.reads())


@pytest.mark.parametrize("in_channel", [True, False])
async def test_without_a_coachs_channel_a_quoting_reply_reaches_the_trainee(
    house: TeamsHouse, in_channel: bool
) -> None:
    if in_channel:
        # There is one, but the app was taken from it.
        house.town.expel(COACHES)
    asked = await ask(house, None if in_channel else Ways())
    ines, tia = asked.ines, asked.tia
    request, line = ines.posts()[-2:]
    assert "would you have a look" in words(request.activity)
    assert "quoting it" in words(request.activity)
    await ines.tells(ines.teller.quoted(ines.person, "Warm, clear.", request.id, "Tia: …"))
    assert "Warm, clear." in tia.reads()[-1]
    assert LINE not in tia.reads()[-1]
    assert ines.reads()[-1] == "Sent to Tia Moreau."
    await ines.tells(ines.teller.quoted(ines.person, "Name the sum.", line.id, LINE))
    assert "Name the sum." in tia.reads()[-1]
    assert LINE in tia.reads()[-1]


async def test_what_quotes_no_review_is_no_feedback(house: TeamsHouse) -> None:
    asked = await ask(house, Ways())
    ines, told = asked.ines, len(asked.tia.posts())
    welcome = ines.posts()[0]
    await ines.tells(ines.teller.quoted(ines.person, "Nice welcome.", welcome.id, "Welcome"))
    await ines.writes("And without any quotation.")
    assert len(asked.tia.posts()) == told


async def test_a_review_that_has_no_coach_names_whom_to_ask(house: TeamsHouse) -> None:
    await house.staff()
    alex = house.guest("alex")
    await alex.starts()
    await alex.writes(LINE)
    await alex.writes("end call")
    await alex.presses(Verb.ASK_COACH, alex.finds("4 of 5"))
    assert "Nobody coaches Alex Kim yet" in alex.reads(COACHES)[-1]
    assert _all(alex.posts(COACHES)[-1].activity, "entities") == []


async def test_feedback_finds_its_call_after_a_restart(asked: Asked) -> None:
    await asked.house.again()
    await asked.ines.says_in("coaches", "Say the date as well.", asked.root.id)
    assert "Say the date as well." in asked.tia.reads()[-1]
    await asked.house.again()
    dialog = await asked.ines.opens(Verb.REVIEW, asked.attempt)
    await asked.ines.sends(dialog)
    assert "Reviewed by Ines Duarte" in words(asked.root.activity)
    assert "Ines Duarte has reviewed your call" in asked.tia.reads()[-1]
