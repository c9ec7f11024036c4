"""Socket Mode: connections over which the Town tells an app what happened."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import WSMessage, WSMsgType, web

from tests.slack.payloads import Payload
from tests.slack.people import APP
from tests.slack.requests import Retry
from tests.slack.town.asked import Refused, Thing
from tests.slack.town.ids import fresh

PATH = "/link"
_ANSWERABLE = ("interactive", "slash_commands")


@dataclass(eq=False, slots=True)
class Link:
    """One connection. While `silent`, nothing is sent, heard or answered, but pings if `alive`."""

    socket: web.WebSocketResponse
    request: web.Request
    silent: bool = False
    alive: bool = True
    pings: int = 0


class Sockets:
    """All open connections, oldest first, and all acknowledgements by envelope id."""

    def __init__(self) -> None:
        self.links: list[Link] = []
        self.acknowledged: dict[str, Mapping[str, Any]] = {}
        self._tickets: set[str] = set()
        self._changed = asyncio.Condition()

    def open(self, token: str, base: str) -> Thing:
        """Answer apps.connections.open: an address that is good for one connection."""
        if not token.startswith("xapp-"):
            raise Refused("not_allowed_token_type" if token else "not_authed")
        ticket = fresh("ticket-")
        self._tickets.add(ticket)
        return {"ok": True, "url": f"{base.replace('http', 'ws', 1)}{PATH}?ticket={ticket}"}

    async def connected(self, count: int = 1) -> None:
        """Wait until this many connections are open."""
        await self._until(lambda: len(self.links) == count)

    async def gone(self, link: Link) -> None:
        """Wait until this connection has ended."""
        await self._until(lambda: link not in self.links)

    async def send(
        self, payload: Payload, link: Link | None = None, retry: Retry | None = None
    ) -> str:
        """Tell the app something over the newest connection, or this one; gives the envelope id.

        Over a silent connection it is lost, as it is in life.
        """
        link = link or self.links[-1]
        envelope = fresh("e-")
        told: Thing = {
            "envelope_id": envelope,
            "type": payload.kind,
            "payload": dict(payload.body),
            "accepts_response_payload": payload.kind in _ANSWERABLE,
        }
        if payload.kind == "events_api":
            again = {"retry_attempt": retry.number, "retry_reason": retry.reason} if retry else {}
            told |= {"retry_attempt": 0, "retry_reason": "", **again}
        if not link.silent:
            await link.socket.send_json(told)
        return envelope

    async def acknowledgement(self, envelope: str) -> Mapping[str, Any]:
        """Wait until the app acknowledged this envelope; gives the payload of its answer."""
        await self._until(lambda: envelope in self.acknowledged)
        return self.acknowledged[envelope]

    async def pinged(self, link: Link, count: int) -> None:
        """Wait until this many pings have come in, answered or not."""
        await self._until(lambda: link.pings >= count)

    async def disconnect(self, reason: str = "refresh_requested", link: Link | None = None) -> None:
        """Ask the app to connect anew: "warning", "refresh_requested" or "link_disabled"."""
        told = {"type": "disconnect", "reason": reason, "debug_info": {"host": "town"}}
        await (link or self.links[-1]).socket.send_json(told)

    def silence(self, link: Link | None = None, *, alive: bool = False) -> Link:
        """From now on this connection is dead, though nobody closed it.

        With `alive` it still answers pings, so that only the missing events could tell.
        """
        dead = link or self.links[-1]
        dead.silent, dead.alive = True, alive
        return dead

    async def drop(self, link: Link | None = None) -> None:
        """Cut this connection without a word, and wait until it is gone."""
        cut = link or self.links[-1]
        if cut.request.transport is not None:
            cut.request.transport.abort()
        await self.gone(cut)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Keep one connection until it ends."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            return web.Response(status=403)
        self._tickets.discard(ticket)
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        link = Link(socket, request)
        await self._enter(link)
        try:
            async for message in socket:
                await self._hear(link, message)
        finally:
            await self._leave(link)
        return socket

    async def _enter(self, link: Link) -> None:
        hello = {"type": "hello", "num_connections": len(self.links) + 1}
        hello |= {"connection_info": {"app_id": APP}, "debug_info": {"host": "town"}}
        await link.socket.send_json(hello)
        self.links.append(link)
        await self._tell()

    async def _leave(self, link: Link) -> None:
        self.links.remove(link)
        await self._tell()

    async def _hear(self, link: Link, message: WSMessage) -> None:
        if message.type is WSMsgType.PING:
            link.pings += 1
            if link.alive:
                await link.socket.pong(message.data)
        elif message.type is WSMsgType.TEXT and not link.silent:
            answer = message.json()
            self.acknowledged[answer["envelope_id"]] = answer.get("payload") or {}
        await self._tell()

    async def _until(self, true: Callable[[], bool]) -> None:
        async with self._changed:
            await self._changed.wait_for(true)

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()
