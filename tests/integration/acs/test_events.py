"""What Azure tells, at least once and in any order."""

from __future__ import annotations

import json
from itertools import permutations, product

import pytest

from core.errors import StorageError
from tests.acs.exchange import TIA, Exchange
from voice_bridge.teams_call.legs import State
from voice_bridge.teams_call.links import Ring


async def _state(here: Exchange) -> State:
    leg = await here.legs.find("at1")
    assert leg is not None
    return leg.state


@pytest.mark.parametrize(
    ("code", "subcode", "said"),
    [
        (487, 10004, "nobody answered"),
        (486, 0, "busy"),
        (600, 8539, "busy"),
        (603, 0, "declined"),
        (487, 10024, "declined"),
        (480, 10037, "Teams was not open"),
        (403, 10124, "Ask your administrator"),
        (403, 10391, "Ask your administrator"),
        (403, 0, "Ask your administrator"),
        (500, 9999, "could not be rung"),
        (0, 0, "could not be rung"),
    ],
)
async def test_the_trainee_is_told_once_why_a_ring_failed(
    here: Exchange, code: int, subcode: int, said: str
) -> None:
    await here.rings()
    for _ in range(2):
        assert await here.azure.last.tells("CreateCallFailed", code, subcode) == 200
    assert await here.azure.last.tells("CallDisconnected", code, subcode) == 200
    [(ring, failure)] = here.failed
    assert ring == Ring("w", "at1", TIA, 1)
    assert said in f"{failure.sentence} {failure.mend}"
    assert here.left == []


@pytest.mark.parametrize(("code", "subcode"), [(487, 10004), (0, 5003), (403, 10124)])
async def test_a_call_that_ends_unanswered_is_told_as_well(
    here: Exchange, code: int, subcode: int
) -> None:
    await here.rings()
    await here.azure.last.tells("CallDisconnected", code, subcode)
    assert len(here.failed) == 1
    assert await _state(here) is State.OVER


async def test_a_call_that_azure_cannot_give_sound_is_told_and_ended(here: Exchange) -> None:
    await here.rings()
    call = here.azure.last
    await call.tells("CallConnected")
    for _ in range(2):
        assert await call.tells("MediaStreamingFailed", 500, 8581) == 200
    [(_, failure)] = here.failed
    assert "without sound" in failure.sentence
    assert call.state == "disconnected"
    assert await call.tells("CallDisconnected", 200, 7000) == 200
    assert here.left == []


async def test_in_any_order_and_twice_over_the_end_is_the_end(here: Exchange) -> None:
    kinds = ("CallConnected", "MediaStreamingStarted", "CallDisconnected")
    for order in permutations(kinds):
        await here.rings()
        for kind in (*order, *order):
            assert await here.azure.last.tells(kind) == 200
        assert await _state(here) is State.OVER
        assert here.failed == []
        # Whether it was answered is not known when its end is told first.
        answered = order.index("CallConnected") < order.index("CallDisconnected")
        assert len(here.left) == answered
        here.left.clear()
    assert len(here.azure.calls) == 6


async def test_a_late_word_that_it_was_answered_takes_nothing_back(here: Exchange) -> None:
    await here.rings()
    media = await here.azure.last.opens()
    assert await here.azure.last.tells("CallConnected") == 200
    assert await _state(here) is State.TALKING
    await media.socket.close()


async def test_after_the_end_no_socket_is_taken(here: Exchange) -> None:
    await here.rings()
    await here.azure.last.tells("CallDisconnected")
    with pytest.raises(Exception, match="410"):
        await here.azure.last.opens()


async def test_what_could_not_be_kept_is_told_again(here: Exchange) -> None:
    await here.rings()

    async def full() -> None:
        raise StorageError("the disk is full")

    here.before_telling = full
    assert await here.azure.last.tells("CreateCallFailed", 486) == 503
    here.before_telling = None
    assert await here.azure.last.tells("CreateCallFailed", 486) == 200
    assert len(here.failed) == 1


async def test_several_events_may_come_together(here: Exchange) -> None:
    await here.rings()
    call = here.azure.last
    both = [call.event("CallConnected"), call.event("ParticipantsUpdated"), call.event("PlayX")]
    assert await call.posts(json.dumps(both).encode()) == 200
    assert await _state(here) is State.ANSWERED


async def test_an_event_about_another_call_changes_nothing(here: Exchange) -> None:
    await here.rings()
    event = json.dumps([here.azure.last.event("CallDisconnected")]).replace("call-1", "call-9")
    assert await here.azure.last.posts(event.encode()) == 200
    assert await _state(here) is State.RINGING


async def test_what_is_no_event_is_told_so(here: Exchange) -> None:
    await here.rings()
    for body in (b"", b"{", b"3", b"[3]", b"[{}]", b'[{"type": 3}]', b"\xff", b"[" * 100_000):
        assert await here.azure.last.posts(body) == 400


async def test_an_event_of_an_odd_shape_breaks_nothing(here: Exchange) -> None:
    await here.rings()
    results = (None, 3, {"code": "x", "subCode": None})
    shapes: tuple[object, ...] = (None, 3, [], {}, {"callConnectionId": 3})
    for data, result in product(shapes, results):
        about = {**data, "resultInformation": result} if isinstance(data, dict) else data
        event = {"type": "Microsoft.Communication.CallDisconnected", "data": about}
        assert await here.azure.last.posts(json.dumps(event).encode()) == 200
        assert await _state(here) is State.RINGING
