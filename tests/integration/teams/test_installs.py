"""The app comes to people: a welcome, the first administrator, and going and coming back."""

from __future__ import annotations

import asyncio

import pytest

from bots.teams.names import Verb
from core.commands import End, Envelope
from core.people import Person, Role
from tests.e2e.teams.somebody import button, fields, filled
from tests.teams.people import ACME
from tests.teams.playground import words
from tests.teams_guest import Guest
from tests.teams_house import TeamsHouse

PRACTICE = ACME.channels["practice"]


async def _people(house: TeamsHouse) -> dict[str, Person]:
    """Everybody who is known, by their names."""
    async with house.store.reading() as unit:
        return {person.name: person for person in await unit.people(ACME.tenant)}


@pytest.mark.parametrize("installation_first", [True, False])
async def test_an_installation_that_is_told_in_two_ways_is_welcomed_once(
    house: TeamsHouse, installation_first: bool
) -> None:
    await house.staff()
    zed = house.guest("zed")
    told = [zed.teller.installed(zed.person), zed.teller.bot_added(zed.person)]
    for activity in told if installation_first else reversed(told):
        await zed.tells(activity)
    [welcome] = zed.reads()
    assert "Welcome" in welcome
    assert "Ask Ada Byron to add you to Scrimmage." in welcome


async def test_somebody_known_is_welcomed_by_name(house: TeamsHouse) -> None:
    await house.staff()
    [welcome] = house.guest("tia").reads()
    assert "Welcome, Tia" in welcome
    assert "Ask" not in welcome


async def test_the_first_administrator_is_whom_the_settings_name_and_nobody_else(
    house: TeamsHouse,
) -> None:
    for name in ("alex", "zed"):
        guest = house.guest(name)
        await guest.installs()
        assert "Ask your administrator to add you" in guest.reads()[-1]
        assert fields(await guest.opens(Verb.PEOPLE)) == []
    assert await _people(house) == {}
    ada = house.guest("ada")
    await ada.installs()
    assert "Welcome, Ada" in ada.reads()[-1]
    assert {name: p.roles for name, p in (await _people(house)).items()} == {
        "Ada Byron": {Role.ADMIN}
    }
    assert "here" in fields(await ada.opens(Verb.PEOPLE))
    alex = house.guest("alex")
    await alex.writes("training")
    assert "Ask Ada Byron" in alex.reads()[-1]
    assert len(await _people(house)) == 1


async def test_the_first_administrator_is_found_once_teams_tells_who_they_are(
    house: TeamsHouse,
) -> None:
    ada = house.guest("ada")
    house.town.fault("member", status=503)
    await ada.installs()
    assert await _people(house) == {}
    await ada.writes("people")
    assert (await _people(house))["Ada Byron"].roles == {Role.ADMIN}
    assert "Who takes part" in ada.reads()[-1]


async def test_whom_the_settings_name_is_no_administrator_where_there_is_another(
    house: TeamsHouse,
) -> None:
    ada, ravi = house.guest("ada"), house.guest("ravi")
    admin = Person(ravi.id, ACME.tenant, "Ravi Patel", frozenset({Role.ADMIN}))
    async with house.store.unit() as unit:
        await unit.put_person(admin)
    await ada.installs()
    await ada.writes("people")
    assert "Ask Ravi Patel" in ada.reads()[-1]
    assert list(await _people(house)) == ["Ravi Patel"]


async def _given(house: TeamsHouse, giver: Guest, to: Guest) -> None:
    """Let somebody give a call; waits for no more than that it was taken."""
    dialog = await giver.opens(Verb.ASSIGN)
    house.naps.gate = asyncio.Event()
    data = filled(dialog) | {"trainees": to.id, "scenario": "sample"}
    answer = await house.process.caller.send(giver.teller.submit(giver.person, data))
    assert answer.status == 200


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize("restarts", [True, False])
async def test_what_waited_for_somebody_without_the_app_comes_when_they_have_it_again(
    house: TeamsHouse, told: bool, restarts: bool
) -> None:
    await house.staff()
    tia, town = house.guest("tia"), house.town
    if told:
        await tia.tells(tia.teller.installed(tia.person, action="remove"))
    town.expel(tia.person.chat)
    tried = len(town.calls())
    await _given(house, house.guest("ines"), tia)
    await town.until(
        lambda: any(c.what == "create" or c.where == tia.person.chat for c in town.calls()[tried:])
    )
    assert not any("New for you" in each for each in tia.reads())
    town.admit_bot(tia.person.chat)
    assert (await house.process.caller.send(tia.teller.installed(tia.person))).status == 200
    assert house.naps.gate is not None
    house.naps.gate.set()
    if restarts:
        await house.again()
    await house.idle()
    assert sum("New for you" in each for each in tia.reads()) == 1
    await tia.presses(Verb.ACCEPT, tia.finds("New for you"))
    assert "Accepted." in words(tia.finds("Accepted. The briefing").activity)


async def test_a_call_under_way_goes_on_after_the_app_was_taken_away_and_put_back(
    house: TeamsHouse,
) -> None:
    await house.staff()
    tia = house.guest("tia")
    await tia.starts()
    await tia.tells(tia.teller.installed(tia.person, action="remove"))
    await tia.installs()
    await tia.writes("I see both payments here.")
    [attempt] = await house.attempts()
    assert len(attempt.turns) == 3
    assert attempt.turns[2].text in tia.reads()[-1]


@pytest.mark.parametrize("channel", ["", "practice"])
async def test_a_score_waits_for_a_trainee_who_took_the_app_away_and_we_were_not_told(
    house: TeamsHouse, channel: str
) -> None:
    await house.staff()
    tia, town = house.guest("tia"), house.town
    attempt = await tia.starts(channel=channel)
    if channel:
        await tia.says_in(channel, "I see both payments here.", tia.posts(PRACTICE)[-1].id)
    else:
        await tia.writes("I see both payments here.")
    town.expel(tia.person.chat)
    tried, house.naps.gate = len(town.calls()), asyncio.Event()
    ended = Envelope("desk:end", ACME.tenant, tia.id, attempt, End(attempt), house.clock.now())
    await house.process.lanes.submit(ended)
    await town.until(lambda: any(c.where == tia.person.chat for c in town.calls()[tried:]))
    town.admit_bot(tia.person.chat)
    assert (await house.process.caller.send(tia.teller.installed(tia.person))).status == 200
    house.naps.gate.set()
    await house.idle()
    assert sum("4 of 5" in each for each in tia.reads()) == 1
    held = tia.reads(town.threads(PRACTICE)[-1] if channel else "")
    assert sum("The call has ended" in each for each in held) == 1


async def test_one_coach_without_the_app_keeps_no_other_from_being_asked(
    house: TeamsHouse,
) -> None:
    await house.staff()
    tia, ines, ravi, town = *(house.guest(name) for name in ("tia", "ines", "ravi")), house.town
    coach = Person(
        ravi.id, ACME.tenant, "Ravi Patel", frozenset({Role.COACH}), coaches=frozenset({tia.id})
    )
    async with house.store.unit() as unit:
        await unit.put_person(coach)
    await tia.starts()
    await tia.writes("I see both payments here.")
    await tia.writes("end call")
    await ines.tells(ines.teller.installed(ines.person, action="remove"))
    town.expel(ines.person.chat)
    town.expel(ACME.channels["coaches"])
    house.naps.gate = asyncio.Event()
    asks = button(tia.finds("4 of 5").activity, Verb.ASK_COACH)["data"]
    pressed = tia.teller.pressed(tia.person, Verb.ASK_COACH, asks, "0")
    assert (await house.process.caller.send(pressed)).status == 200
    await town.until(lambda: any("would you have a look" in each for each in ravi.reads()))
    town.admit_bot(ines.person.chat)
    house.naps.gate.set()
    await house.idle()
    for guest in (ines, ravi):
        assert sum("would you have a look" in each for each in guest.reads()) == 1
