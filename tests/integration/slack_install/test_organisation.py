"""The app is installed in workspaces, and not in a whole organisation."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from slack_bolt.request.async_request import AsyncBoltRequest

from adapters.clock import SystemClock
from adapters.storage import SqlStore
from adapters.storage.engine import async_engine
from bots.slack.installations import Installed
from bots.slack.many_workspaces import ManyWorkspaces
from bots.slack.oauth import Installing
from bots.slack.settings import SlackSettings

# slack_sdk 3.47 names the app by a class that aiohttp will drop in version 4.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")
ORGANISATION = {"id": "E1", "name": "Everything"}
TOKEN = {"ok": True, "access_token": "xoxb-1", "token_type": "bot", "app_id": "A1", "scope": ""}
WHO = {"bot_user_id": "U1", "authed_user": {"id": "U2"}, "enterprise": ORGANISATION}
WHOLE = {**TOKEN, **WHO, "team": None, "is_enterprise_install": True}
PART = {**TOKEN, **WHO, "team": {"id": "T1", "name": "A part"}, "is_enterprise_install": False}


class Slack:
    """Grants this, whatever it is asked."""

    def __init__(self) -> None:
        self.granted: dict[str, object] = {}

    async def serve(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if method == "oauth.v2.access":
            return web.json_response(self.granted)
        if method == "users.info":
            return web.json_response({"ok": False, "error": "user_not_found"})
        return web.json_response({"ok": True, "bot_id": "B1", "url": "https://e.example.com"})


@pytest.fixture
async def slack(many: SlackSettings) -> AsyncIterator[tuple[Slack, SlackSettings]]:
    answering = Slack()
    app = web.Application()
    app.router.add_route("*", "/api/{method}", answering.serve)
    server = TestServer(app)
    await server.start_server()
    yield answering, replace(many, api_url=str(server.make_url("/api/")))
    await server.close()


@pytest.mark.parametrize(("granted", "kept"), [(WHOLE, []), (PART, [("T1", "A part", "U2")])])
async def test_only_a_workspace_is_taken_in(
    slack: tuple[Slack, SlackSettings],
    store: SqlStore,
    url: str,
    granted: dict[str, object],
    kept: list[tuple[str, ...]],
) -> None:
    answering, settings = slack
    answering.granted = granted
    told = []

    async def note(team_id: str, team_name: str, user_id: str, user_name: str, tz: str) -> None:
        assert (user_name, tz) == ("U2", ""), "Slack told no name"
        told.append((team_id, team_name, user_id))

    async with async_engine(url) as engine:
        many = ManyWorkspaces(settings, engine, SystemClock())
        pages = Installing(settings, many, engine, note)
        answer = await pages.finish(await _back(pages))
        here: list[Installed] = [await many.installed("T1")] if kept else []
        await many.close()
    assert told == kept
    assert ("not in a whole organisation" in answer.body) is not bool(kept)
    assert [one.team_name for one in here] == [name for _, name, _ in kept]


async def _back(pages: Installing) -> AsyncBoltRequest:
    """A browser that comes back with what it was given."""
    state = await pages.settings.state_store.async_issue()
    cookie = f"{pages.settings.state_cookie_name}={state}"
    return AsyncBoltRequest(body="", query=f"state={state}&code=1", headers={"cookie": [cookie]})
