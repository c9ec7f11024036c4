"""A call by voice is handed over: offered, begun when the trainee has come, left, ended."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from core.attempt import CallState
from core.commands import Accept, End, Join, Leave, OfferCall, PutOff, Start
from core.messages import (
    CallEnded,
    CallJoined,
    CallLeft,
    CallOffered,
    CallOpened,
    CustomerSaid,
    Noted,
    ScoreCard,
)
from core.scenario import Mode
from core.views import Status, training
from tests.fakes.library import FakeLibrary
from tests.house import ASSIGNMENT, COACH, OTHER, PEOPLE, TRAINEE, House, house
from tests.samples import scenario

BY_VOICE = replace(ASSIGNMENT, mode=Mode.VOICE)


@pytest.fixture
async def at_home(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path) as built:
        async with built.store.unit() as unit:
            await unit.put_assignment(BY_VOICE)
        yield built


async def give(at_home: House, name: str, mode: Mode, minutes: int = 1) -> None:
    """Give another assignment, so many minutes after the first."""
    made = ASSIGNMENT.created_at + timedelta(minutes=minutes)
    async with at_home.store.unit() as unit:
        await unit.put_assignment(replace(ASSIGNMENT, id=name, mode=mode, created_at=made))


class TestTheCall:
    async def test_it_waits_for_the_trainee_and_begins_when_they_come(self, at_home: House) -> None:
        await at_home.start()
        assert (await at_home.attempt()).state is CallState.READY
        (opened,) = at_home.shown(CallOpened)
        assert (opened.mode, opened.deadline) == (Mode.VOICE, None)
        at_home.clock.passes(3600)
        assert await at_home.does(Join("t1")) == ""
        attempt = await at_home.attempt()
        assert attempt.started_at == at_home.clock.now()
        (joined,) = at_home.shown(CallJoined)
        assert (joined.name, joined.deadline) == ("Tia Trainee", attempt.deadline)
        # The line that is owed now is spoken by whoever holds the call.
        assert attempt.state is CallState.OWING
        assert at_home.shown(CustomerSaid) == []

    async def test_leaving_and_coming_again_is_told_and_takes_no_time_away(
        self, at_home: House
    ) -> None:
        await at_home.start()
        await at_home.does(Join("t1"))
        before = await at_home.attempt()
        at_home.clock.passes(30)
        assert await at_home.does(Leave("t1")) == ""
        at_home.clock.passes(30)
        assert await at_home.does(Join("t1")) == ""
        assert await at_home.attempt() == before
        assert [m.person for m in at_home.shown(CallLeft)] == [TRAINEE]
        assert [m.deadline for m in at_home.shown(CallJoined)] == [before.deadline] * 2

    async def test_it_may_be_ended_before_anybody_came(self, at_home: House) -> None:
        await at_home.start()
        assert await at_home.does(End("t1")) == ""
        (ended,) = at_home.shown(CallEnded)
        assert (ended.lasted_s, ended.turns) == (0, 0)
        assert [card.verdict for card in at_home.shown(ScoreCard)] == ["unscored"]
        assert "has ended" in await at_home.does(Join("t1"))
        assert await at_home.does(Leave("t1")) == ""
        assert at_home.shown(CallLeft) == []

    async def test_it_counts_as_running_until_it_has_ended(self, at_home: House) -> None:
        await at_home.start()
        library, tia = FakeLibrary(scenario()), PEOPLE[0]
        async with at_home.store.reading() as unit:
            (item,) = await training(unit, library, tia, tia, at_home.clock.now())
        assert (item.status, item.running) == (Status.RUNNING, "t1")
        assert "already have a call" in await at_home.does(Start("as1", "t2"))

    async def test_a_call_in_the_chat_has_no_page_to_come_to(self, at_home: House) -> None:
        await give(at_home, "as2", Mode.CHAT)
        await at_home.does(Start("as2", "c1"))
        assert "held in the chat" in await at_home.does(Join("c1"))

    async def test_where_both_are_possible_the_trainee_picks(self, at_home: House) -> None:
        await give(at_home, "as2", Mode.HYBRID)
        await at_home.does(Start("as2", "c1", Mode.VOICE))
        assert (await at_home.attempt("c1")).mode is Mode.VOICE

    @pytest.mark.parametrize("by", [OTHER, COACH, "nobody"])
    async def test_only_the_trainee_comes_and_goes(self, at_home: House, by: str) -> None:
        await at_home.start()
        for command in (Join("t1"), Leave("t1")):
            assert await at_home.does(command, by=by) != ""
        assert (await at_home.attempt()).state is CallState.READY


class TestTheOffer:
    async def test_it_is_made_once_for_an_occasion(self, at_home: House) -> None:
        for _ in range(3):
            assert await at_home.does(OfferCall("huddle-1")) == ""
        (offered,) = at_home.shown(CallOffered)
        assert (offered.assignment, offered.title, offered.attempt) == ("as1", "A sample", None)
        await at_home.does(OfferCall("huddle-2"))
        assert len(at_home.shown(CallOffered)) == 2

    async def test_a_call_under_way_comes_before_anything_newer(self, at_home: House) -> None:
        await at_home.start()
        await give(at_home, "as2", Mode.HYBRID)
        await at_home.does(OfferCall("huddle"))
        (offered,) = at_home.shown(CallOffered)
        assert (offered.assignment, offered.attempt) == ("as1", "t1")

    async def test_what_was_never_tried_comes_before_what_was(self, at_home: House) -> None:
        await give(at_home, "as2", Mode.VOICE)
        await at_home.does(Start("as2", "t2"))
        await at_home.does(End("t2"))
        await at_home.does(OfferCall("huddle"))
        assert [m.assignment for m in at_home.shown(CallOffered)] == ["as1"]

    async def test_who_has_nothing_to_call_about_is_offered_nothing(self, at_home: House) -> None:
        async with at_home.store.unit() as unit:
            await unit.put_assignment(replace(BY_VOICE, attempts=1))
        await at_home.start()
        await at_home.does(End("t1"))
        await give(at_home, "as2", Mode.CHAT)
        await give(at_home, "as3", Mode.HYBRID, minutes=2)
        await at_home.does(Start("as3", "c3", Mode.CHAT))
        assert await at_home.does(OfferCall("huddle")) == ""
        assert await at_home.does(OfferCall("huddle"), by=OTHER) == ""
        assert at_home.shown(CallOffered) == []


class TestPuttingOff:
    async def test_it_stays_where_it_is(self, at_home: House) -> None:
        assert await at_home.does(PutOff("as1")) == ""
        assert "A sample waits for you" in at_home.shown(Noted)[-1].sentence
        assert await at_home.does(Accept("as1")) == ""
        assert await at_home.does(PutOff("as1")) == ""
        assert len(at_home.shown(Noted)) == 1

    async def test_only_its_trainee_puts_it_off(self, at_home: House) -> None:
        assert "somebody else" in await at_home.does(PutOff("as1"), by=OTHER)
