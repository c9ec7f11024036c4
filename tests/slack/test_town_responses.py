"""What is answered to a response_url."""

from __future__ import annotations

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from tests.slack.kit import plain, section
from tests.slack.town import Town


async def test_a_message_is_replaced_and_deleted(town: Town, client: AsyncWebClient) -> None:
    channel, alex = town.acme.channel("coaches"), town.acme.user("alex")
    sent = await client.chat_postMessage(channel=channel, text="Shall we?", blocks=[section()])
    webhook = AsyncWebhookClient(town.response_url(channel, alex, sent["ts"]))

    await webhook.send(text="Yes", replace_original=True)
    assert [each["text"] for each in await town.messages(channel)] == ["Yes"]
    await webhook.send(delete_original=True)
    assert await town.messages(channel) == []
    assert [response.user for response in town.responses] == [alex, alex]


async def test_an_answer_is_seen_by_one_or_by_all(town: Town) -> None:
    channel, alex = town.acme.channel("coaches"), town.acme.user("alex")
    webhook = AsyncWebhookClient(town.response_url(channel, alex))
    await webhook.send(text="psst", response_type="ephemeral")
    await webhook.send(text="hello", response_type="in_channel")

    assert [each["text"] for each in await town.messages(channel)] == ["hello"]
    assert [response.body["text"] for response in town.responses] == ["psst", "hello"]


async def test_it_works_five_times(town: Town) -> None:
    webhook = AsyncWebhookClient(town.response_url(town.acme.channel("coaches"), "U1"))
    answers = [await webhook.send(text=str(number)) for number in range(6)]

    assert [answer.status_code for answer in answers] == [200] * 5 + [404]
    assert "used_url" in answers[-1].body


async def test_it_takes_no_more_than_a_message_may_hold(town: Town) -> None:
    webhook = AsyncWebhookClient(town.response_url(town.acme.channel("coaches"), "U1"))
    answer = await webhook.send(text="x", blocks=[{"type": "header", "text": plain("x" * 151)}])

    assert "invalid_blocks" in answer.body
    assert [violation.method for violation in town.violations] == ["response_url"]
