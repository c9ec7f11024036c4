"""What goes wrong in the Town goes wrong as it was asked for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.teams.asking import Asking, text
from tests.teams.people import ACME
from tests.teams.town import TeamsTown

ALEX, TIA = ACME.person("alex").chat, ACME.person("tia").chat


@pytest.fixture
async def now() -> list[float]:
    return [0.0]


@pytest.fixture
async def bot(now: list[float]) -> AsyncIterator[Asking]:
    async with TeamsTown(clock=lambda: now[0]) as town, aiohttp.ClientSession() as session:
        yield Asking(town, session)


@pytest.mark.parametrize("status", [403, 404, 412, 429, 500, 502, 504])
async def test_a_status_comes_as_often_as_it_was_asked_for(bot: Asking, status: int) -> None:
    bot.town.fault("send", status=status, times=2)
    sent = [await bot.send(ALEX, text("x")) for _ in range(3)]
    assert [each.status for each in sent] == [status, status, 201]
    assert len(bot.town.posts(ALEX)) == 1
    assert bot.town.violations == []


async def test_how_long_to_wait_is_told_only_when_it_was_asked_for(bot: Asking) -> None:
    bot.town.fault("send", retry_after=7)
    bot.town.fault("send")
    told, silent = [await bot.send(ALEX, text("x")) for _ in range(2)]
    assert told.headers["Retry-After"] == "7"
    assert "Retry-After" not in silent.headers


async def test_a_fault_may_be_of_one_conversation(bot: Asking) -> None:
    bot.town.fault("*", status=502, where=TIA)
    assert (await bot.send(ALEX, text("x"))).status == 201
    assert (await bot.send(TIA, text("x"))).status == 502


@pytest.mark.parametrize("applied", [False, True])
async def test_a_connection_breaks_before_or_after_the_deed(bot: Asking, applied: bool) -> None:
    bot.town.fault("send", cut=True, applied=applied)
    with pytest.raises(aiohttp.ClientError):
        await bot.send(ALEX, text("x"))
    assert len(bot.town.posts(ALEX)) == applied


async def test_a_request_waits_until_it_is_released(bot: Asking) -> None:
    held = bot.town.hold("send", ALEX)
    sending = asyncio.create_task(bot.send(ALEX, text("x")))
    await held.arrived.wait()
    assert bot.town.posts(ALEX) == []
    held.release()
    assert (await sending).status == 201


async def test_silence_ends_with_the_town(bot: Asking) -> None:
    held = bot.town.hold("send")
    sending = asyncio.create_task(bot.send(ALEX, text("x")))
    await held.arrived.wait()
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending


async def test_rates_are_held_when_asked_for(bot: Asking, now: list[float]) -> None:
    bot.town.rates = True
    sent = [await bot.send(ALEX, text("x")) for _ in range(8)]
    assert [each.status for each in sent] == [201] * 7 + [429]
    assert sent[-1].headers["Retry-After"] == "1"
    assert len(bot.town.throttled) == 1
    assert (await bot.send(TIA, text("x"))).status == 201
    now[0] = 1.0
    assert [(await bot.send(ALEX, text("x"))).status for _ in range(2)] == [201, 429]


async def test_60_messages_are_all_within_half_a_minute(bot: Asking, now: list[float]) -> None:
    bot.town.rates = True
    for number in range(60):
        now[0] = number * 0.4
        assert (await bot.send(ALEX, text("x"))).status == 201
    now[0] = 24.0
    refused = await bot.send(ALEX, text("x"))
    assert (refused.status, refused.headers["Retry-After"]) == (429, "6")
    now[0] = 30.0
    assert (await bot.send(ALEX, text("x"))).status == 201


@pytest.mark.parametrize(("shared", "status"), [(True, 429), (False, 201)])
async def test_threads_of_a_channel_share_its_rates(
    bot: Asking, now: list[float], shared: bool, status: int
) -> None:
    threads = [(await bot.begin_thread(ACME.channels["practice"], text("x"))).id for _ in range(2)]
    bot.town.rates = True
    bot.town.share_rates(whole_channels=shared)
    for _ in range(7):
        await bot.send(threads[0], text("x"))
    assert (await bot.send(threads[1], text("x"))).status == status


async def test_a_tenant_takes_50_requests_a_second(bot: Asking) -> None:
    bot.town.rates = True
    people = [one.chat for one in ACME.residents] + list(ACME.channels.values())
    asked = [f"conversations/{each}/members" for each in people for _ in range(6)]
    statuses = [(await bot.ask("GET", path)).status for path in asked[:51]]
    assert statuses == [200] * 50 + [429]
