"""The address of a call's sound: who asks is looked at, then the call is held over the socket."""

from __future__ import annotations

import socket as sockets
from collections.abc import Awaitable, Callable
from urllib.parse import quote

import structlog
from aiohttp import web

from core.errors import PracticeError, Refusal
from voice_bridge.book import Guest
from voice_bridge.room.parsing import MOST_BYTES
from voice_bridge.room.seats import Seats
from voice_bridge.room.socket import PageWire, Patience
from voice_bridge.wire import Broken, Close, Wire

log = structlog.get_logger()
_HEARTBEAT_S = 10.0
# Small buffers, so that a page that takes nothing is noticed while its sound is still fresh.
_BUFFER_BYTES = 32 * 1024


Admit = Callable[[web.Request], Awaitable[Guest]]
Hold = Callable[[Wire, Guest], Awaitable[None]]


def routes(
    admit: Admit, hold: Hold, seats: Seats | None = None, patience: Patience | None = None
) -> tuple[web.RouteDef, ...]:
    """Return the routes. `admit` raises Refusal; `hold` holds the call until the page has gone.

    `hold` may let Broken pass. Whoever stops the server empties the seats.
    """
    taken, waits = seats or Seats(), patience or Patience()

    async def audio(request: web.Request) -> web.StreamResponse:
        try:
            guest = await admit(request)
        except PracticeError as error:
            status = 403 if isinstance(error, Refusal) else 404
            return web.Response(status=status, text=str(error))
        socket = web.WebSocketResponse(
            heartbeat=_HEARTBEAT_S,
            timeout=waits.closing_s,
            max_msg_size=MOST_BYTES,
            compress=False,
            writer_limit=_BUFFER_BYTES,
        )
        if not socket.can_prepare(request).ok:
            return web.Response(status=426, text="This address is for a WebSocket.")
        await socket.prepare(request)
        await _call(_wire(request, socket, guest, waits), guest, hold, taken)
        return socket

    return (web.get("/calls/{attempt}/audio", audio, allow_head=False),)


def _wire(
    request: web.Request, socket: web.WebSocketResponse, guest: Guest, waits: Patience
) -> PageWire:
    transport = request.transport
    if transport is None:
        # Gone since: the first thing that is asked of the socket says so.
        return PageWire(socket, "", lambda: None, waits)
    transport.set_write_buffer_limits(high=_BUFFER_BYTES)
    connection = transport.get_extra_info("socket")
    if connection is not None:
        connection.setsockopt(sockets.SOL_SOCKET, sockets.SO_SNDBUF, _BUFFER_BYTES)
    documents = f"/calls/{quote(guest.attempt, safe='')}/documents"
    return PageWire(socket, documents, transport.abort, waits)


async def _call(wire: PageWire, guest: Guest, hold: Hold, seats: Seats) -> None:
    """Hold the call, and close the wire whatever happens."""
    how, words = Close.GOING_AWAY, ""
    try:
        if await wire.greet():
            async with seats.seat(guest.attempt, wire):
                await hold(wire, guest)
    except Broken as broken:
        how, words = broken.close, broken.words
    except Exception:
        # The outermost place of a call: no answer can be given here but the page's coming back.
        log.exception("call_dropped", attempt=guest.attempt)
    finally:
        await wire.close(how, words)
