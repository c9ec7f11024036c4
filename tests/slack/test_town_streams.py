"""Streamed messages and statuses in the Town, through the real client."""

from __future__ import annotations

from slack_sdk.web.async_chat_stream import AsyncChatStream
from slack_sdk.web.async_client import AsyncWebClient

from tests.slack.answers import refused
from tests.slack.kit import actions, button
from tests.slack.town import Town


async def _begun(town: Town, client: AsyncWebClient) -> tuple[AsyncChatStream, str, str]:
    """A stream in a thread of the coaches' channel, the channel, and the thread."""
    channel = town.acme.channel("coaches")
    thread = await client.chat_postMessage(channel=channel, text="Call me")
    stream = await client.chat_stream(
        channel=channel,
        thread_ts=thread["ts"],
        recipient_team_id=town.acme.team,
        recipient_user_id=town.acme.user("alex"),
        buffer_size=1,
    )
    return stream, channel, thread["ts"]


async def test_a_stream_grows_and_stays(town: Town, client: AsyncWebClient) -> None:
    stream, channel, thread = await _begun(town, client)
    for piece, whole in (("Who ", "Who "), ("is **this**", "Who is **this**")):
        await stream.append(markdown_text=piece)
        assert (await town.thread(channel, thread))[-1]["text"] == whole
    await stream.stop(markdown_text="?", blocks=[actions(button())])

    said = (await client.conversations_replies(channel=channel, ts=thread))["messages"][-1]
    assert (said["ts"], said["text"]) == (stream.ts, "Who is **this**?")
    assert said["blocks"][0]["type"] == "actions"
    kept = town.streams[said["ts"]]
    assert (kept.pieces, kept.state) == (["Who ", "is **this**", "?"], "stopped")


async def test_a_stream_that_paused_too_long_is_gone_and_may_be_edited(
    town: Town, client: AsyncWebClient
) -> None:
    stream, channel, thread = await _begun(town, client)
    await stream.append(markdown_text="Who ")
    assert stream.ts
    early = client.chat_update(channel=channel, ts=stream.ts, text="Who is this?")
    assert (await refused(early))["error"] == "streaming_state_conflict"

    town.expire_stream(stream.ts)
    for calling in (stream.append(markdown_text="is this?"), stream.stop()):
        assert (await refused(calling))["error"] == "message_not_in_streaming_state"
    await client.chat_update(channel=channel, ts=stream.ts, text="Who is this?")
    assert (await town.thread(channel, thread))[-1]["text"] == "Who is this?"


async def test_a_stream_in_a_channel_names_who_reads_it(town: Town, client: AsyncWebClient) -> None:
    channel = town.acme.channel("coaches")
    first = await client.chat_postMessage(channel=channel, text="Call me")

    calling = client.chat_startStream(channel=channel, thread_ts=first["ts"], markdown_text="x")
    assert (await refused(calling))["error"] == "missing_recipient_team_id"
    direct = await town.direct("alex")
    first = await client.chat_postMessage(channel=direct, text="Call me")
    assert (await client.chat_startStream(channel=direct, thread_ts=first["ts"]))["ts"]


async def test_too_much_for_one_piece_is_refused(town: Town, client: AsyncWebClient) -> None:
    stream, _, _ = await _begun(town, client)

    answer = await refused(stream.append(markdown_text="x" * 12_001))
    assert answer["error"] == "msg_too_long"
    assert len(town.violations) == 1


async def test_a_thread_says_what_the_bot_does(town: Town, client: AsyncWebClient) -> None:
    for status in ("is writing …", ""):
        await client.assistant_threads_setStatus(channel_id="C1", thread_ts="1.2", status=status)

    assert [status.status for status in town.statuses] == ["is writing …", ""]
