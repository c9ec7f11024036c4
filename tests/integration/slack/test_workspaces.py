from __future__ import annotations

from dataclasses import dataclass

import pytest

from bots.slack.names import Action
from core.commands import Assign
from tests.e2e.slack.somebody import words
from tests.slack_guest import Guest
from tests.slack_house import SlackHouse

LINE = "I see both payments here."


@dataclass(frozen=True, slots=True)
class Both:
    """Tia of acme has a call; everybody of bravo has the same names."""

    house: SlackHouse
    tia: Guest
    thread: str
    attempt: str
    assignment: str

    def other(self, name: str) -> Guest:
        """Somebody of bravo."""
        return self.house.guest(name, self.house.town.bravo)


@pytest.fixture
async def both(house: SlackHouse) -> Both:
    await house.staff()
    await house.staff(house.town.bravo)
    tia = house.guest("tia")
    head = await tia.starts()
    await tia.writes(LINE, head)
    await tia.command("end")
    [attempt] = await house.attempts()
    return Both(house, tia, head, attempt.id, str(attempt.assignment))


async def test_each_workspace_is_spoken_to_by_its_own_token(both: Both) -> None:
    other = both.other("tia")
    head = await other.starts()
    await other.writes("What is your email?", head)
    assert len(await other.thread(head)) == 3
    assert LINE not in str(await other.reads(head))
    assert {c.token for c in both.house.town.calls("views.publish")} == {
        both.house.town.acme.bot_token,
        both.house.town.bravo.bot_token,
    }
    assert len(await both.house.attempts("tia", both.house.town.bravo)) == 1


@pytest.mark.parametrize("name", ["tia", "ines", "ravi", "ada"])
@pytest.mark.parametrize(
    "action",
    [Action.TRANSCRIPT, Action.REVIEW, Action.COMMENT, Action.REPORT, Action.DOCUMENTS],
)
async def test_what_is_elsewhere_opens_for_nobody(both: Both, name: str, action: str) -> None:
    guest = both.other(name)
    value = f"attempt:{both.attempt}" if action == Action.DOCUMENTS else both.attempt
    await guest.tells(guest.pressing(action, value, await guest.direct()))
    modal = both.house.town.modal
    assert modal is not None
    assert "no practice call" in words(modal.view)
    assert LINE not in words(modal.view)


@pytest.mark.parametrize("name", ["tia", "ines"])
async def test_nothing_elsewhere_can_be_done(both: Both, name: str) -> None:
    guest, before = both.other(name), await both.tia.thread(both.thread)
    about = {
        Action.ACCEPT: both.assignment,
        Action.START_CHAT: both.assignment,
        Action.NOT_NOW: both.assignment,
        Action.END_CALL: both.attempt,
        Action.ASK_COACH: both.attempt,
        Action.SHOW_LINES: both.attempt,
    }
    for action, value in about.items():
        await guest.tells(guest.pressing(action, value, await guest.direct()))
    assert len(guest.whispers) == len(about)
    assert all("Open My Training." in each for each in guest.whispers)
    assert await guest.posts() == []
    assert await both.tia.thread(both.thread) == before


async def test_words_in_a_thread_of_the_same_name_elsewhere_are_not_said(both: Both) -> None:
    guest, channel = both.other("ines"), await both.tia.direct()
    payload = both.house.town.teller(both.house.town.bravo).message(
        guest.id, channel, "Is anybody here?", thread_ts=both.thread
    )
    before = await both.tia.thread(both.thread)
    await guest.tells(payload)
    assert await both.tia.thread(both.thread) == before


async def test_nobody_elsewhere_can_be_given_anything(both: Both) -> None:
    ada = both.other("ada")
    await both.house.does(Assign(both.tia.id, "sample"), ada.id, ada.place.team)
    async with both.house.store.reading() as unit:
        assert await unit.assignments(ada.place.team, both.tia.id) == []
    await ada.command("people")
    assert both.house.town.modal is not None
    assert both.tia.id not in str(both.house.town.modal.view)
