"""The customer of a call by voice rings the trainee in Teams itself."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path

import aiohttp
import pytest

from bots.teams.names import Verb
from core.messages import Outgoing
from tests.fakes.ringer import FakeRinger
from tests.teams.activities import Activity
from tests.teams.openid import OpenId
from tests.teams.people import ACME
from tests.teams_house import TeamsHouse, teams_house

# Steps of a process from the press to the ring, and beyond it.
EVERY_STEP = range(14)


@pytest.fixture
async def ringing(openid: OpenId, tmp_path: Path) -> AsyncIterator[TeamsHouse]:
    async with teams_house(openid, tmp_path, ringer=FakeRinger()) as house:
        await house.staff()
        yield house
        assert house.town.violations == []


async def _until_taken(house: TeamsHouse, activity: Activity) -> None:
    """Let Teams tell of it again until a process has taken it."""
    status = 0
    while status != HTTPStatus.OK:
        with suppress(aiohttp.ClientError):
            status = (await house.process.caller.send(activity)).status
        await house.idle()
        if house.process.life.over.is_set():
            await house.again()
            await house.idle()


@pytest.mark.parametrize("left", EVERY_STEP)
async def test_the_customer_rings_once_whenever_the_process_dies(
    ringing: TeamsHouse, left: int
) -> None:
    tia, assignment = ringing.guest("tia"), await ringing.assign("tia", "spoken")
    await ringing.again(left)
    pressed = tia.teller.pressed(tia.person, Verb.START_CALL, {"value": assignment}, "0")
    await _until_taken(ringing, pressed)
    await ringing.again()
    await ringing.idle()
    [attempt] = await ringing.attempts()
    assert _rung(ringing) == [(ACME.tenant, attempt.id, tia.id)]


def _rung(house: TeamsHouse) -> list[tuple[str, str, str]]:
    assert isinstance(house.ringer, FakeRinger)
    return house.ringer.rung


async def _head(house: TeamsHouse, attempt: str) -> Outgoing:
    """The message at the head of a call."""
    here = house.process.bot.here
    place = await here.head(attempt)
    said = await here.said(place) if place else None
    assert said is not None
    return said


async def test_the_customer_rings_once_for_a_message_that_is_delivered_again(
    ringing: TeamsHouse,
) -> None:
    tia = ringing.guest("tia")
    attempt = await tia.starts("spoken", Verb.START_CALL)
    assert "calls you here in Teams" in tia.reads()[-1]
    for _ in range(2):
        await ringing.process.bot.surface.deliver(await _head(ringing, attempt))
        await ringing.again()
    assert _rung(ringing) == [(ACME.tenant, attempt, tia.id)]
    assert len(tia.posts()) == 2


async def test_the_button_rings_again_for_the_trainee_alone(ringing: TeamsHouse) -> None:
    tia, alex = ringing.guest("tia"), ringing.guest("alex")
    attempt = await tia.starts("spoken", Verb.START_CALL)
    answer = await tia.presses(Verb.CALL_LINK, tia.finds("Join the call"))
    assert answer["value"] == "Your phone in Teams rings in a moment."
    assert len(_rung(ringing)) == 2
    refused = await alex.does(Verb.CALL_LINK, {"value": attempt})
    assert "somebody else's" in refused["value"]
    assert len(_rung(ringing)) == 2


async def test_a_call_begins_though_the_ring_went_wrong(ringing: TeamsHouse) -> None:
    assert isinstance(ringing.ringer, FakeRinger)
    ringing.ringer.fails = 1
    tia = ringing.guest("tia")
    await tia.starts("spoken", Verb.START_CALL)
    await tia.presses(Verb.CALL_LINK, tia.finds("Join the call"))
    assert len(_rung(ringing)) == 2


async def test_a_call_by_chat_rings_nobody(ringing: TeamsHouse) -> None:
    await ringing.guest("tia").starts()
    assert _rung(ringing) == []
