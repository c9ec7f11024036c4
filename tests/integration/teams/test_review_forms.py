"""What a coach fills in: a comment on a line, and a review with what comes next."""

from __future__ import annotations

from typing import Any

import pytest

from bots.teams.names import Verb
from tests.e2e.teams.somebody import fields, filled
from tests.integration.teams.asked import LINE, Asked, ask
from tests.teams.activities import Activity
from tests.teams.people import Resident
from tests.teams.playground import words
from tests.teams_guest import Guest
from tests.teams_house import TeamsHouse

DONE = "Your review is sent. The trainee sees it where the call was held."


@pytest.fixture
async def asked(house: TeamsHouse) -> Asked:
    return await ask(house)


async def test_a_comment_reaches_the_trainee_with_its_line(asked: Asked) -> None:
    dialog = await asked.ines.opens(Verb.COMMENT, asked.attempt)
    empty = await asked.ines.sends(dialog)
    assert "has not been sent yet" in words(empty)
    done = await asked.ines.sends(empty, words="Warm and clear.", line="1")
    assert done["task"] == {
        "type": "message",
        "value": "Your comment is sent. The trainee sees it where the call was held.",
    }
    assert "Warm and clear." in asked.tia.reads()[-1]
    assert LINE in asked.tia.reads()[-1]
    await asked.ines.again()
    assert sum("Warm and clear." in each for each in asked.tia.reads()) == 1


async def _chooses(guest: Guest, message: str, thread: str, by: Resident | None = None) -> Activity:
    """Choose "Comment on this line" in the coaches' channel; returns the activity that told it."""
    activity = guest.teller.chosen(
        guest.person, "comment", message, by=by, channel="coaches", thread=thread
    )
    await guest.tells(activity)
    return activity


def _opened(guest: Guest) -> dict[str, Any]:
    """What the last request was answered with."""
    body: dict[str, Any] = guest.house.process.caller.answers[-1].body
    return body


@pytest.mark.parametrize("on_root", [True, False])
async def test_a_comment_from_a_messages_menu_is_about_that_line(
    asked: Asked, on_root: bool
) -> None:
    root, line = asked.ines.posts(asked.root.conversation)
    chosen = await _chooses(asked.ines, (root if on_root else line).id, root.id)
    dialog = _opened(asked.ines)
    answers = filled(dialog) | {"words": "Warm and clear."}
    answer = await asked.ines.tells(asked.ines.teller.chosen_submit(chosen, answers))
    assert answer.body["task"]["type"] == "message"
    assert "Warm and clear." in asked.tia.reads()[-1]
    assert (LINE in asked.tia.reads()[-1]) is not on_root


async def test_a_comment_on_anything_else_is_refused(asked: Asked) -> None:
    ravi = asked.house.guest("ravi")
    other = asked.house.town.say(ravi.person, asked.root.conversation, "Lunch?")
    await _chooses(asked.ines, other.id, asked.root.id, ravi.person)
    assert "no line of a practice call" in words(_opened(asked.ines))
    assert "words" not in fields(_opened(asked.ines))


async def test_a_comment_by_somebody_else_is_refused(asked: Asked) -> None:
    ravi = asked.house.guest("ravi")
    await _chooses(ravi, asked.root.id, asked.root.id)
    assert "Only Tia Moreau's coach" in words(_opened(ravi))


async def test_the_menu_in_a_chat_between_people_does_not_change_where_they_are_reached(
    asked: Asked,
) -> None:
    ines = asked.ines
    told = ines.teller.chosen(ines.person, "comment", "1770000000000", by=asked.tia.person)
    # Teams offers it at every message, also where the bot is not.
    told["conversation"] |= {"id": f"19:{ines.id}_{asked.tia.id}@unq.gbl.spaces"}
    await ines.tells(told)
    assert "no line of a practice call" in words(_opened(ines))
    await asked.house.again()
    before = len(ines.posts())
    await ines.says_in("coaches", "Say the date as well.", asked.root.id)
    assert len(ines.posts()) == before + 1


async def test_a_review_with_mistakes_comes_back_in_words(asked: Asked) -> None:
    dialog = await asked.ines.opens(Verb.REVIEW, asked.attempt)
    wrong = {"score:0": "5", "step": "remedial", "words": "Well done."}
    again = await asked.ines.sends(dialog, **wrong)
    assert "Why 5 and not 4?" in words(again)
    assert "Choose which scenario it should be." in words(again)
    assert filled(again)["words"] == "Well done."
    assert filled(again)["score:0"] == "5"
    assert not any("has reviewed" in each for each in asked.tia.reads())
    done = await asked.ines.sends(again, **{"reason:0": "Warm throughout.", "step": "none"})
    assert done["task"]["value"] == DONE
    assert any("Warm throughout." in each for each in asked.tia.reads())


async def test_a_review_reaches_the_trainee_with_both_numbers_and_its_card_tells_of_it(
    asked: Asked,
) -> None:
    dialog = await asked.ines.opens(Verb.REVIEW, asked.attempt)
    own = {"score:0": "5", "reason:0": "Warm throughout.", "verdict": "conditional"}
    await asked.ines.sends(dialog, **own)
    await asked.ines.again()
    [review] = [each for each in asked.tia.reads() if "Warm throughout." in each]
    assert "Ines Duarte has reviewed your call" in review
    assert "5 of 5 (was 4)" in review
    assert "(was 4 of 5)" in review
    assert "on a condition" in review
    assert "Reviewed by Ines Duarte" in words(asked.root.activity)
    assert sum("Warm throughout." in each for each in asked.below()) == 1


async def test_a_review_by_anybody_else_is_refused(asked: Asked) -> None:
    for name in ("ravi", "ada", "tia"):
        refused = await asked.house.guest(name).opens(Verb.REVIEW, asked.attempt)
        assert "verdict" not in fields(refused)
        assert "That does not work" in words(refused)


async def test_a_one_to_one_is_told_to_both_by_their_own_clocks(asked: Asked) -> None:
    dialog = await asked.ines.opens(Verb.REVIEW, asked.attempt)
    # By the coach's clock, which is London's.
    meet = {"step": "one_to_one", "meet.day": "2026-01-08", "meet.time": "15:00"}
    await asked.ines.sends(dialog, **meet, words="Let us talk.")
    [hers] = [each for each in asked.tia.reads() if "You have a 1:1 with" in each]
    assert "Ines Duarte" in hers
    # Tia's is New York's.
    assert "Thursday, 10:00" in hers
    assert "Let us talk." in hers
    [his] = [each for each in asked.ines.reads() if "You suggested a 1:1 with" in each]
    assert "Tia Moreau" in his


async def test_another_scenario_is_offered_as_the_next_step(asked: Asked) -> None:
    dialog = await asked.ines.opens(Verb.REVIEW, asked.attempt)
    await asked.ines.sends(dialog, step="remedial", scenario="either")
    offer = asked.tia.finds("Ines Duarte chose this to follow")
    assert "Either way" in words(offer.activity)
    await asked.tia.presses(Verb.ACCEPT, offer)
    assert "Accepted." in words(asked.tia.finds("chose this to follow").activity)


async def test_one_more_attempt_is_offered_as_the_next_step(asked: Asked) -> None:
    dialog = await asked.ines.opens(Verb.REVIEW, asked.attempt)
    await asked.ines.sends(dialog, step="new_attempt")
    offer = asked.tia.finds("would like you to try this once more")
    await asked.tia.presses(Verb.ACCEPT, offer)
    await asked.tia.presses(Verb.START_CHAT, asked.tia.finds("Start chat"))
    assert len(await asked.house.attempts()) == 2
