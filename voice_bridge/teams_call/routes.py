"""The two addresses that Azure calls: the socket for a call's sound, and its course."""

from __future__ import annotations

from dataclasses import dataclass

import structlog
from aiohttp import web

from core.errors import ProviderError, StorageError
from voice_bridge.teams_call.automation import Automation
from voice_bridge.teams_call.events import Course, NotEvents, read_events
from voice_bridge.teams_call.legs import Legs, State
from voice_bridge.teams_call.links import Links, Ring
from voice_bridge.teams_call.settings import EVENTS_PATH, MEDIA_PATH
from voice_bridge.teams_call.switchboard import Outcomes, Switchboard
from voice_bridge.teams_call.tokens import TokenCheck, Unauthorised
from voice_bridge.teams_call.wire import AcsWire, Patience
from voice_bridge.wire import Close

log = structlog.get_logger()

_CONNECTION = "x-ms-call-connection-id"
_MOST_BYTES = 65_536
"""Of a message on the socket; a frame takes about 1,100."""
_PULSE_S = 20.0
_REFUSED = "This request does not show that it is Azure's."


@dataclass(frozen=True, slots=True)
class Calls:
    """What the routes need. `patience` bounds what a wire waits for."""

    check: TokenCheck
    links: Links
    legs: Legs
    switchboard: Switchboard
    automation: Automation
    outcomes: Outcomes
    patience: Patience = Patience()  # noqa: RUF009 - frozen


def routes(calls: Calls) -> tuple[web.RouteDef, ...]:
    """Return the routes on which Azure is served. Anybody else gets 401."""
    course = Course(calls.legs, calls.switchboard, calls.automation, calls.outcomes)

    async def events(request: web.Request) -> web.StreamResponse:
        ring = await _admitted(calls, request)
        try:
            for event in read_events(await request.read()):
                await course.take(ring, event)
        except NotEvents:
            raise web.HTTPBadRequest(text="These are no CloudEvents.") from None
        except StorageError:
            log.warning("acs_event_not_kept", attempt=ring.attempt)
            raise web.HTTPServiceUnavailable(text="Please send it again.") from None
        return web.Response()

    async def media(request: web.Request) -> web.StreamResponse:
        ring = await _admitted(calls, request)
        connection = await _picked_up(calls, ring, request.headers.get(_CONNECTION, ""))
        socket = web.WebSocketResponse(
            max_msg_size=_MOST_BYTES, heartbeat=_PULSE_S, timeout=calls.patience.closing
        )
        await socket.prepare(request)
        transport = request.transport
        wire = AcsWire(
            socket, transport.abort if transport is not None else _nothing, calls.patience
        )
        await _held(calls, ring, wire, connection)
        return socket

    return (web.post(EVENTS_PATH + "{token}", events), web.get(MEDIA_PATH + "{token}", media))


async def _admitted(calls: Calls, request: web.Request) -> Ring:
    """Return whose call a request is about, if it is Azure's."""
    try:
        await calls.check.check(request.headers.get("Authorization", ""))
    except Unauthorised as error:
        log.warning("acs_request_refused", why=str(error))
        raise web.HTTPUnauthorized(text=_REFUSED) from None
    except ProviderError as error:
        log.warning("acs_request_not_checked", why=str(error))
        raise web.HTTPServiceUnavailable(text="Please send it again.") from None
    ring = calls.links.read(request.match_info["token"])
    if ring is None:
        log.warning("acs_request_refused", why="its address is not ours, or no longer good")
        raise web.HTTPUnauthorized(text=_REFUSED)
    return ring


async def _picked_up(calls: Calls, ring: Ring, connection: str) -> str:
    """Move the leg on for the call that a socket is for; return Azure's id of the call."""
    try:
        leg = await calls.legs.find(ring.attempt)
        known = leg.connection if leg is not None and leg.ring == ring else ""
        if leg is None or leg.ring != ring or leg.state is State.OVER:
            raise web.HTTPGone(text="This call is over.")
        if not connection or (known and known != connection):
            log.warning("acs_request_refused", why="it is for another call")
            raise web.HTTPUnauthorized(text=_REFUSED)
        await calls.legs.move(ring, State.TALKING, connection)
    except StorageError:
        raise web.HTTPServiceUnavailable(text="Please try again.") from None
    return connection


async def _held(calls: Calls, ring: Ring, wire: AcsWire, connection: str) -> None:
    await calls.switchboard.plug(ring, wire)
    try:
        await calls.outcomes.hold(wire, ring.workspace, ring.attempt, ring.person)
    finally:
        last = calls.switchboard.unplug(ring, wire)
        await wire.close(Close.ENDED)
        if last:
            await _hang_up(calls, ring, connection)


async def _hang_up(calls: Calls, ring: Ring, connection: str) -> None:
    """End the call for everybody: without its sound, nobody should stay in it."""
    try:
        was = await calls.legs.move(ring, State.OVER)
    except StorageError:
        log.warning("acs_leg_not_kept", attempt=ring.attempt)
        was = None
    if was is not None and was.state is State.OVER:
        return
    try:
        await calls.automation.hang_up(connection)
    except ProviderError as error:
        log.warning("acs_not_hung_up", attempt=ring.attempt, why=str(error))


def _nothing() -> None:
    """Drop nothing: the connection has gone."""
