"""Requests as Slack sends them, put to a real Bolt app behind its real aiohttp route."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp.test_utils import TestServer
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from tests.slack.kit import modal, plain, section
from tests.slack.payloads import Payload
from tests.slack.requests import Caller, Retry
from tests.slack.teller import Teller

SECRET = "shared with Slack"
TELLER = Teller()
MESSAGE = {"ts": "1.2", "user": "U0ACMEBOT", "text": "Shall we?"}


class App:
    """A Bolt app that remembers what reached it."""

    def __init__(self) -> None:
        self.bolt = AsyncApp(signing_secret=SECRET, authorize=_authorise)
        self.heard: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        for listen in (
            self.bolt.event("app_mention"),
            self.bolt.event("message"),
            self.bolt.action("start"),
            self.bolt.shortcut("review"),
            self.bolt.command("/practice"),
            self.bolt.view_closed("form"),
        ):
            listen(self._hear)
        self.bolt.view("form")(self._answer)

    async def _hear(self, ack: Any, body: dict[str, Any]) -> None:  # noqa: ANN401 - Bolt's own
        await ack()
        self.heard.put_nowait(body)

    async def _answer(self, ack: Any) -> None:  # noqa: ANN401 - Bolt's own
        await ack(response_action="update", view=modal(section(), title=plain("x" * 25)))


async def _authorise() -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id="T0ACME", bot_token="xoxb-acme")


@pytest.fixture
def app() -> App:
    return App()


@pytest.fixture
async def caller(app: App) -> AsyncIterator[Caller]:
    server = TestServer(app.bolt.web_app(path="/slack/events"))
    await server.start_server()
    async with Caller(str(server.make_url("/slack/events")), SECRET) as calling:
        yield calling
    await server.close()


PRESSED = {"type": "button", "action_id": "start", "block_id": "b", "value": "7"}
ALL = {
    "mention": TELLER.mention("U1", "C1", "hello"),
    "message": TELLER.message("U1", "D1", "hello"),
    "button": TELLER.block_action("U1", PRESSED, channel="C1", message=MESSAGE),
    "button of a view": TELLER.block_action("U1", PRESSED, view={"id": "V1", "type": "home"}),
    "message shortcut": TELLER.message_action("review", "U1", "C1", MESSAGE),
    "global shortcut": TELLER.shortcut("review", "U1"),
    "command": TELLER.slash("U1", "/practice", "alex"),
    "closed form": TELLER.view_closed("U1", modal(callback_id="form", id="V1")),
}


@pytest.mark.parametrize("payload", ALL.values(), ids=ALL)
async def test_what_is_signed_reaches_its_listener(
    payload: Payload, app: App, caller: Caller
) -> None:
    answer = await caller.send(payload)

    assert answer.status == 200
    assert answer.seconds < 3
    heard = await app.heard.get()
    assert heard.get("trigger_id") == payload.body.get("trigger_id")


async def test_an_address_is_verified(caller: Caller) -> None:
    answer = await caller.send(TELLER.url_verification("three words"))

    assert answer.body == {"challenge": "three words"}


@pytest.mark.parametrize("how", [{"age": 301}, {"secret": "somebody else's"}])
async def test_stale_and_forged_requests_are_refused(
    how: dict[str, Any], app: App, caller: Caller
) -> None:
    answer = await caller.send(ALL["mention"], **how)

    assert answer.status == 401
    assert app.heard.empty()


async def test_a_second_delivery_has_the_same_event_id(app: App, caller: Caller) -> None:
    for retry in (None, Retry(1), Retry(2, "http_error")):
        assert (await caller.send(ALL["mention"], retry=retry)).status == 200

    assert len({(await app.heard.get())["event_id"] for _ in range(3)}) == 1


async def test_an_answer_that_slack_would_not_take_is_told(caller: Caller) -> None:
    form = modal(callback_id="form", id="V1")
    answer = await caller.send(TELLER.view_submission("U1", form, {"b": {"a": {"value": "x"}}}))

    assert answer.body["response_action"] == "update"
    assert caller.violations == ["must be less than 25 characters [json-pointer:/view/title/text]"]
