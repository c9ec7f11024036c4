"""What goes wrong in the Town, as the real client meets it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from tests.slack.answers import refused
from tests.slack.emulated import Emulated
from tests.slack.town import Town


async def test_too_many_requests_are_told_when_to_come_again(
    town: Town, client: AsyncWebClient
) -> None:
    town.fault("chat.postMessage", retry_after=7)

    with pytest.raises(SlackApiError) as caught:
        await client.chat_postMessage(channel="coaches", text="one")
    assert caught.value.response.status_code == 429
    assert caught.value.response["error"] == "ratelimited"
    assert caught.value.response.headers["Retry-After"] == "7"
    assert (await client.chat_postMessage(channel="coaches", text="one"))["ok"]


async def test_the_clients_own_handler_comes_again(town: Town, client: AsyncWebClient) -> None:
    client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=1))
    town.fault("chat.postMessage", retry_after=0)

    assert (await client.chat_postMessage(channel="coaches", text="one"))["ok"]
    assert len(town.calls("chat.postMessage")) == 2


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_slack_is_down(status: int, town: Town, client: AsyncWebClient) -> None:
    town.fault("*", status=status, times=2)

    for calling in (client.auth_test(), client.users_list()):
        with pytest.raises(SlackApiError) as caught:
            await calling
        assert caught.value.response.status_code == status
    assert (await client.auth_test())["ok"]


async def test_a_connection_breaks_after_the_message_was_posted(
    town: Town, client: AsyncWebClient
) -> None:
    client.retry_handlers.clear()
    town.fault("chat.postMessage", cut=True, applied=True)

    with pytest.raises(aiohttp.ClientError):
        await client.chat_postMessage(channel="coaches", text="one")
    assert len(await town.messages(town.acme.channel("coaches"))) == 1


async def test_an_error_of_one_channel_only(town: Town, client: AsyncWebClient) -> None:
    coaches, team = town.acme.channel("coaches"), town.acme.channel("team-a")
    town.fault("chat.postMessage", error="is_archived", channel=coaches, times=9)

    assert (await client.chat_postMessage(channel=team, text="one"))["ok"]
    answer = await refused(client.chat_postMessage(channel=coaches, text="one"))
    assert answer["error"] == "is_archived"


async def test_a_held_call_waits_for_its_release(town: Town, client: AsyncWebClient) -> None:
    held = town.hold("chat.postMessage")

    async with asyncio.TaskGroup() as tasks:
        posting = tasks.create_task(client.chat_postMessage(channel="coaches", text="one"))
        await held.arrived.wait()
        assert await town.messages(town.acme.channel("coaches")) == []
        held.release()
    assert posting.result()["ok"]


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def timed(emulated: tuple[Emulated, Emulated], clock: Clock) -> AsyncIterator[Town]:
    async with Town(*emulated, clock=clock) as open_town:
        yield open_town


async def test_one_message_a_second_in_a_channel(timed: Town, clock: Clock) -> None:
    client = AsyncWebClient(token=timed.acme.bot_token, base_url=timed.url)
    timed.rates = True

    await client.chat_postMessage(channel="coaches", text="one")
    await client.chat_postMessage(channel="team-a", text="one")
    clock.now = 0.9
    answer = await refused(client.chat_postMessage(channel="coaches", text="two"))
    assert answer["error"] == "ratelimited"
    clock.now = 1.0
    await client.chat_postMessage(channel="coaches", text="two")
    assert [call.at for call in timed.calls("chat.postMessage")] == [0.0, 0.0, 0.9, 1.0]


async def test_a_response_url_works_for_half_an_hour(timed: Town, clock: Clock) -> None:
    url = timed.response_url(timed.acme.channel("coaches"), timed.acme.user("alex"))
    async with aiohttp.ClientSession() as session:
        clock.now = 1800
        assert (await session.post(url, json={"text": "late"})).status == 200
        clock.now = 1801
        assert (await session.post(url, json={"text": "too late"})).status == 404
    assert [response.body["text"] for response in timed.responses] == ["late"]
