"""The gates of the Town: the server, and the parts behind it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Self

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.slack.emulated import Emulated
from tests.slack.town import history, responses, sockets
from tests.slack.town.asked import Refused
from tests.slack.town.calls import Calls
from tests.slack.town.desk import Desk
from tests.slack.town.judge import Judge
from tests.slack.town.oauth import OAuth
from tests.slack.town.posts import Posts
from tests.slack.town.streams import Streams
from tests.slack.town.tokens import Tokens
from tests.slack.town.views import Views
from tests.slack.town.workspace import Workspace


class Gates:
    """Serves from entering to leaving; an asynchronous context manager."""

    def __init__(self, *emulated: Emulated, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives seconds: calls are noted by it, and rates and response_urls are held."""
        self._emulated = emulated
        self._clock = clock
        self._judge = Judge()
        self._views = Views()
        self._calls = Calls()
        self._streams = Streams()
        self._posts = Posts(self._streams.writing, self._calls.cards)
        self._responses = responses.Responses(self._judge)
        self.sockets = sockets.Sockets()

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession()
        self.workspaces = tuple(Workspace(each, self._session) for each in self._emulated)
        self.tokens = Tokens(self.workspaces)
        self.oauth = OAuth(self.tokens)
        parts = {
            **history.METHODS,
            **self._posts.methods,
            **self._views.methods,
            **self._calls.methods,
            **self._streams.methods,
        }
        self._desk = Desk(
            parts=parts,
            tokens=self.tokens,
            judge=self._judge,
            oauth=self.oauth,
            sockets=self.sockets,
            clock=self._clock,
        )
        self._server = TestServer(self._application(), host="127.0.0.1")
        # A call that is held must not hold up the end of a test.
        await self._server.start_server(shutdown_timeout=0.1)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._server.close()
        await self._session.close()

    def _application(self) -> web.Application:
        # Slack takes views of 250 kB, of which a form makes more.
        app = web.Application(client_max_size=16 * 1024**2)
        app.router.add_route("*", "/api/{method}", self._desk.serve)
        app.router.add_post(responses.PATH + "/{name}", self._respond)
        app.router.add_get(sockets.PATH, self.sockets.serve)
        return app

    async def _respond(self, request: web.Request) -> web.Response:
        body = await request.json()
        try:
            await self._responses.take(request.match_info["name"], body, self._clock())
        except Refused as refused:
            return web.json_response(refused.body, status=404)
        return web.Response(text="ok")
