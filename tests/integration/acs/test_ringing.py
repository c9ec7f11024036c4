"""The ring: placed once, however often and whenever it is asked for."""

from __future__ import annotations

import asyncio

import pytest

from core.errors import ProviderError
from tests.acs.exchange import TIA, Exchange
from voice_bridge.teams_call.legs import State


async def test_a_second_ring_while_the_phone_rings_places_no_second_call(here: Exchange) -> None:
    await asyncio.gather(here.rings(), here.rings(), here.rings())
    assert here.azure.asked.count("POST ") == 1
    await here.azure.last.tells("CallConnected")
    await here.rings()
    assert list(here.azure.calls) == ["call-1"]


async def test_each_attempt_has_a_call_of_its_own(here: Exchange) -> None:
    await here.rings()
    await here.rings("at2")
    assert [call.body["operationContext"] for call in here.azure.calls.values()] == ["at1", "at2"]


async def test_a_call_that_ended_can_be_rung_again(here: Exchange) -> None:
    await here.rings()
    await here.azure.last.tells("CreateCallFailed", 487, 10004)
    await here.rings()
    here.azure.last.state = "disconnected"
    await here.rings()
    assert list(here.azure.calls) == ["call-1", "call-2", "call-3"]


async def test_while_they_talk_a_ring_does_nothing(here: Exchange) -> None:
    await here.rings()
    here.azure.last.state = "connected"
    media = await here.azure.last.opens()
    await media.describes()
    await here.held.get()
    await here.rings()
    assert list(here.azure.calls) == ["call-1"]
    assert not media.socket.closed


async def test_a_call_left_silent_by_a_process_that_died_gives_way_to_a_new_one(
    here: Exchange,
) -> None:
    await here.rings()
    first = here.azure.last
    first.state = "connected"
    leg = await here.legs.find("at1")
    assert leg is not None
    await here.legs.move(leg.ring, State.TALKING)
    assert here.switchboard.wire(leg.ring) is None
    await here.rings()
    assert first.state == "disconnected"
    assert list(here.azure.calls) == ["call-1", "call-2"]
    # Azure's last words about the first one mean nothing to the second.
    assert await first.tells("CallDisconnected") == 200
    leg = await here.legs.find("at1")
    assert leg is not None
    assert (leg.state, leg.connection) == (State.RINGING, "call-2")
    assert here.left == []


async def test_a_ring_whose_answer_was_lost_is_the_same_call_when_asked_again(
    here: Exchange,
) -> None:
    here.azure.loses_answers = True
    with pytest.raises(ProviderError) as lost:
        await here.rings()
    assert lost.value.retryable
    here.azure.loses_answers = False
    here.clock.passes(120)
    await here.rings()
    assert list(here.azure.calls) == ["call-1"]
    leg = await here.legs.find("at1")
    assert leg is not None
    assert leg.connection == "call-1"


async def test_events_that_overtake_the_answer_are_not_forgotten(here: Exchange) -> None:
    here.azure.loses_answers = True
    with pytest.raises(ProviderError):
        await here.rings()
    here.azure.loses_answers = False
    await here.azure.last.tells("CallConnected")
    leg = await here.legs.find("at1")
    assert leg is not None
    assert (leg.state, leg.connection) == (State.ANSWERED, "call-1")
    await here.rings()
    assert list(here.azure.calls) == ["call-1"]


@pytest.mark.parametrize(
    ("statuses", "retryable"),
    [([400], False), ([401], False), ([403], False), ([409], True), ([503] * 9, True)],
)
async def test_what_azure_refuses_is_told_without_its_words(
    here: Exchange, statuses: list[int], retryable: bool
) -> None:
    here.azure.faults = list(statuses)
    with pytest.raises(ProviderError) as refused:
        await here.rings()
    assert refused.value.retryable is retryable
    assert str(refused.value) == f"Azure Communication Services answers {statuses[0]}"
    assert refused.value.__cause__ is None


async def test_a_passing_fault_is_got_over(here: Exchange) -> None:
    here.azure.faults = [503, 500]
    await here.rings()
    assert list(here.azure.calls) == ["call-1"]


async def test_who_is_not_in_teams_cannot_be_rung(here: Exchange) -> None:
    for workspace, person in (("w", "tia"), ("elsewhere", TIA)):
        with pytest.raises(ProviderError) as refused:
            await here.ringer.ring(workspace, "at1", person)
        assert not refused.value.retryable
    assert here.azure.asked == []


async def test_azure_out_of_reach_is_worth_another_try(here: Exchange) -> None:
    await here.azure._server.close()  # noqa: SLF001 - Azure is gone
    with pytest.raises(ProviderError) as lost:
        await here.rings()
    assert lost.value.retryable
