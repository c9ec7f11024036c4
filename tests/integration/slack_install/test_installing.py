"""From /slack/install in a browser to a workspace of ours, and out again."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
import sqlalchemy as sa
from aiohttp import web
from aiohttp.test_utils import TestServer
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_bolt.listener.async_listener_completion_handler import AsyncListenerCompletionHandler
from structlog.testing import capture_logs

from adapters.clock import SystemClock
from adapters.storage import SqlStore
from app.slack_installing import Opened, open_installations
from bots.slack.installations import Authorize
from bots.slack.leaving import listen
from bots.slack.manifest import SCOPES
from bots.slack.settings import SlackSettings
from bots.slack.signing import Signing
from core.errors import ProviderError
from core.people import Person, Role
from tests.integration.slack_install.conftest import SECRET
from tests.slack.people import CLIENT_ID
from tests.slack.requests import Caller
from tests.slack.town import Town

# slack_sdk 3.47 names the app by a class that aiohttp will drop in version 4.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")


class Moving(SystemClock):
    """The time of day, which tests can put on: what Slack says of tokens is real time."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> Any:  # noqa: ANN401 - a datetime
        return super().now() + self.ahead


@dataclass
class Site:
    """Our server, as a browser and as Slack reach it."""

    town: Town
    opened: Opened
    clock: Moving
    url: str
    session: aiohttp.ClientSession
    heard: asyncio.Event

    async def begin(self) -> tuple[str, str]:
        """Open /slack/install; returns where it leads, and the cookie for the way back."""
        async with self.session.get(f"{self.url}/slack/install", allow_redirects=False) as answer:
            assert answer.status == 302
            cookie = answer.headers["Set-Cookie"].split(";")[0]
            return answer.headers["Location"], cookie

    async def come_back(self, cookie: str = "", **query: str) -> tuple[int, str]:
        """Come back from Slack; returns the status and the page."""
        async with self.session.get(
            f"{self.url}/slack/oauth_redirect", params=query, headers={"Cookie": cookie}
        ) as answer:
            assert answer.content_type == "text/html"
            return answer.status, await answer.text()

    async def install(self, by: str = "ines") -> tuple[int, str]:
        """Install the app in bravo."""
        location, cookie = await self.begin()
        state = parse_qs(urlsplit(location).query)["state"][0]
        code = self.town.oauth.code(self.town.bravo, by=self.town.bravo.user(by))
        return await self.come_back(cookie, state=state, code=code)

    async def token(self) -> str:
        """The token for bravo."""
        found = await self.opened.installations.installed(self.town.bravo.team)
        return str(found.client.token)


class Heard(AsyncListenerCompletionHandler):
    """Bolt answers before a listener is done: this tells when it is."""

    def __init__(self, heard: asyncio.Event) -> None:
        self._heard = heard

    async def handle(self, request: Any, response: Any) -> None:  # noqa: ANN401 - Bolt's
        self._heard.set()


def _server(opened: Opened, clock: Moving, heard: asyncio.Event) -> TestServer:
    bolt = AsyncApp(
        client=opened.installations.bare,
        authorize=Authorize(opened.installations),  # type: ignore[arg-type]  # Bolt's own kind
        before_authorize=Signing(SECRET, clock),
        request_verification_enabled=False,
    )
    bolt.listener_runner.listener_completion_handler = Heard(heard)
    listen(bolt, opened.installations)

    async def hear(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await bolt.async_dispatch(await to_bolt_request(request)))

    app = web.Application()
    app.add_routes(opened.routes)
    app.router.add_post("/slack/events", hear)
    return TestServer(app)


@pytest.fixture
async def site(town: Town, many: SlackSettings, store: SqlStore, url: str) -> AsyncIterator[Site]:
    clock, heard = Moving(), asyncio.Event()
    async with open_installations(many, url, store, clock) as opened:
        server = _server(opened, clock, heard)
        await server.start_server()
        # Not one that keeps cookies: these are for https, and the tests speak without.
        jar = aiohttp.DummyCookieJar()
        async with aiohttp.ClientSession(cookie_jar=jar) as session:
            here = str(server.make_url("")).rstrip("/")
            yield Site(town, opened, clock, here, session, heard)
        await server.close()


async def test_slack_is_asked_for_just_what_the_manifest_says(site: Site) -> None:
    location, _ = await site.begin()
    asked = parse_qs(urlsplit(location).query)
    assert location.startswith(site.town.url.removesuffix("api/") + "oauth/v2/authorize?")
    assert asked["client_id"] == [CLIENT_ID]
    assert asked["scope"] == [",".join(SCOPES)]
    assert "user_scope" not in asked
    assert asked["redirect_uri"] == ["https://practice.example.com/slack/oauth_redirect"]


async def test_who_installs_becomes_the_administrator(site: Site, store: SqlStore) -> None:
    status, page = await site.install()
    assert status == 200
    assert "Scrimmage is installed in Bravo" in page
    assert f"slack://app?team={site.town.bravo.team}&amp;id=" in page
    ines = site.town.bravo.user("ines")
    async with store.reading() as unit:
        workspace = await unit.workspace(site.town.bravo.team)
        people = await unit.people(site.town.bravo.team)
    assert workspace is not None
    assert (workspace.name, workspace.platform) == ("Bravo", "slack")
    assert [(p.id, p.name, p.roles, p.time_zone) for p in people] == [
        (ines, "Ines Duarte", frozenset({Role.ADMIN}), "Europe/Lisbon")
    ]
    here = await site.opened.installations.installed(site.town.bravo.team)
    assert (here.bot_id, here.bot_user_id) == (site.town.bravo.bot, site.town.bravo.bot_user)
    assert (await here.client.auth_test())["team_id"] == site.town.bravo.team


async def test_somebody_who_installs_it_again_is_no_administrator(
    site: Site, store: SqlStore
) -> None:
    alex = site.town.bravo.user("alex")
    trainee = Person(alex, site.town.bravo.team, "Alex", frozenset({Role.TRAINEE}))
    await site.install("ines")
    async with store.unit() as unit:
        await unit.put_person(trainee)
    first = await site.token()
    await site.install("alex")
    assert await site.token() != first
    async with store.reading() as unit:
        assert await unit.person(site.town.bravo.team, alex) == trainee


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"error": "access_denied"}, "You did not allow it"),
        ({"error": "<script>"}, "Something went wrong"),
        ({"state": "guessed", "code": "guessed"}, "another window began"),
    ],
)
async def test_what_goes_wrong_is_told_in_plain_words(
    site: Site, query: dict[str, str], words: str
) -> None:
    _, page = await site.come_back(**query)
    assert "Scrimmage was not installed" in page
    assert words in page
    assert "<script>" not in page
    assert 'href="/slack/install"' in page


async def test_a_way_back_is_good_for_once(site: Site) -> None:
    location, cookie = await site.begin()
    state = parse_qs(urlsplit(location).query)["state"][0]
    status, page = await site.come_back(cookie, state=state, code="guessed")
    assert (status, "Slack did not take" in page) == (401, True)
    status, page = await site.come_back(cookie, state=state, code="guessed")
    assert (status, "opened twice" in page) == (401, True)


async def test_slack_away_on_the_way_back_is_told_with_a_reference(site: Site) -> None:
    site.town.fault("oauth.v2.access", cut=True, times=9)
    with capture_logs() as logs:
        status, page = await site.install()
    failed = [line for line in logs if line["event"] == "slack_installing_failed"]
    assert status == 500
    assert f"the reference {failed[0]['reference']}" in page
    assert "Traceback" not in page


async def test_a_token_is_renewed_before_it_ends(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    await site.install()
    first = await site.token()
    _let_hours_pass(site, monkeypatch, 9)
    assert await site.token() == first
    _let_hours_pass(site, monkeypatch, 11)
    second = await site.token()
    assert second != first
    assert await site.token() == second
    renewals = [c for c in site.town.calls("oauth.v2.access") if "refresh_token" in c.arguments]
    assert len(renewals) == 1


async def test_a_token_that_another_process_renewed_is_taken_from_the_store(
    site: Site,
    many: SlackSettings,
    store: SqlStore,
    url: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await site.install()
    _let_hours_pass(site, monkeypatch, 11)
    async with _another(site, many, store, url) as another:
        theirs = await another.installations.installed(site.town.bravo.team)
    assert await site.token() == theirs.client.token


async def test_a_token_that_slack_does_not_renew_is_an_error(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    await site.install()
    _let_hours_pass(site, monkeypatch, 11)
    site.town.fault("oauth.v2.access", error="invalid_refresh_token")
    with capture_logs() as logs, pytest.raises(ProviderError):
        await site.token()
    assert [line["event"] for line in logs] == ["slack_token_not_renewed"]


async def test_two_processes_may_renew_at_once(
    site: Site,
    many: SlackSettings,
    store: SqlStore,
    url: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await site.install()
    _let_hours_pass(site, monkeypatch, 11)
    held = site.town.hold("oauth.v2.access")
    async with asyncio.TaskGroup() as group:
        ours = group.create_task(site.token())
        await held.arrived.wait()
        async with _another(site, many, store, url) as another:
            theirs = await another.installations.installed(site.town.bravo.team)
        held.release()
    assert ours.result() == theirs.client.token


@pytest.mark.parametrize(
    "event",
    [
        {"type": "app_uninstalled"},
        {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": ["U0BRAVOBOT"]}},
    ],
    ids=lambda event: event["type"],
)
async def test_a_workspace_that_removes_the_app_is_forgotten(
    site: Site, store: SqlStore, event: dict[str, Any]
) -> None:
    await site.install()
    await site.token()
    await _tell(site, event, minutes_from_now=1)
    with pytest.raises(ProviderError) as caught:
        await site.token()
    assert not caught.value.retryable
    async with store.reading() as unit:
        assert await unit.workspace(site.town.bravo.team) is not None
    assert (await site.install())[0] == 200
    assert await site.token()


@pytest.mark.parametrize(
    ("event", "minutes"),
    [
        # Slack told of it late, or again: the app is back since.
        ({"type": "app_uninstalled"}, -5),
        # Somebody's own token, of which we have none.
        ({"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}}, 1),
    ],
    ids=["late", "of a user"],
)
async def test_what_is_no_removal_changes_nothing(
    site: Site, event: dict[str, Any], minutes: int
) -> None:
    await site.install()
    before = await site.token()
    await _tell(site, event, minutes_from_now=minutes)
    assert await site.token() == before


async def test_what_nobody_came_back_with_is_swept_away(site: Site, store: SqlStore) -> None:
    def states(connection: sa.Connection) -> int:
        return int(connection.execute(sa.text("SELECT count(*) FROM slack_oauth_states")).scalar())  # type: ignore[arg-type]  # a count is never NULL

    async def count() -> int:
        async with store.database.transaction(reading=True) as transaction:
            return await transaction.run(states)

    await site.begin()
    await site.begin()
    assert await count() == 2
    async with store.database.transaction(reading=False) as transaction:
        await transaction.run(
            sa.Connection.execute,
            sa.text("UPDATE slack_oauth_states SET expire_at = '2020-01-01 00:00:00.000000'"),
        )
    await site.begin()
    assert await count() == 1


async def test_a_workspace_without_the_app_has_no_client(site: Site) -> None:
    with pytest.raises(ProviderError) as caught:
        await site.opened.installations.installed(site.town.acme.team)
    assert not caught.value.retryable


def _another(
    site: Site, many: SlackSettings, store: SqlStore, url: str
) -> AbstractAsyncContextManager[Opened]:
    """The same product on another machine."""
    return open_installations(many, url, store, site.clock)


async def _tell(site: Site, event: dict[str, Any], minutes_from_now: int) -> None:
    """Let Slack tell of an event in bravo that happened at this time."""
    at = int(time.time()) + 60 * minutes_from_now
    payload = site.town.teller(site.town.bravo).event(event, at=at)
    async with Caller(f"{site.url}/slack/events", SECRET) as caller:
        assert (await caller.send(payload)).status == 200
    await site.heard.wait()


def _let_hours_pass(site: Site, monkeypatch: pytest.MonkeyPatch, hours: int) -> None:
    """For us and for slack_sdk, which looks at its own clock."""
    site.clock.ahead = timedelta(hours=hours)
    seconds = site.clock.now().timestamp()
    monkeypatch.setattr("slack_sdk.oauth.token_rotation.async_rotator.time", lambda: seconds)
