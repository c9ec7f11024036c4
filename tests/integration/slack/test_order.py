from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.commands import Assign
from core.people import Ways
from tests.fakes.world import FakeClock
from tests.slack.emulated import Emulated
from tests.slack.town import Town
from tests.slack_house import SlackHouse, slack_house


async def test_a_channel_that_is_asked_to_wait_holds_up_no_other(house: SlackHouse) -> None:
    await house.staff()
    tia, alex = house.guest("tia"), house.guest("alex")
    to_tia, to_alex = await tia.starts(), await alex.starts()
    house.naps.gate = asyncio.Event()
    house.town.fault("chat.postMessage", retry_after=17, channel=await tia.direct())
    caller = house.process.caller
    await caller.send(await tia.message("I see both payments here.", to_tia))
    await caller.send(await alex.message("What is your email?", to_alex))

    async def answered() -> bool:
        return len(await alex.thread(to_alex)) == 3

    await house.town.until(answered)
    assert len(await tia.thread(to_tia)) == 2
    house.naps.gate.set()
    await house.idle()
    assert len(await tia.thread(to_tia)) == 3
    assert max(house.naps.slept) == 17


async def test_a_channel_rests_for_whoever_else_would_write_to_it(house: SlackHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    head = await tia.starts()
    house.town.fault("chat.postMessage", retry_after=40, channel=await tia.direct())
    house.clock.passes(100)
    begun = house.clock.now()
    await tia.writes("I see both payments here.", head)
    assert (house.clock.now() - begun).total_seconds() >= 40
    posts = house.town.calls("chat.postMessage")
    assert len(posts) == 4  # the head, the opening, the one refused, the one that came


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_what_fails_on_slacks_side_is_tried_again(house: SlackHouse, status: int) -> None:
    await house.staff()
    tia = house.guest("tia")
    head = await tia.starts()
    house.town.fault("chat.postMessage", status=status, times=3)
    house.town.fault("conversations.replies", status=status)
    await tia.writes("I see both payments here.", head)
    assert len(await tia.thread(head)) == 3


async def test_connections_that_break_are_tried_again(house: SlackHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    head = await tia.starts()
    house.town.fault("chat.postMessage", cut=True, times=2)
    house.town.fault("conversations.replies", cut=True, times=3)
    await tia.writes("I see both payments here.", head)
    assert len(await tia.thread(head)) == 3


async def test_a_final_refusal_stops_neither_others_nor_later_ones(house: SlackHouse) -> None:
    await house.staff()
    ines, tia, alex = (house.guest(name) for name in ("ines", "tia", "alex"))
    house.town.fault("chat.postMessage", error="channel_not_found", channel=await tia.direct())
    for trainee, scenario in ((tia, "sample"), (alex, "sample"), (tia, "either")):
        await house.does(Assign(trainee.id, scenario), house.guest("ada").id, tia.place.team)
    assert len(await alex.posts()) == 1
    [offer] = await tia.reads()
    assert "Either way" in offer
    assert await ines.posts() == []


async def test_a_review_goes_to_each_coach_where_their_channel_refuses(house: SlackHouse) -> None:
    await house.staff(ways=Ways(coaches_channel="C0GONE"))
    tia, ines = house.guest("tia"), house.guest("ines")
    house.town.fault("chat.postMessage", error="channel_not_found", channel="C0GONE", times=9)
    head = await tia.starts()
    await tia.writes("I see both payments here.", head)
    await tia.command("end")
    [attempt] = await house.attempts()
    await tia.tells(tia.pressing("ask_coach", attempt.id, await tia.direct()))
    [asked] = await ines.posts()
    assert "asked for a coach" in str(asked)
    assert "I see both payments here." in (await ines.reads(asked["ts"]))[0]


async def test_a_review_that_reaches_nobody_is_given_up(house: SlackHouse) -> None:
    await house.staff(ways=Ways(coaches_channel="C0GONE"))
    alex = house.guest("alex")
    house.town.fault("chat.postMessage", error="channel_not_found", channel="C0GONE", times=9)
    head = await alex.starts()
    await alex.writes("I see both payments here.", head)
    await alex.command("end")
    [attempt] = await house.attempts("alex")
    await alex.tells(alex.pressing("ask_coach", attempt.id, await alex.direct()))
    assert "will have a look" in str(await alex.reads(head))


@pytest.fixture
async def timed(emulated: tuple[Emulated, Emulated], tmp_path: Path) -> AsyncIterator[SlackHouse]:
    """A house in a Town that goes by the same clock, and holds Slack's rate."""
    clock = FakeClock()
    async with (
        Town(*emulated, clock=lambda: clock.now().timestamp()) as town,
        slack_house(town, tmp_path, clock=clock) as house,
    ):
        yield house


async def test_more_than_a_burst_to_one_channel_is_spread_to_one_a_second(
    timed: SlackHouse,
) -> None:
    await timed.staff()
    tia = timed.guest("tia")
    for _ in range(12):
        envelope = Assign(tia.id, "sample")
        await timed.does(envelope, timed.guest("ada").id, tia.place.team)
    to_tia = [
        call.at
        for call in timed.town.calls("chat.postMessage")
        if call.arguments["channel"] == await tia.direct()
    ]
    assert len(to_tia) == 12
    begun = to_tia[0]
    assert [round(at - begun) for at in to_tia[4:]] == list(range(1, 9))


async def test_slacks_own_rate_loses_nothing(timed: SlackHouse) -> None:
    await timed.staff()
    timed.town.rates = True
    tia = timed.guest("tia")
    head = await tia.starts()
    for number in range(4):
        await tia.writes(f"This is my line number {number}.", head)
    await tia.command("end")
    [attempt] = await timed.attempts()
    texts = [m["text"] for m in await tia.thread(head)]
    assert [t for t in texts if t in {turn.text for turn in attempt.turns}] == [
        turn.text for turn in sorted(attempt.turns, key=lambda turn: texts.index(turn.text))
    ]
    assert {turn.text for turn in attempt.turns} <= set(texts)
