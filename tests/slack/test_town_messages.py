"""Messages in the Town, through the real client."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from tests.slack.answers import refused
from tests.slack.kit import actions, button, marked, plain, section
from tests.slack.town import Town

METADATA = {"event_type": "practice", "event_payload": {"key": "a1:7"}}


async def test_a_thread_is_read_back_in_order(town: Town, client: AsyncWebClient) -> None:
    channel = town.acme.channel("coaches")
    first = await client.chat_postMessage(channel=channel, text="one")
    await client.chat_postMessage(channel=channel, text="two", thread_ts=first["ts"])
    await town.say("alex", channel, "three", first["ts"])

    replies = await client.conversations_replies(channel=channel, ts=first["ts"])
    assert [each["text"] for each in replies["messages"]] == ["one", "two", "three"]
    assert await town.thread(channel, first["ts"]) == replies["messages"]
    assert [each["text"] for each in await town.messages(channel)] == ["one"]
    assert replies["messages"][1]["bot_id"] == town.acme.bot
    assert replies["messages"][2]["user"] == town.acme.user("alex")


async def test_every_test_finds_the_channels_empty(town: Town) -> None:
    for name in ("coaches", "team-a"):
        assert await town.messages(town.acme.channel(name)) == []


async def test_metadata_comes_back_where_it_is_asked_for(
    town: Town, client: AsyncWebClient
) -> None:
    channel = town.acme.channel("coaches")
    sent = await client.chat_postMessage(channel=channel, text="one", metadata=METADATA)

    for read in (client.conversations_history, client.conversations_replies):
        where = {"channel": channel, "ts": sent["ts"]}
        with_it = await read(**where, include_all_metadata=True)
        without = await read(**where)
        assert with_it["messages"][0]["metadata"] == METADATA
        assert "metadata" not in without["messages"][0]


async def test_history_is_read_in_pages_and_by_time(town: Town, client: AsyncWebClient) -> None:
    channel = town.acme.channel("coaches")
    times = [(await client.chat_postMessage(channel=channel, text=t))["ts"] for t in "abcde"]

    pages: list[list[str]] = []
    async for page in await client.conversations_history(channel=channel, limit=2):
        pages.append([message["text"] for message in page["messages"]])  # noqa: PERF401 - it changes
    assert pages == [["e", "d"], ["c", "b"], ["a"]]
    newer = await client.conversations_history(channel=channel, oldest=times[2])
    assert [m["text"] for m in newer["messages"]] == ["e", "d"]


async def test_a_message_is_changed_and_deleted(town: Town, client: AsyncWebClient) -> None:
    channel = town.acme.channel("coaches")
    sent = await client.chat_postMessage(channel=channel, text="one", blocks=[actions(button())])
    await client.chat_update(channel=channel, ts=sent["ts"], text="two")

    [changed] = await town.messages(channel)
    assert changed["text"] == "two"
    assert "blocks" not in changed
    await client.chat_delete(channel=channel, ts=sent["ts"])
    assert await town.messages(channel) == []


async def test_blocks_and_their_buttons_are_given_names(town: Town, client: AsyncWebClient) -> None:
    channel = town.acme.channel("coaches")
    await client.chat_postMessage(channel=channel, text="one", blocks=[actions(button())])

    [message] = await town.messages(channel)
    [block] = message["blocks"]
    assert block["block_id"]
    assert block["elements"][0]["action_id"]


async def test_a_customer_speaks_under_their_own_name(town: Town, client: AsyncWebClient) -> None:
    channel, picture = town.acme.channel("coaches"), "https://scrimmage.test/dana.png"
    await client.chat_postMessage(channel=channel, text="Hm.", username="Dana", icon_url=picture)

    [message] = await town.messages(channel)
    assert (message["username"], message["icon_url"]) == ("Dana", picture)
    town.tokens.narrow(town.acme.bot_token, "chat:write.customize")
    answer = await refused(client.chat_postMessage(channel=channel, text="Hm.", username="Dana"))
    assert (answer["error"], answer["needed"]) == ("missing_scope", "chat:write.customize")


async def test_a_direct_message(town: Town, client: AsyncWebClient) -> None:
    opened = await client.conversations_open(users=town.acme.user("alex"))
    await client.chat_postMessage(channel=opened["channel"]["id"], text="Hello, Alex")

    assert opened["channel"]["id"] == await town.direct("alex")
    assert [m["text"] for m in await town.messages(await town.direct("alex"))] == ["Hello, Alex"]


async def test_only_one_person_sees_an_ephemeral_message(
    town: Town, client: AsyncWebClient
) -> None:
    channel, alex = town.acme.channel("coaches"), town.acme.user("alex")
    await client.chat_postEphemeral(channel=channel, user=alex, text="psst")

    assert await town.messages(channel) == []
    assert [(e.user, e.arguments["text"]) for e in town.ephemerals] == [(alex, "psst")]


async def test_the_bot_must_be_in_a_channel(town: Town, client: AsyncWebClient) -> None:
    channel = town.acme.channel("general")
    answer = await refused(client.chat_postMessage(channel=channel, text="x"))
    assert answer["error"] == "not_in_channel"
    await client.conversations_join(channel=channel)
    assert (await client.chat_postMessage(channel=channel, text="x"))["ok"]


@pytest.mark.parametrize(
    ("message", "error"),
    [
        ({"blocks": [{"type": "header", "text": plain("x" * 151)}]}, "invalid_blocks"),
        ({"blocks": [section(text=marked("x" * 2999))] * 5}, "msg_blocks_too_long"),
        ({"text": ""}, "no_text"),
        ({"text": "x", "metadata": {"event_type": "x"}}, "invalid_metadata_format"),
        ({"text": "x", "blocks": [{"type": "call", "call_id": "R0"}]}, "invalid_blocks"),
    ],
)
async def test_what_slack_would_not_take_is_refused_and_remembered(
    message: dict[str, Any], error: str, town: Town, client: AsyncWebClient
) -> None:
    channel = town.acme.channel("coaches")
    # Not by its own method, which warns of some of these itself.
    sent = {"channel": channel, **message}
    answer = await refused(client.api_call("chat.postMessage", json=sent))

    assert answer["error"] == error
    assert answer["response_metadata"]["messages"][0].startswith("[ERROR] ")
    assert await town.messages(channel) == []


async def test_a_violation_is_kept_in_words(town: Town, client: AsyncWebClient) -> None:
    channel = town.acme.channel("coaches")
    await refused(client.chat_postMessage(channel=channel, text="x", blocks=[section(a=1)]))

    [violation] = town.violations
    assert violation.method == "chat.postMessage"
    assert violation.words == ("invalid additional property: a [json-pointer:/blocks/0]",)


async def test_what_was_asked_is_remembered(town: Town, client: AsyncWebClient) -> None:
    await client.chat_postMessage(channel="coaches", text="one", blocks=[section()])

    [call] = town.calls("chat.postMessage")
    assert (call.arguments["text"], call.arguments["blocks"]) == ("one", [section()])
    assert call.token == town.acme.bot_token


async def test_a_text_that_is_too_long_is_cut_and_remembered(
    town: Town, client: AsyncWebClient
) -> None:
    sent = await client.chat_postMessage(channel="coaches", text="x" * 40_001)

    assert (len(sent["message"]["text"]), sent["warning"]) == (40_000, "message_truncated")
    assert len(town.violations) == 1


async def test_reactions_and_files(town: Town, client: AsyncWebClient) -> None:
    channel = town.acme.channel("coaches")
    sent = await client.chat_postMessage(channel=channel, text="one")
    await client.reactions_add(channel=channel, timestamp=sent["ts"], name="tada")
    await client.files_upload_v2(channel=channel, content="a,b", filename="scores.csv")

    said, upload = await town.messages(channel)
    assert [reaction["name"] for reaction in said["reactions"]] == ["tada"]
    assert [file["name"] for file in upload["files"]] == ["scores.csv"]
