"""A call in Teams, from the ring to its end on either side."""

from __future__ import annotations

import pytest

from core.speech import FRAME_BYTES
from tests.acs.azure import Media
from tests.acs.exchange import TIA, Exchange, Held
from voice_bridge.teams_call.legs import State
from voice_bridge.teams_call.links import Ring
from voice_bridge.wire import Broken, Close, Doing, HungUp, Sound

WORD = bytes(range(1, 251)) * 2 + bytes(140)


async def _talking(here: Exchange, attempt: str = "at1") -> tuple[Media, Held]:
    await here.rings(attempt)
    call = here.azure.last
    assert await call.tells("CallConnected") == 200
    call.state = "connected"
    media = await call.opens()
    await media.describes()
    return media, await here.held.get()


async def test_the_trainee_is_rung_by_their_object_id_and_heard(here: Exchange) -> None:
    media, held = await _talking(here)
    [target] = here.azure.last.body["targets"]
    assert target["microsoftTeamsUser"]["userId"] == TIA
    assert here.azure.last.body["operationContext"] == "at1"
    assert held.who == ("w", "at1", TIA)
    await media.sounds(WORD)
    await media.says({"kind": "DtmfData", "dtmfData": {"data": "3"}})
    await media.says({"kind": "TranscriptionData", "transcriptionData": {}})
    await media.sounds(WORD, silent=True)
    await media.says({"kind": "AudioData", "audioData": {"silent": True}})
    assert [await held.heard.get() for _ in range(3)] == [
        Sound(WORD),
        Sound(bytes(len(WORD))),
        Sound(bytes(FRAME_BYTES)),
    ]


async def test_the_customer_is_played_in_frames_of_20_ms_and_can_be_stopped(
    here: Exchange,
) -> None:
    media, held = await _talking(here)
    line = bytes(range(256)) * 5
    await held.wire.begin(1, 0)
    await held.wire.play(line[:1000])
    await held.wire.play(line[1000:])
    await held.wire.tell(Doing("speaking"))
    assert [await media.plays(), await media.plays()] == [line[:640], line[640:]]
    await held.wire.play(b"\1\0" * 10)
    await held.wire.finish(1)
    assert await media.plays() == (b"\1\0" * 10).ljust(FRAME_BYTES, b"\0")
    await held.wire.begin(2, 0)
    await held.wire.play(b"\2\0" * 10)
    await held.wire.stop(2)
    await held.wire.finish(2)
    await held.wire.play(line[:640])
    assert [await media.plays(), await media.plays()] == [None, line[:640]]
    held.ends.set()
    assert await media.closed() == Close.ENDED.value


async def test_when_the_call_is_over_here_azure_ends_it_for_everybody(here: Exchange) -> None:
    media, held = await _talking(here)
    held.ends.set()
    assert await media.closed() == Close.ENDED.value
    await here.over()
    assert here.azure.asked.count("POST /call-1:terminate") == 1
    leg = await here.legs.find("at1")
    assert leg is not None
    assert leg.state is State.OVER


@pytest.mark.parametrize("times", [1, 3])
async def test_the_holder_learns_that_the_trainee_hung_up(here: Exchange, times: int) -> None:
    media, held = await _talking(here)
    here.azure.last.state = "disconnected"
    for _ in range(times):
        assert await here.azure.last.tells("CallDisconnected") == 200
    assert [await held.heard.get(), await held.heard.get()] == [HungUp(), None]
    await media.closed()
    await here.over()
    assert (here.left, here.failed) == ([], [])
    assert here.azure.last.state == "disconnected"


async def test_a_socket_that_closes_before_azure_says_so_is_a_hang_up_as_well(
    patient: Exchange,
) -> None:
    here = patient
    media, held = await _talking(here)
    await media.socket.close()
    assert await here.azure.last.tells("CallDisconnected") == 200
    assert [await held.heard.get(), await held.heard.get()] == [HungUp(), None]


async def test_a_call_that_breaks_off_is_no_hang_up(here: Exchange) -> None:
    _, held = await _talking(here)
    assert await here.azure.last.tells("CallDisconnected", 410, 301005) == 200
    assert await held.heard.get() is None
    assert here.left == []


async def test_a_lost_socket_ends_the_call_without_a_hang_up(here: Exchange) -> None:
    media, held = await _talking(here)
    await media.socket.close()
    assert await held.heard.get() is None
    await here.over()
    assert here.azure.last.state == "disconnected"


async def test_a_hang_up_that_comes_before_the_socket_reaches_whoever_ends_attempts(
    here: Exchange,
) -> None:
    await here.rings()
    await here.azure.last.tells("CallConnected")
    for _ in range(2):
        assert await here.azure.last.tells("CallDisconnected") == 200
    assert here.left == [Ring("w", "at1", TIA, 1)]


@pytest.mark.parametrize(
    ("changed", "close"),
    [
        ({"sampleRate": 24000}, Close.WRONG_RATE),
        ({"channels": 2}, Close.WRONG_RATE),
        ({"encoding": "OPUS"}, Close.WRONG_RATE),
    ],
)
async def test_sound_of_another_kind_is_told_so(
    here: Exchange, changed: dict[str, object], close: Close
) -> None:
    await here.rings()
    media = await here.azure.last.opens()
    await media.describes(**changed)
    assert await media.closed() == close.value


GARBAGE = [
    "",
    "{",
    "[]",
    "null",
    "[" * 20_000,
    "{}",
    '{"kind": 3}',
    '{"kind": "AudioData"}',
    '{"kind": "AudioData", "audioData": {"data": 3}}',
    '{"kind": "AudioData", "audioData": {"data": "!!"}}',
    '{"kind": "AudioData", "audioData": {"data": "é"}}',
    '{"kind": "AudioData", "audioData": {"data": "AA=="}}',
    "x" * 100_000,
]


async def test_garbage_ends_the_wire(here: Exchange) -> None:
    for number, message in enumerate(GARBAGE):
        media, held = await _talking(here, f"at{number}")
        await media.says(message)
        broken = await held.heard.get()
        assert isinstance(broken, Broken), message[:99]
        assert broken.close is Close.GARBAGE
        # What is too large is refused by aiohttp itself, in its own words.
        assert await media.closed() in {Close.GARBAGE.value, 1009}


async def test_the_first_message_must_say_what_the_sound_is_like(here: Exchange) -> None:
    await here.rings()
    media = await here.azure.last.opens()
    await media.sounds(WORD)
    assert await media.closed() == Close.GARBAGE.value


async def test_bytes_are_no_message(here: Exchange) -> None:
    media, held = await _talking(here)
    await media.socket.send_bytes(WORD)
    assert isinstance(await held.heard.get(), Broken)


async def test_a_second_socket_takes_the_place_of_the_first(here: Exchange) -> None:
    first, held = await _talking(here)
    first_over = here.answered()
    second = await here.azure.last.opens()
    await second.describes()
    later = await here.held.get()
    assert await first.closed() == Close.ELSEWHERE.value
    assert await held.heard.get() is None
    await first_over
    await second.sounds(WORD)
    assert await later.heard.get() == Sound(WORD)
    assert here.azure.last.state == "connected"
