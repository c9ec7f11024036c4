"""What a page may send by mistake or by malice: the line is closed, and the call is kept."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import socket
from pathlib import Path

from aiohttp import WSMsgType
from structlog.testing import capture_logs

from core.attempt import CallState
from core.speech import RATE
from tests.integration.voice.served import HELLO, Page, Served, served
from voice_bridge.room import Patience

TEXT, BINARY = WSMsgType.TEXT, WSMsgType.BINARY


async def _goes_on(house: Served) -> None:
    """Join the call again: it is where it was, and the customer can be spoken to."""
    before = (await house.attempt()).turns
    async with house.page() as page:
        await page.next("deadline")
        await _says(house, page, "Hello are you there")
    attempt = await house.attempt()
    assert attempt.ended is None
    assert attempt.turns[: len(before)] == before
    assert "Hello are you there" in [turn.text for turn in attempt.turns[len(before) :]]


async def _says(house: Served, page: Page, text: str) -> None:
    """Say something, and wait until it was taken for a turn and answered."""
    await page.sends(house.book.sound(text))
    quiet = asyncio.create_task(page.is_quiet(15.0))
    try:
        caption = await page.next("caption")
        while not (caption["speaker"] == "trainee" and caption["final"]):
            caption = await page.next("caption")
        assert caption["text"] == text
        await page.line_over()
    finally:
        quiet.cancel()
        await asyncio.gather(quiet, return_exceptions=True)


GARBAGE = (
    # Half a sample; none; more than 200 ms; more than 16 kB.
    (BINARY, b"\0" * 641, 4000),
    (BINARY, b"", 4000),
    (BINARY, b"\0" * 6402, 4000),
    (BINARY, b"\0" * 20_000, 1009),
    # No UTF-8; no JSON; a great deal of it; what no page says here.
    (TEXT, b"\xff\xfe", 1007),
    (TEXT, b"no json", 4000),
    (TEXT, b"[" * 16_000, 4000),
    (TEXT, json.dumps(HELLO).encode(), 4000),
    (TEXT, b'{"type": "played", "line": -1, "played_ms": 0}', 4000),
    (TEXT, b'{"type": "sing"}', 4000),
)


async def test_garbage_and_a_flood_close_the_line_and_the_call_goes_on(tmp_path: Path) -> None:
    async with served(tmp_path) as house:
        async with house.page() as page:
            await page.line_over()
        for kind, sent, code in GARBAGE:
            async with house.page() as page:
                await page.socket.send_frame(sent, kind)
                assert ((await page.closed())[0], sent[:20]) == (code, sent[:20])
        async with house.page() as page:
            await page.sends(house.book.sound("", ms=16_000))
            told = "Sound may come at most 3 times as fast as it is spoken."
            assert await page.closed() == (4000, told)
        assert house.calls.count == 1
        await _goes_on(house)


async def test_a_wrong_rate_begins_nothing_and_the_right_one_does(tmp_path: Path) -> None:
    async with served(tmp_path) as house:
        async with house.page(greets=False) as page:
            await page.socket.send_json(HELLO | {"rate": 48_000})
            assert await page.closed() == (4002, f"Sound has {RATE} samples a second here.")
        assert house.calls.count == 0
        assert (await house.attempt()).state is CallState.READY
        async with house.page() as page:
            await page.hears()


async def test_ten_seconds_of_noise_at_once_are_no_turn(tmp_path: Path) -> None:
    async with served(tmp_path) as house, house.page() as page:
        await page.hears()
        await page.line_over()
        await page.sends(house.book.sound("", ms=10_000))
        await page.is_quiet(1.5)
        assert await house.spoken() == ["customer"]
        await _says(house, page, "Sorry about the noise")
        assert await house.spoken() == ["customer", "trainee", "customer"]


async def test_what_is_told_of_lines_that_never_were_changes_nothing(tmp_path: Path) -> None:
    async with served(tmp_path, words=1) as house, house.page() as page:
        await page.hears()
        for line in (1, 7, 100_000):
            told = {"type": "stopped", "line": line, "played_ms": 3_600_000}
            await page.socket.send_json(told)
        await page.line_over()
        await _says(house, page, "I have heard all of it")
        heard = (await house.attempt()).turns[0].text
        assert heard.endswith("blah")


async def test_a_line_goes_on_in_a_second_window_and_when_a_connection_was_cut(
    tmp_path: Path,
) -> None:
    async with served(tmp_path, words=14) as house:
        async with house.page() as first:
            await first.hears()
            await first.is_quiet(0.5)
            async with house.page() as second:
                assert await first.closed() == (4001, "The call was opened in another window.")
                line = await second.next("line")
                assert line["line"] == 1
                assert 0 < line["from_ms"] < 4_000
                await second.is_quiet(0.5)
                second.socket.get_extra_info("socket").shutdown(socket.SHUT_RDWR)
        async with house.page() as third:
            again = await third.next("line")
            assert again["line"] == 1
            assert line["from_ms"] < again["from_ms"] < 4_000
            await third.line_over()
        turns = (await house.attempt()).turns
        assert [turn.text.count("blah") for turn in turns] == [14]


async def test_a_page_that_reads_nothing_is_cut_off_and_may_come_back(tmp_path: Path) -> None:
    async with served(tmp_path, words=80, patience=Patience(taking_s=0.5)) as house:
        with capture_logs() as logs:
            deaf = await _deaf_page(house)
            try:
                await house.nobody_there()
            finally:
                deaf.close()
        broken = {entry["close"] for entry in logs if entry["event"] == "wire_broken"}
        assert broken == {"READS_NOTHING"}
        async with house.page() as page:
            assert (await page.next("line"))["line"] == 1
            await page.hears()
        assert (await house.attempt()).ended is None


async def _deaf_page(house: Served) -> socket.socket:
    """Open the call's socket, greet, and never read again."""
    base, loop = house.visitor.base, asyncio.get_running_loop()
    deaf = socket.socket()
    deaf.setblocking(False)
    deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    await loop.sock_connect(deaf, ("127.0.0.1", base.port))
    cookies = house.visitor.session.cookie_jar.filter_cookies(base)
    asks = [
        "GET /calls/t1/audio HTTP/1.1",
        f"Host: 127.0.0.1:{base.port}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}",
        f"Origin: {house.headers['Origin']}",
        f"Cookie: {'; '.join(f'{name}={m.value}' for name, m in cookies.items())}",
    ]
    await loop.sock_sendall(deaf, "\r\n".join([*asks, "", ""]).encode())
    said = json.dumps(HELLO).encode()
    # A mask of zeros leaves the words as they are.
    await loop.sock_sendall(deaf, bytes([0x81, 0x80 | len(said), 0, 0, 0, 0]) + said)
    return deaf
