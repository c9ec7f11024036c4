"""The front desk: takes every request in, and answers it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

from aiohttp import web

from tests.teams.town import rosters
from tests.teams.town.faults import Faults, failure
from tests.teams.town.judge import Judge
from tests.teams.town.posts import Posts
from tests.teams.town.rates import Rates
from tests.teams.town.records import Called, Refusal
from tests.teams.town.rooms import Rooms
from tests.teams.town.streams import Streams
from tests.teams.town.tokens import Tokens


class Desk:
    """Answers the connector's addresses, for every tenant below its own."""

    def __init__(self, rooms: Rooms, clock: Callable[[], float]) -> None:
        self.calls: list[Called] = []
        self.throttled: list[Called] = []
        self.news = asyncio.Event()
        self.faults = Faults()
        self.rates = Rates(clock)
        self.judge = Judge()
        self.tokens = Tokens()
        self.rooms = rooms
        self.posts = Posts(rooms, Streams(rooms, self.judge, clock))
        self._clock = clock

    def routes(self) -> list[web.RouteDef]:
        base, where = "/{tenant}/v3", "/{tenant}/v3/conversations/{where}"
        return [
            web.post(f"{base}/conversations", self._serving("create")),
            web.post(f"{where}/activities", self._serving("send")),
            web.post(f"{where}/activities/{{id}}", self._serving("send")),
            web.put(f"{where}/activities/{{id}}", self._serving("update")),
            web.delete(f"{where}/activities/{{id}}", self._serving("delete")),
            web.get(f"{where}/members", self._serving("members")),
            web.get(f"{where}/members/{{id}}", self._serving("member")),
            web.get(f"{where}/pagedmembers", self._serving("paged")),
            web.get(f"{base}/teams/{{where}}/conversations", self._serving("channels")),
            web.get(f"{base}/teams/{{where}}", self._serving("team")),
        ]

    def _serving(self, what: str) -> Callable[[web.Request], Any]:
        async def serve(request: web.Request) -> web.StreamResponse:
            called = await self._called(what, request)
            self.calls.append(called)
            try:
                return await self._serve(request, called)
            finally:
                self.news.set()

        return serve

    async def _serve(self, request: web.Request, called: Called) -> web.StreamResponse:
        fault = self.faults.take(called)
        if fault is None and (wait := self.rates.wait(called)):
            self.throttled.append(called)
            return failure(429, wait)
        if fault and fault.held:
            self.news.set()
            await fault.held.wait()
        elif fault:
            if fault.applied:
                self._answer(request, called)
            return fault.answer(request)
        return self._answer(request, called)

    def _answer(self, request: web.Request, called: Called) -> web.Response:
        try:
            self.tokens.check(called)
            status, body = self._done(request, called)
        except Refusal as refusal:
            self.judge.note(called, refusal.breach)
            return web.json_response(refusal.body, status=refusal.status)
        return (
            web.Response(status=status) if body is None else web.json_response(body, status=status)
        )

    def _done(self, request: web.Request, called: Called) -> tuple[int, Any]:
        """The status, and the body; None for none. Raises Refusal."""
        if called.tenant not in self.rooms.places:
            raise Refusal(404, "ConversationNotFound", "No such tenant.", "no such tenant")
        if called.what not in {"create", "send", "update", "delete"}:
            return 200, rosters.read(self.rooms, called, dict(request.query))
        # The address with which its activities name it, as it was asked.
        self.judge.check(called, f"{request.url.origin()}/{called.tenant}/")
        return self.posts.take(called)

    async def _called(self, what: str, request: web.Request) -> Called:
        raw = await request.read()
        path, header = request.match_info, request.headers.get("Authorization", "")
        return Called(
            what,
            path["tenant"],
            path.get("where", ""),
            path.get("id", ""),
            json.loads(raw) if raw else {},
            header.removeprefix("Bearer "),
            self._clock(),
        )
