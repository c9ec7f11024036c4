"""Two tenants served by one server never see each other."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bots.teams.names import Verb
from core.commands import Assign
from tests.teams.people import ACME, BRAVO
from tests.teams.playground import words
from tests.teams_guest import Guest
from tests.teams_house import TeamsHouse

LINE = "I see both payments here."


@dataclass(frozen=True, slots=True)
class Both:
    """Tia of acme has had a call; everybody of bravo has the same names."""

    house: TeamsHouse
    tia: Guest
    attempt: str
    assignment: str

    def other(self, name: str) -> Guest:
        """Somebody of bravo."""
        return self.house.guest(name, BRAVO)


@pytest.fixture
async def both(house: TeamsHouse) -> Both:
    await house.staff()
    await house.staff(BRAVO)
    tia = house.guest("tia")
    await tia.starts()
    await tia.writes(LINE)
    await tia.writes("end call")
    [attempt] = await house.attempts()
    return Both(house, tia, attempt.id, str(attempt.assignment))


async def test_each_tenant_is_spoken_to_at_its_own_address(both: Both) -> None:
    other = both.other("tia")
    await other.starts()
    await other.writes("What is your email?")
    assert not any(LINE in each for each in other.reads())
    for call in both.house.town.calls("send"):
        assert ("acme" in call.where) == (call.tenant == ACME.tenant)
    assert len(await both.house.attempts("tia", BRAVO)) == 1


@pytest.mark.parametrize("name", ["tia", "ines", "ravi", "ada"])
@pytest.mark.parametrize(
    "verb", [Verb.TRANSCRIPT, Verb.REVIEW, Verb.COMMENT, Verb.REPORT, Verb.DOCUMENTS]
)
async def test_what_is_elsewhere_opens_for_nobody(both: Both, name: str, verb: str) -> None:
    value = f"attempt:{both.attempt}" if verb == Verb.DOCUMENTS else both.attempt
    dialog = await both.other(name).opens(verb, value)
    assert "no practice call" in words(dialog)
    assert LINE not in words(dialog)


@pytest.mark.parametrize("name", ["tia", "ines"])
async def test_nothing_elsewhere_can_be_done(both: Both, name: str) -> None:
    guest, before = both.other(name), both.tia.reads()
    here = guest.reads()
    about = {
        Verb.ACCEPT: both.assignment,
        Verb.START_CHAT: both.assignment,
        Verb.NOT_NOW: both.assignment,
        Verb.END_CALL: both.attempt,
        Verb.ASK_COACH: both.attempt,
        Verb.SHOW_LINES: both.attempt,
    }
    for verb, value in about.items():
        answer = await guest.does(verb, {"value": value})
        assert "Open My Training." in answer["value"]
    assert both.tia.reads() == before
    assert guest.reads() == here


async def test_a_forged_tenant_in_a_signed_activity_reaches_nobody_elsewhere(both: Both) -> None:
    """The token holds for a tenant's address; what is answered goes there, and nowhere else."""
    guest, before = both.other("ines"), both.tia.reads()
    activity = guest.teller.message(guest.person, "Is anybody here?")
    activity["conversation"] = {**activity["conversation"], "id": both.tia.person.chat}
    await guest.tells(activity)
    assert both.tia.reads() == before
    # The answer went to bravo's own address, where Teams knows no such chat.
    refused = [v.words for v in both.house.town.violations]
    assert set(refused) == {"another tenant's conversation"}
    both.house.town.violations.clear()


async def test_nobody_elsewhere_can_be_given_anything(both: Both) -> None:
    ada = both.other("ada")
    await both.house.does(Assign(both.tia.id, "sample"), ada.id, BRAVO.tenant)
    async with both.house.store.reading() as unit:
        assert await unit.assignments(BRAVO.tenant, both.tia.id) == []
    people = await ada.opens(Verb.PEOPLE)
    assert both.tia.id not in str(people)
    settings = await ada.opens(Verb.WAYS)
    assert ACME.channels["coaches"] not in str(settings)
    assert BRAVO.channels["coaches"] in str(settings)
