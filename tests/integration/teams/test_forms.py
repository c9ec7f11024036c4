"""What administrators, managers and coaches fill in, and what everybody else is told instead."""

from __future__ import annotations

from typing import Any

import pytest

from bots.teams.names import Verb
from core.people import Person, Role, Share, Workspace
from tests.e2e.teams.somebody import fields
from tests.teams.people import ACME
from tests.teams.playground import words
from tests.teams_guest import Guest
from tests.teams_house import TeamsHouse

PRACTICE = ACME.channels["practice"]


@pytest.fixture
async def staffed(house: TeamsHouse) -> TeamsHouse:
    await house.staff()
    return house


async def _person(house: TeamsHouse, name: str) -> Person:
    async with house.store.reading() as unit:
        found = await unit.person(ACME.tenant, ACME.person(name).object_id)
    assert found is not None
    return found


async def _workspace(house: TeamsHouse) -> Workspace:
    async with house.store.reading() as unit:
        found = await unit.workspace(ACME.tenant)
    assert found is not None
    return found


async def _chooses(ada: Guest, **who: str) -> dict[str, Any]:
    """Choose somebody in the list of people; returns the form of that person."""
    return await ada.sends(await ada.opens(Verb.PEOPLE), **who)


async def test_somebody_who_has_met_the_app_is_added_by_their_name(staffed: TeamsHouse) -> None:
    ada, zed = staffed.guest("ada"), staffed.guest("zed")
    await zed.installs()
    people = await ada.opens(Verb.PEOPLE)
    assert "Tia Moreau" in words(people)
    assert "Zed Stranger · new here" in str(people)
    form = await _chooses(ada, here=zed.id)
    assert "Zed Stranger" in words(form)
    assert (
        await ada.sends(form, roles="trainee,coach", team="A", coaches=staffed.guest("tia").id)
        == {}
    )
    found = await _person(staffed, "zed")
    assert found.name == "Zed Stranger"
    assert found.roles == {Role.TRAINEE, Role.COACH}
    assert found.coaches == {staffed.guest("tia").id}
    assert (found.team, found.time_zone) == ("A", "Europe/London")


async def test_somebody_who_never_met_the_app_is_added_by_the_name_that_teams_tells(
    staffed: TeamsHouse,
) -> None:
    ada, zed = staffed.guest("ada"), staffed.guest("zed")
    form = await _chooses(ada, elsewhere=zed.id)
    # The personal chat has one member, so here Teams does not tell it.
    assert await ada.sends(form, team="A") != {}
    again = await ada.sends(form, name="Zed  Stranger", team="A")
    assert again == {}
    assert (await _person(staffed, "zed")).name == "Zed Stranger"
    await zed.installs()
    assert "Welcome, Zed" in zed.reads()[-1]
    assert "add you" not in zed.reads()[-1]


async def test_mistakes_come_back_in_words_with_what_was_filled_in(staffed: TeamsHouse) -> None:
    ada, tia = staffed.guest("ada"), staffed.guest("tia")
    both = await _chooses(ada, here=tia.id, elsewhere=staffed.guest("zed").id)
    assert "one of the two lists only" in words(both)
    form = await _chooses(ada, here=tia.id)
    again = await ada.sends(form, roles="trainee", coaches=staffed.guest("alex").id, team="North")
    assert "Tick Coach above too" in words(again)
    assert "North" in words(again)
    assert (await _person(staffed, "tia")).team == "A"
    assert await ada.sends(again, coaches="") == {}
    assert (await _person(staffed, "tia")).team == "North"


async def test_settings_are_kept_and_stand_in_the_form_the_next_time(staffed: TeamsHouse) -> None:
    ada = staffed.guest("ada")
    form = await ada.opens(Verb.WAYS)
    wrong = await ada.sends(form, below="7", coaches=PRACTICE)
    assert "A score from 1 to 5" in words(wrong)
    changed = {"below": "2.5", "share": "verdict", "sample": "3", "team:0": PRACTICE}
    assert await ada.sends(wrong, **changed) == {}
    ways = (await _workspace(staffed)).ways
    assert (ways.coaches_channel, ways.share) == (PRACTICE, Share.VERDICT)
    assert (ways.review_below, ways.sample) == (2.5, 3)
    assert ways.team_channel("A") == PRACTICE
    assert await ada.sends(await ada.opens(Verb.WAYS)) == {}
    assert (await _workspace(staffed)).ways == ways


async def test_the_digest_comes_when_its_manager_wants_it(staffed: TeamsHouse) -> None:
    ravi = staffed.guest("ravi")
    form = await ravi.opens(Verb.DIGEST_TIME)
    assert await ravi.sends(form, on="yes", weekday="2", hour="7") == {}
    digest = (await _person(staffed, "ravi")).digest
    assert (digest.on, digest.weekday, digest.hour) == (True, 2, 7)
    assert (await _person(staffed, "ravi")).time_zone == "Europe/London"


@pytest.mark.parametrize("name", ["ines", "ravi", "ada"])
async def test_a_call_is_given_by_coach_manager_and_administrator(
    staffed: TeamsHouse, name: str
) -> None:
    giver, tia = staffed.guest(name), staffed.guest("tia")
    form = await giver.opens(Verb.ASSIGN)
    assert "Choose at least one trainee." in words(await giver.sends(form, scenario="sample"))
    due = {"due.day": "2026-01-09", "due.time": "17:00"}
    sent = await giver.sends(form, trainees=tia.id, scenario="sample", attempts="2", **due)
    assert sent == {}
    offer = tia.finds("New for you")
    assert giver.person.real_name in words(offer.activity)
    # By Tia's clock, which is New York's.
    assert "Due Friday, 12:00  · 2 attempts" in words(offer.activity)
    assert "is on its way to Tia Moreau" in giver.reads()[-1]
    await giver.again()
    assert sum("New for you" in each for each in tia.reads()) == 1


async def test_several_are_given_a_call_at_once(staffed: TeamsHouse) -> None:
    ada = staffed.guest("ada")
    both = [staffed.guest("tia"), staffed.guest("alex")]
    form = await ada.opens(Verb.ASSIGN)
    assert await ada.sends(form, trainees=",".join(g.id for g in both), scenario="sample") == {}
    for guest in both:
        guest.finds("New for you")


async def test_nobody_gives_a_call_to_somebody_else_s_trainee(staffed: TeamsHouse) -> None:
    ines, alex = staffed.guest("ines"), staffed.guest("alex")
    form = await ines.opens(Verb.ASSIGN)
    assert "Alex" not in words(form)
    refused = await ines.sends(form, trainees=alex.id, scenario="sample")
    assert "You can't give calls to Alex Kim. Ask your administrator." in words(refused)
    assert not any("New for you" in each for each in alex.reads())


@pytest.mark.parametrize(
    ("verb", "word", "names"),
    [
        (Verb.ASSIGN, "assign", ("tia", "zed")),
        (Verb.PEOPLE, "people", ("tia", "ines", "ravi", "zed")),
        (Verb.PERSON, "people", ("tia", "ines", "ravi", "zed")),
        (Verb.WAYS, "settings", ("tia", "ines", "ravi", "zed")),
        (Verb.DIGEST_TIME, "digest time", ("tia", "ines", "zed")),
    ],
)
async def test_a_form_is_for_whom_it_is_for_and_names_whom_to_ask(
    staffed: TeamsHouse, verb: Verb, word: str, names: tuple[str, ...]
) -> None:
    for name in names:
        guest = staffed.guest(name)
        refused = await guest.opens(verb, staffed.guest("tia").id)
        assert "Ask Ada Byron to" in words(refused)
        assert fields(refused) == []
        await guest.writes(word)
        assert "Ask Ada Byron to" in guest.reads()[-1]


async def test_a_form_that_was_opened_is_taken_from_whom_it_is_for_alone(
    staffed: TeamsHouse,
) -> None:
    ada, tia = staffed.guest("ada"), staffed.guest("tia")
    for verb, value in ((Verb.WAYS, ""), (Verb.PERSON, tia.id)):
        answer = await tia.sends(await ada.opens(verb, value), roles="admin", sample="9")
        assert "administrator" in words(answer).lower()
    assert (await _person(staffed, "tia")).roles == {Role.TRAINEE}
    assert (await _workspace(staffed)).ways.sample == 1


async def test_a_word_of_a_form_is_answered_by_the_button_that_opens_it(
    staffed: TeamsHouse,
) -> None:
    ada = staffed.guest("ada")
    for word, verb in (("people", Verb.PEOPLE), ("settings", Verb.WAYS), ("assign", Verb.ASSIGN)):
        await ada.writes(word)
        assert f"'verb': '{verb}'" in str(ada.posts()[-1].activity)
