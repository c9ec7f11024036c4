"""A small Bolt app between the two halves of the test ground: it is told, and it answers."""

from __future__ import annotations

from typing import Any

from aiohttp.test_utils import TestServer
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from tests.slack.kit import modal, section
from tests.slack.requests import Caller
from tests.slack.town import Town

SECRET = "shared with Slack"


def _app(client: AsyncWebClient) -> AsyncApp:
    app = AsyncApp(client=client, token=client.token, signing_secret=SECRET)

    @app.command("/practice")
    async def open_form(ack: Any, body: Any, client: AsyncWebClient) -> None:  # noqa: ANN401 - Bolt's
        await client.views_open(trigger_id=body["trigger_id"], view=modal(section()))
        await ack()

    @app.shortcut("review")
    async def respond(ack: Any, respond: Any, shortcut: Any) -> None:  # noqa: ANN401 - Bolt's
        await ack()
        await respond(f"Reviewed {shortcut['message']['text']}", replace_original=True)

    return app


async def test_by_http(town: Town, client: AsyncWebClient) -> None:
    channel, alex = town.acme.channel("coaches"), town.acme.user("alex")
    sent = await client.chat_postMessage(channel=channel, text="the call")
    server = TestServer(_app(client).web_app(path="/slack/events"))
    await server.start_server()
    async with Caller(str(server.make_url("/slack/events")), SECRET) as caller:
        url = town.response_url(channel, alex, sent["ts"])
        [message] = await town.messages(channel)
        await caller.send(
            town.teller().message_action("review", alex, channel, message, response_url=url)
        )
        await caller.send(town.teller().slash(alex, "/practice", trigger=town.trigger(alex)))
    await server.close()

    assert town.modal
    assert town.modal.user == alex
    assert [each["text"] for each in await town.messages(channel)] == ["Reviewed the call"]
    assert [answer.status for answer in caller.answers] == [200, 200]
    assert town.violations == []


async def test_by_socket(town: Town, client: AsyncWebClient) -> None:
    alex = town.acme.user("alex")
    handler = AsyncSocketModeHandler(_app(client), "xapp-scrimmage")
    await handler.connect_async()  # type: ignore[no-untyped-call] # Bolt left it so
    await town.sockets.connected()
    told = town.teller().slash(alex, "/practice", trigger=town.trigger(alex))
    await town.sockets.acknowledgement(await town.sockets.send(told))
    await handler.close_async()  # type: ignore[no-untyped-call] # as above

    assert town.modal
    assert town.modal.user == alex
