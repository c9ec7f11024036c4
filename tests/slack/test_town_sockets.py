"""Socket Mode in the Town, with slack_sdk's own client."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from tests.slack.answers import refused
from tests.slack.requests import Retry
from tests.slack.town import Town


class Listener:
    """Acknowledges all that comes, with what it heard."""

    def __init__(self) -> None:
        self.heard: list[SocketModeRequest] = []

    async def __call__(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        self.heard.append(request)
        answer = SocketModeResponse(request.envelope_id, payload={"text": request.type})
        await client.send_socket_mode_response(answer)


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
async def socket(town: Town, listener: Listener) -> AsyncIterator[SocketModeClient]:
    """A connected client that pings ten times a second."""
    web = AsyncWebClient(base_url=town.url)
    client = SocketModeClient("xapp-scrimmage", web_client=web, ping_interval=0.1)
    client.socket_mode_request_listeners.append(listener)
    await client.connect()  # type: ignore[no-untyped-call] # slack_sdk left it so
    await town.sockets.connected()
    yield client
    await client.close()  # type: ignore[no-untyped-call] # as above


async def test_events_and_buttons_arrive_and_are_acknowledged(
    town: Town, socket: SocketModeClient, listener: Listener
) -> None:
    teller = town.teller()
    told = (teller.mention("U1", "C1", "hello"), teller.slash("U1", "/practice"))
    answers = [
        await town.sockets.acknowledgement(await town.sockets.send(payload)) for payload in told
    ]

    assert answers == [{"text": "events_api"}, {"text": "slash_commands"}]
    assert [request.payload for request in listener.heard] == [dict(p.body) for p in told]


async def test_a_retry_says_so(town: Town, socket: SocketModeClient, listener: Listener) -> None:
    payload = town.teller().mention("U1", "C1", "hello")
    envelope = await town.sockets.send(payload, retry=Retry(1, "timeout"))
    await town.sockets.acknowledgement(envelope)

    [heard] = listener.heard
    assert (heard.retry_attempt, heard.retry_reason) == (1, "timeout")


async def test_a_client_comes_back_when_asked_to_and_when_cut(
    town: Town, socket: SocketModeClient, listener: Listener
) -> None:
    [first] = town.sockets.links
    await town.sockets.disconnect()
    await town.sockets.gone(first)
    await town.sockets.connected()
    await town.sockets.drop()
    await town.sockets.connected()

    await town.sockets.acknowledgement(await town.sockets.send(town.teller().slash("U1", "/x")))
    assert len(town.calls("apps.connections.open")) == 3


async def test_pings_are_answered_until_the_connection_falls_silent(
    town: Town, socket: SocketModeClient, listener: Listener
) -> None:
    dead = town.sockets.silence()
    lost = await town.sockets.send(town.teller().slash("U1", "/lost"))
    await town.sockets.pinged(dead, dead.pings + 2)
    # The client notices that its pings are not answered, and comes again.
    await town.sockets.gone(dead)
    await town.sockets.connected()

    found = await town.sockets.send(town.teller().slash("U1", "/found"))
    await town.sockets.acknowledgement(found)
    assert lost not in town.sockets.acknowledged
    assert [request.payload["command"] for request in listener.heard] == ["/found"]


async def test_a_connection_may_be_dead_and_answer_pings(
    town: Town, socket: SocketModeClient, listener: Listener
) -> None:
    dead = town.sockets.silence(alive=True)
    await town.sockets.send(town.teller().slash("U1", "/lost"))
    await town.sockets.pinged(dead, dead.pings + 5)

    assert town.sockets.links == [dead]
    assert listener.heard == []


async def test_a_bots_token_opens_no_socket(town: Town, client: AsyncWebClient) -> None:
    calling = client.apps_connections_open(app_token=town.acme.bot_token)

    assert (await refused(calling))["error"] == "not_allowed_token_type"
