"""A peer that does not do its part is not waited for."""

from __future__ import annotations

import asyncio
import base64
import os
import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from core.speech import FRAME_BYTES
from tests.acs.azure import Call
from tests.acs.exchange import BRISK, Exchange, exchange
from tests.acs.signer import Signer
from voice_bridge.teams_call.wire import Patience
from voice_bridge.wire import Broken, Close, Wire

SOON = Patience(hello=0.05, taking=0.1, closing=0.1, word=0)


async def _deaf(here: Exchange, call: Call) -> socket.socket:
    """Open the socket as Azure would, and read nothing from it."""
    url = urlsplit(here.azure.here(call.body["mediaStreamingOptions"]["transportUrl"]))
    peer = socket.socket()
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    peer.setblocking(False)
    loop = asyncio.get_running_loop()
    await loop.sock_connect(peer, (url.hostname, url.port))
    lines = (
        f"GET {url.path} HTTP/1.1",
        f"Host: {url.netloc}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}",
        f"x-ms-call-connection-id: {call.id}",
        f"Authorization: Bearer {here.azure.signer.token()}",
    )
    await loop.sock_sendall(peer, ("\r\n".join(lines) + "\r\n\r\n").encode())
    return peer


async def _plays_on(wire: Wire) -> None:
    """Play more than the buffers of any system hold."""
    for _ in range(60_000):
        await wire.play(bytes(10 * FRAME_BYTES))


async def test_a_peer_that_takes_no_sound_is_given_up(acs_signer: Signer, tmp_path: Path) -> None:
    async with exchange(acs_signer, tmp_path, SOON) as here:
        await here.rings()
        peer = await _deaf(here, here.azure.last)
        held = await here.held.get()
        with pytest.raises(Broken) as broken:
            await _plays_on(held.wire)
        assert broken.value.close is Close.READS_NOTHING
        await held.wire.close(broken.value.close, broken.value.words)
        held.ends.set()
        await here.over()
        assert here.azure.last.state == "disconnected"
        peer.close()


async def test_a_peer_that_says_nothing_is_given_up(acs_signer: Signer, tmp_path: Path) -> None:
    async with exchange(acs_signer, tmp_path, SOON) as here:
        await here.rings()
        media = await here.azure.last.opens()
        held = await here.held.get()
        broken = await held.heard.get()
        assert isinstance(broken, Broken)
        assert broken.close is Close.NO_HELLO
        await media.closed()


async def test_sending_to_a_wire_that_has_gone_does_nothing(
    acs_signer: Signer, tmp_path: Path
) -> None:
    async with exchange(acs_signer, tmp_path, BRISK) as here:
        await here.rings()
        media = await here.azure.last.opens()
        await media.describes()
        held = await here.held.get()
        await media.socket.close()
        assert await held.heard.get() is None
        await held.wire.play(bytes(FRAME_BYTES))
        await held.wire.stop(1)
        await held.wire.close(Close.ENDED)
        await held.wire.close(Close.ENDED)
