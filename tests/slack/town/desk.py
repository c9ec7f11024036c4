"""The front desk: takes every request in, and brings it to the part that answers it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from aiohttp import web

from tests.slack.town.asked import Asked, Handler, Refused, Thing, arguments_of
from tests.slack.town.faults import Faults, Rates, failure
from tests.slack.town.judge import Judge
from tests.slack.town.oauth import OAuth
from tests.slack.town.records import Called
from tests.slack.town.sockets import Sockets
from tests.slack.town.tokens import Grant, Tokens, check_scope


class Desk:
    """Answers the Web API. What no part knows, emulate is asked."""

    def __init__(
        self,
        *,
        parts: Mapping[str, Handler],
        tokens: Tokens,
        judge: Judge,
        oauth: OAuth,
        sockets: Sockets,
        clock: Callable[[], float],
    ) -> None:
        self.calls: list[Called] = []
        self.news = asyncio.Event()
        self.faults = Faults()
        self.rates = Rates(clock)
        self._parts = parts
        self._tokens = tokens
        self._judge = judge
        self._oauth = oauth
        self._sockets = sockets
        self._clock = clock

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Answer one call of a method, and let whoever waits for news look again."""
        try:
            return await self._serve(request)
        finally:
            self.news.set()

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        try:
            arguments = await arguments_of(request)
        except Refused as refused:
            return web.json_response(refused.body)
        token = _token(request, arguments)
        self.calls.append(Called(method, arguments, token, self._clock()))
        fault = self.faults.take(method, arguments)
        if fault is None and self.rates.exceeded(method, arguments, token):
            return failure(429)
        if fault and fault.held:
            await fault.held.wait()
        elif fault:
            if fault.applied:
                await self._answer(request, method, arguments, token)
            return fault.answer(request)
        return await self._answer(request, method, arguments, token)

    async def _answer(
        self, request: web.Request, method: str, arguments: Mapping[str, Any], token: str
    ) -> web.Response:
        headers: dict[str, str] = {}
        try:
            body = self._special(request, method, arguments, token)
            if body is None:
                grant = self._tokens.check(token)
                headers["x-oauth-scopes"] = ",".join(sorted(grant.scopes))
                body = await self._done(Asked(method, arguments, *_of(grant), token))
        except Refused as refused:
            body = refused.body
        return web.json_response(body, headers=headers)

    def _special(
        self, request: web.Request, method: str, arguments: Mapping[str, Any], token: str
    ) -> Thing | None:
        """Methods that want no token of a bot; None for all others."""
        base = str(request.url.origin())
        if method == "api.test":
            return {"ok": True, "args": dict(arguments)}
        if method == "oauth.v2.access":
            return self._oauth.access(request, arguments)
        if method == "apps.connections.open":
            return self._sockets.open(token, base)
        return None

    async def _done(self, asked: Asked) -> Thing:
        check_scope(asked.method, asked.arguments, asked.scopes)
        if asked.method in {"auth.revoke", "apps.uninstall"}:
            self._tokens.end(asked.token)
            return {"ok": True, "revoked": True}
        self._judge.check(asked.method, asked.arguments)
        if asked.method in self._parts:
            return await self._parts[asked.method](asked)
        return await asked.workspace.forward(asked.method, asked.arguments)


def _of(grant: Grant) -> tuple[Any, frozenset[str]]:
    return grant.workspace, grant.scopes


def _token(request: web.Request, arguments: Mapping[str, Any]) -> str:
    header = request.headers.get("Authorization", "")
    bearer = header.removeprefix("Bearer ") if header.startswith("Bearer ") else ""
    return bearer or str(arguments.get("token") or "")
