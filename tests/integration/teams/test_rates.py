"""What Teams refuses for now waits, backed off; what it refuses for good is told; sizes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bots.teams.names import Verb
from core.commands import Remark
from tests.e2e.teams.somebody import filled
from tests.fakes.customer import ScriptedCustomer
from tests.samples import scenario
from tests.teams.openid import OpenId
from tests.teams.people import ACME
from tests.teams.playground import words
from tests.teams_house import TeamsHouse, teams_house

LINE = "I see both payments here."


@pytest.mark.parametrize("status", [412, 429, 502, 504, 500, 503])
async def test_what_teams_refuses_for_now_is_tried_again_with_back_off(
    house: TeamsHouse, status: int
) -> None:
    await house.staff()
    tia = house.guest("tia")
    await tia.starts()
    house.naps.slept.clear()
    house.town.fault("send", status=status, times=3, where=tia.person.chat)
    await tia.writes(LINE)
    [attempt] = await house.attempts()
    assert sum(attempt.turns[-1].text in each for each in tia.reads()) == 1
    waits = [nap for nap in house.naps.slept if nap > 0.4]
    assert len(waits) >= 3
    assert len(set(waits)) == len(waits)


async def test_a_wait_that_teams_asks_for_is_kept(house: TeamsHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    await tia.starts()
    house.town.fault("send", status=429, retry_after=17, where=tia.person.chat)
    begun = house.clock.now()
    await tia.writes(LINE)
    [attempt] = await house.attempts()
    assert attempt.turns[-1].text in tia.reads()[-1]
    assert (house.clock.now() - begun).total_seconds() >= 17


async def test_a_connection_that_breaks_loses_nothing(house: TeamsHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    await tia.starts()
    house.town.fault("send", cut=True, where=tia.person.chat)
    await tia.writes(LINE)
    [attempt] = await house.attempts()
    assert sum(attempt.turns[-1].text in each for each in tia.reads()) == 1


async def test_one_conversation_does_not_wait_for_anothers_trouble(house: TeamsHouse) -> None:
    await house.staff()
    tia, alex = house.guest("tia"), house.guest("alex")
    await tia.starts()
    held = house.town.hold("send", tia.person.chat)
    assert (await house.process.caller.send(tia.teller.message(tia.person, LINE))).status == 200
    assignment = await house.assign("alex")
    pressed = alex.teller.pressed(alex.person, Verb.START_CHAT, {"value": assignment}, "0")
    assert (await house.process.caller.send(pressed)).status == 200
    await house.town.until(lambda: any("End call" in each for each in alex.reads()))
    held.release()
    await house.idle()


async def test_teams_rates_are_never_passed(openid: OpenId, tmp_path: Path) -> None:
    async with teams_house(openid, tmp_path) as house:
        town = house.town
        town.rates = True
        await house.staff()
        tia, ines = house.guest("tia"), house.guest("ines")
        await tia.starts()
        for number in range(12):
            await tia.writes(f"Line number {number} of mine.")
        await tia.writes("end call")
        [attempt] = await house.attempts()
        await tia.does(Verb.ASK_COACH, {"value": attempt.id})
        await ines.does(Verb.SHOW_LINES, {"value": attempt.id})
        [thread] = town.threads(ACME.channels["coaches"])
        assert len(town.posts(thread)) > len(attempt.turns)
        assert town.throttled == []
        assert town.violations == []


async def test_a_message_for_somebody_without_the_app_waits_until_they_have_it(
    house: TeamsHouse,
) -> None:
    await house.staff()
    tia, ines = house.guest("tia"), house.guest("ines")
    await tia.tells(tia.teller.installed(tia.person, action="remove"))
    house.town.expel(tia.person.chat)
    dialog = await ines.opens(Verb.ASSIGN)
    sent = filled(dialog) | {"trainees": tia.id, "scenario": "sample"}
    caller, before = house.process.caller, len(house.town.calls())
    assert (await caller.send(ines.teller.submit(ines.person, sent))).status == 200
    # It is tried again and again: the clock of this house passes as soon as somebody waits.
    await house.town.until(lambda: len(house.town.calls()) > before + 5)
    house.town.admit_bot(tia.person.chat)
    await tia.installs()
    assert sum("New for you" in each for each in tia.reads()) == 1


@pytest.mark.parametrize("letter", ["a", "é", "🙂", "<", "*", "ى"])
async def test_a_line_of_a_hundred_kilobytes_is_split_and_nothing_of_it_is_lost(
    openid: OpenId, tmp_path: Path, letter: str
) -> None:
    whole = " ".join([letter * 60] * 900)
    said = replace(scenario(), id="long", opening=whole, title="Long")
    async with teams_house(
        openid, tmp_path, scenarios=(said,), customer=ScriptedCustomer()
    ) as house:
        await house.staff()
        tia = house.guest("tia")
        await tia.starts("long")
        [attempt] = await house.attempts()
        text = attempt.turns[0].text
        shown = "".join(tia.reads()[-_pieces(tia.reads(), letter) :])
        assert shown.count(letter) >= text.count(letter)
        assert house.town.violations == []


def _pieces(reads: list[str], letter: str) -> int:
    return sum(letter * 20 in each for each in reads)


async def test_a_coachs_longest_words_reach_the_trainee(house: TeamsHouse) -> None:
    await house.staff()
    tia, ines = house.guest("tia"), house.guest("ines")
    attempt = await tia.starts()
    await tia.writes(LINE)
    await tia.writes("end call")
    longest = "Wörter 🙂 " * 440
    await house.does(Remark(attempt, longest[:4000]), ines.id, ACME.tenant)
    assert words(tia.posts()[-1].activity).count("Wörter") == longest[:4000].count("Wörter")
