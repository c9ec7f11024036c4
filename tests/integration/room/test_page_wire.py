"""The wire to the call page, over a real socket."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from tests.integration.room.conftest import HELLO, Room
from voice_bridge.wire import (
    Broken,
    Caption,
    Close,
    Doing,
    HungUp,
    Over,
    Played,
    Shown,
    Sound,
    TimeShort,
    Trouble,
    Until,
    Wire,
)

FRAME = bytes(range(256)) * 2 + bytes(128)
NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)


async def test_sound_and_words_come_in_as_they_were_sent(room: Room) -> None:
    async with room.page() as page:
        await page.socket.send_bytes(FRAME)
        await page.socket.send_json({"type": "played", "line": 2, "played_ms": 40})
        await page.socket.send_json({"type": "stopped", "line": 2, "played_ms": 60})
        await page.socket.send_json({"type": "end"})
        heard = [await room.heard.get() for _ in range(4)]

    assert heard == [Sound(FRAME), Played(2, 40), Played(2, 60, stopped=True), HungUp()]
    assert room.held[0].attempt == "t1"


async def test_what_is_said_to_the_page_is_as_the_protocol_writes_it(room: Room) -> None:
    async def script(wire: Wire, _room: Room) -> None:
        await wire.begin(7, 120)
        await wire.play(FRAME)
        await wire.finish(7)
        await wire.stop(7)
        for notice in (
            Doing("thinking"),
            Caption("customer", "Grüße", final=True),
            Shown("a b/c", "The bill"),
            TimeShort(60),
            Until(NOON, NOON + timedelta(minutes=1)),
            Until(NOON, None),
            Trouble("Sorry."),
            Over("time_limit", "The time is up."),
        ):
            await wire.tell(notice)
        await wire.close(Close.ENDED, "The call has ended.")
        await wire.close(Close.GOING_AWAY, "twice")
        await wire.play(FRAME)

    room.script = script
    noon = round(NOON.timestamp() * 1000)
    async with room.page("t 1") as page:
        assert await page.json() == {"type": "line", "line": 7, "from_ms": 120}
        assert await page.socket.receive_bytes() == FRAME
        told: list[dict[str, Any]] = [await page.json() for _ in range(10)]
        code, words = await page.closed()

    assert told == [
        {"type": "line_end", "line": 7},
        {"type": "stop", "line": 7},
        {"type": "state", "state": "thinking"},
        {"type": "caption", "speaker": "customer", "text": "Grüße", "final": True},
        {"type": "document", "title": "The bill", "url": "/calls/t%201/documents/a%20b%2Fc"},
        {"type": "warning", "left_s": 60},
        {"type": "deadline", "now": noon, "deadline": noon + 60_000},
        {"type": "deadline", "now": noon, "deadline": None},
        {"type": "trouble", "words": "Sorry."},
        {"type": "ended", "reason": "time_limit", "words": "The time is up."},
    ]
    assert (code, words) == (1000, "The call has ended.")
    assert room.broken == []


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (b"\0", Close.GARBAGE),
        (bytes(641), Close.GARBAGE),
        (bytes(6402), Close.GARBAGE),
        ("no json", Close.GARBAGE),
        ('{"type": "sing"}', Close.GARBAGE),
        ('{"type": "hello", "version": 1, "rate": 16000}', Close.GARBAGE),
    ],
)
async def test_garbage_closes_with_a_sentence(room: Room, sent: str | bytes, code: Close) -> None:
    async with room.page() as page:
        await (page.socket.send_str if isinstance(sent, str) else page.socket.send_bytes)(sent)  # type: ignore[arg-type]
        closed = await page.closed()

    assert closed[0] == code.value
    assert closed[1].endswith(".")
    assert isinstance(room.broken[0], Broken)


@pytest.mark.parametrize(
    ("first", "code"),
    [
        ({**HELLO, "rate": 48000}, Close.WRONG_RATE),
        ({**HELLO, "version": 2}, Close.NO_HELLO),
        ({"type": "end"}, Close.NO_HELLO),
    ],
)
async def test_a_wrong_hello_begins_no_call(
    room: Room, first: dict[str, object], code: Close
) -> None:
    async with room.page(greets=False) as page:
        await page.socket.send_json(first)
        closed, _ = await page.closed()

    assert closed == code.value
    assert room.held == []


async def test_sound_before_the_hello_begins_no_call(room: Room) -> None:
    async with room.page(greets=False) as page:
        await page.socket.send_bytes(FRAME)

        assert (await page.closed())[0] == Close.NO_HELLO.value


async def test_a_message_beyond_sixteen_kilobytes_is_not_taken(room: Room) -> None:
    async with room.page() as page:
        await page.socket.send_str("x" * 20_000)

        assert (await page.closed())[0] == aiohttp.WSCloseCode.MESSAGE_TOO_BIG
    await room.left.wait()
    assert room.heard.empty()


async def test_a_flood_is_closed(room: Room) -> None:
    async with room.page() as page:
        for _ in range(80):
            await page.socket.send_bytes(bytes(6400))
        code, words = await page.closed()

    assert (code, words) == (4000, "Sound may come at most 3 times as fast as it is spoken.")


async def test_the_second_window_takes_the_call_over(room: Room) -> None:
    async with room.page() as first:
        async with room.page() as second:
            assert await first.closed() == (4001, "The call was opened in another window.")
            await second.socket.send_bytes(FRAME)
            assert await room.heard.get() == Sound(FRAME)
        async with room.page("another") as other:
            await other.socket.send_bytes(FRAME)
            assert await room.heard.get() == Sound(FRAME)


async def test_the_next_window_waits_until_the_call_was_put_down(room: Room) -> None:
    order: list[str] = []
    begun, over = asyncio.Event(), asyncio.Event()

    async def script(wire: Wire, _room: Room) -> None:
        order.append("begins")
        begun.set()
        async for _ in wire.receive():
            pass
        await asyncio.sleep(0)
        order.append("ends")
        if len(order) == 4:
            over.set()

    room.script = script
    async with room.page() as first:
        await begun.wait()
        async with room.page() as second:
            await first.closed()
            await second.socket.close()
    await over.wait()

    assert order == ["begins", "ends", "begins", "ends"]


async def test_a_page_that_has_gone_ends_the_hold_and_sending_to_it_does_nothing(
    room: Room,
) -> None:
    async def script(wire: Wire, _room: Room) -> None:
        async for _ in wire.receive():
            pass
        await wire.begin(1, 0)
        await wire.play(FRAME)
        await wire.tell(Trouble("Are you there?"))
        await wire.close(Close.ENDED)

    room.script = script
    async with room.page():
        pass
    await room.left.wait()

    assert room.broken == []


async def test_a_mistake_of_ours_closes_so_that_the_page_comes_back(room: Room) -> None:
    async def script(wire: Wire, _room: Room) -> None:
        raise KeyError("a secret")

    room.script = script
    async with room.page() as page:
        assert await page.closed() == (1001, "")


async def test_a_stranger_is_refused_before_the_socket_opens(room: Room) -> None:
    async with aiohttp.ClientSession(headers={"Cookie": "nobody"}) as session:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await session.ws_connect(f"{room.url}/calls/t1/audio")
        async with session.get(f"{room.url}/calls/t1/audio") as response:
            words = await response.text()

    assert refused.value.status == 403
    assert words == "This call is somebody else's. Ask them."


async def test_who_asks_for_no_socket_is_told_what_this_address_is(room: Room) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{room.url}/calls/t1/audio") as response,
    ):
        assert response.status == 426


async def test_a_page_that_takes_nothing_breaks_the_wire(impatient: Room) -> None:
    async def script(wire: Wire, _room: Room) -> None:
        while True:
            await wire.play(bytes(6400))

    impatient.script = script
    async with impatient.page(greets=False) as page:
        await page.socket.send_json(HELLO)
        await impatient.left.wait()

    assert isinstance(impatient.broken[0], Broken)
    assert impatient.broken[0].close is Close.READS_NOTHING


async def test_no_hello_in_time_is_no_call(impatient: Room) -> None:
    async with impatient.page(greets=False) as page:
        assert (await page.closed())[0] == Close.NO_HELLO.value

    assert impatient.held == []


async def test_the_servers_end_sends_everybody_away(room: Room) -> None:
    async with room.page() as page:
        await page.socket.send_bytes(FRAME)
        await room.heard.get()
        await room.seats.empty()

        assert await page.closed() == (1001, "The server goes away.")
