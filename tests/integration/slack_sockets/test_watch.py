"""Connections that die, and the watch that opens others."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bots.slack.sockets import Sockets
from tests.integration.slack_sockets.conftest import Back
from tests.integration.slack_sockets.moments import Moments
from tests.slack.town import Town
from tests.slack.town.sockets import Link

Logs = list[Any]


async def _started(town: Town, sockets: Sockets) -> Link:
    await sockets.start()
    await town.sockets.connected()
    await _hears(town)
    return town.sockets.links[-1]


async def _hears(town: Town) -> None:
    """What is told over the newest connection is heard."""
    told = await town.sockets.send(town.teller().message("U1", "C1", "hello"))
    await town.sockets.acknowledgement(told)


def _events(logs: Logs) -> list[str]:
    return [each["event"] for each in logs]


def _why(logs: Logs) -> list[str]:
    return [each["why"] for each in logs if each["event"] == "slack_connected"]


async def test_a_connection_that_falls_silent_is_replaced_within_a_minute(
    town: Town, sockets: Sockets, moments: Moments, back: Back, logs: Logs
) -> None:
    dead = await _started(town, sockets)
    town.sockets.silence(dead)
    await moments.passes(60)
    await town.sockets.gone(dead)

    await town.sockets.connected()
    await _hears(town)
    assert back.times == 2
    assert _why(logs) == ["new", "silent"]


async def test_a_connection_that_answers_is_kept(
    town: Town, sockets: Sockets, moments: Moments
) -> None:
    kept = await _started(town, sockets)
    for _ in range(30):
        await _ten_seconds(sockets, moments)

    assert town.sockets.links == [kept]


async def test_a_connection_that_answers_and_brings_nothing_is_replaced_in_time(
    town: Town, sockets: Sockets, moments: Moments, logs: Logs
) -> None:
    deaf = await _started(town, sockets)
    town.sockets.silence(deaf, alive=True)
    for _ in range(60):
        await _ten_seconds(sockets, moments)
    await moments.passes(10)
    await town.sockets.gone(deaf)

    await _hears(town)
    assert _why(logs) == ["new", "quiet"]


async def _ten_seconds(sockets: Sockets, moments: Moments) -> None:
    """Let a ping be sent, and the pong of the last one come in."""
    await moments.passes(10)
    while sockets.heard_at < moments.now - 10:
        await moments.asked()


async def test_a_connection_that_was_cut_is_replaced(
    town: Town, sockets: Sockets, moments: Moments, back: Back
) -> None:
    await _started(town, sockets)
    await town.sockets.drop()
    while not town.sockets.links:
        await moments.passes(1)

    assert moments.now < 10
    await _hears(town)
    assert back.times == 2


async def test_when_slack_asks_for_another_the_old_one_is_left_after_it(
    town: Town, sockets: Sockets, moments: Moments, back: Back, gate: asyncio.Event
) -> None:
    old = await _started(town, sockets)
    told = await town.sockets.send(town.teller().slash("U1", "/slow"))
    await town.sockets.disconnect()
    await _hears(town)
    passing = asyncio.create_task(moments.passes(2))
    await back.again.wait()
    await _hears(town)
    assert len(town.sockets.links) == 2
    assert told not in town.sockets.acknowledged
    gate.set()
    await passing

    await town.sockets.gone(old)
    await town.sockets.acknowledgement(told)
    await _hears(town)
    assert back.times == 2


@pytest.mark.parametrize(
    "work", ["monitor_current_session", "receive_messages", "process_messages"]
)
async def test_work_that_stopped_behind_a_connection_is_noticed(
    work: str, *, town: Town, sockets: Sockets, moments: Moments, back: Back, logs: Logs
) -> None:
    old = await _started(town, sockets)
    [task] = [t for t in asyncio.all_tasks() if work in repr(t.get_coro())]
    task.cancel()
    await asyncio.wait([task])
    await moments.passes(2)
    await town.sockets.gone(old)

    await _hears(town)
    assert _why(logs)[-1] in {"stopped", "closed"}
    assert back.times == 2


async def test_a_slack_that_is_away_is_asked_less_and_less_and_told_of_once(
    town: Town, sockets: Sockets, moments: Moments, back: Back, logs: Logs
) -> None:
    town.fault("apps.connections.open", status=503, times=2)
    town.fault("apps.connections.open", cut=True, times=2)
    town.fault("apps.connections.open", status=429, retry_after=50)
    await sockets.start()
    await moments.passes(70)

    await town.sockets.connected()
    # slack_sdk asks once more by itself, at once, when a connection breaks.
    asked = sorted({round(call.at) for call in town.calls("apps.connections.open")})
    assert asked == [0, 1, 3, 7, 57]
    assert _events(logs).count("slack_unreachable") == 2
    assert _events(logs).count("slack_well_again") == 1
    assert back.times == 1


async def test_a_revoked_token_is_told_once_and_is_not_a_dead_net(
    town: Town, sockets: Sockets, moments: Moments, logs: Logs
) -> None:
    kept = await _started(town, sockets)
    town.fault("auth.test", error="token_revoked", times=2)
    town.fault("auth.test", status=503, times=1)
    for _ in range(25):
        await _ten_seconds(sockets, moments)

    assert [(each["event"], each.get("code")) for each in logs if each.get("about") == "token"] == [
        ("slack_refuses", "token_revoked"),
        ("slack_unreachable", ""),
        ("slack_well_again", None),
    ]
    assert town.sockets.links == [kept]


async def test_closing_leaves_nothing_running(
    town: Town, sockets: Sockets, moments: Moments
) -> None:
    before = asyncio.all_tasks()
    link = await _started(town, sockets)
    await sockets.close()
    await town.sockets.gone(link)

    left = {each for each in asyncio.all_tasks() - before if "slack" in repr(each.get_coro())}
    assert left == set()
