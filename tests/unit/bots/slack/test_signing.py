"""Who is let in by signature, and what the log says of who is not."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.response import BoltResponse
from structlog.testing import capture_logs

from bots.slack.signing import Signing
from tests.fakes.world import FakeClock
from tests.slack.requests import Caller, Request, signed
from tests.slack.teller import Teller

SECRET = "0123456789abcdef" * 2
OTHER = "fedcba9876543210" * 2
SLASH = Teller("T1", "U0BOT").slash("U1", "/practice")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def caller(clock: FakeClock) -> AsyncIterator[Caller]:
    """Somebody who calls a server that lets in by `Signing` alone."""
    door = Signing(SECRET, clock)

    async def serve(request: web.Request) -> web.Response:
        async def enter() -> BoltResponse:
            return BoltResponse(status=200, body="in")

        asked = await to_bolt_request(request)
        given = await door.async_process(req=asked, resp=BoltResponse(status=404), next=enter)
        return await to_aiohttp_response(given)

    app = web.Application()
    app.router.add_post("/slack/events", serve)
    server = TestServer(app)
    await server.start_server()
    url = str(server.make_url("/slack/events"))
    async with Caller(url, SECRET, clock=lambda: clock.now().timestamp()) as calling:
        yield calling
    await server.close()


def _at(clock: FakeClock) -> int:
    return int(clock.now().timestamp())


async def test_what_slack_signed_is_let_in(caller: Caller) -> None:
    assert (await caller.send(SLASH)).status == 200


@pytest.mark.parametrize(("age", "status"), [(299, 200), (301, 401), (-301, 401)])
async def test_only_what_is_fresh(caller: Caller, age: int, status: int) -> None:
    with capture_logs() as logs:
        assert (await caller.send(SLASH, age=age)).status == status
    assert logs == []


async def test_a_wrong_secret_is_named_once_a_minute(caller: Caller, clock: FakeClock) -> None:
    with capture_logs() as logs:
        answer = await caller.send(SLASH, secret=OTHER)
        await caller.send(SLASH, secret=OTHER)
        clock.passes(59)
        await caller.send(SLASH, secret=OTHER)
        assert len(logs) == 1
        clock.passes(1)
        await caller.send(SLASH, secret=OTHER)
    assert (answer.status, len(logs)) == (401, 2)
    assert answer.body == {"error": "the signature of this request does not fit the signing secret"}
    assert logs[0]["log_level"] == "error"
    assert logs[0]["event"] == "slack_signature_refused"
    assert logs[0]["setting"] == "SCRIMMAGE_SLACK_SIGNING_SECRET"
    assert "Signing Secret" in logs[0]["mend"]


async def test_once_slack_was_let_in_the_secret_is_not_blamed(caller: Caller) -> None:
    await caller.send(SLASH)
    with capture_logs() as logs:
        assert (await caller.send(SLASH, secret=OTHER)).status == 401
    assert [(line["event"], line["log_level"]) for line in logs] == [
        ("slack_request_forged", "warning")
    ]


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Slack-Signature", ""),
        ("X-Slack-Signature", "v0=\xe9"),
        ("X-Slack-Request-Timestamp", ""),
        ("X-Slack-Request-Timestamp", "soon"),
        ("X-Slack-Request-Timestamp", "9" * 5000),
    ],
)
async def test_what_is_no_request_of_slacks(
    caller: Caller, clock: FakeClock, header: str, value: str
) -> None:
    request = signed(SLASH, SECRET, _at(clock))
    spoilt = Request(request.body, {**request.headers, header: value})
    assert (await caller.post(spoilt)).status == 401
