"""The Town holds streams to Teams' rules."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest

from tests.teams.asking import Asking, Told
from tests.teams.people import ACME
from tests.teams.town import TeamsTown

CHAT = ACME.person("alex").chat
CARDS: dict[str, Any] = {
    "attachments": [{"contentType": "image/png", "contentUrl": "https://x.test/"}]
}


@dataclass
class Writer:
    """Writes in a chat, a second and a half after each piece."""

    bot: Asking
    now: list[float]
    wait: float = 1.5
    number: int = 0
    stream: dict[str, str] = field(default_factory=dict)

    async def piece(self, text: str, where: str = CHAT, **more: Any) -> Told:  # noqa: ANN401
        self.now[0] += self.wait
        self.number += 1
        about = {"streamType": "streaming", "streamSequence": self.number} | self.stream
        told = await self.bot.send(where, _activity("typing", text, about) | more)
        if told.status == 201:
            self.stream = {"streamId": told.id}
        return told

    async def last(self, text: str, **more: Any) -> Told:  # noqa: ANN401 - parts of an activity
        self.now[0] += self.wait
        about = {"streamType": "final"} | self.stream
        return await self.bot.send(CHAT, _activity("message", text, about) | more)

    @property
    def wrong(self) -> list[str]:
        return [each.words for each in self.bot.town.violations]


def _activity(kind: str, text: str, about: dict[str, Any]) -> dict[str, Any]:
    return {"type": kind, "text": text, "entities": [{"type": "streaminfo", **about}]}


@pytest.fixture
async def writer() -> AsyncIterator[Writer]:
    now = [0.0]
    async with TeamsTown(clock=lambda: now[0]) as town, aiohttp.ClientSession() as session:
        yield Writer(Asking(town, session), now)


async def test_a_stream_ends_as_a_message_under_its_own_id(writer: Writer) -> None:
    begun = await writer.piece("Good")
    assert (await writer.piece("Good mor")).status == 202
    assert (await writer.last("Good morning.", **CARDS)).status == 202
    (post,) = writer.bot.town.posts(CHAT)
    assert (post.id, post.activity["text"]) == (begun.id, "Good morning.")
    stream = writer.bot.town.streams[begun.id]
    assert [p.text for p in stream.pieces] == ["Good", "Good mor", "Good morning."]
    assert (stream.done, writer.wrong) == (True, [])


async def test_there_is_no_stream_in_a_channel(writer: Writer) -> None:
    told = await writer.piece("Good", where=ACME.channels["practice"])
    assert told.code == "ContentStreamNotAllowed"
    assert writer.wrong == ["a stream outside of a personal chat"]


async def test_the_text_only_grows(writer: Writer) -> None:
    await writer.piece("Good")
    await writer.piece("Bad")
    assert writer.wrong == ["a piece of a stream does not begin with the one before"]


async def test_numbers_begin_with_1_and_rise(writer: Writer) -> None:
    writer.number = 1
    assert (await writer.piece("Good")).status == 400
    writer.number = 0
    await writer.piece("Good")
    writer.number = 0
    assert (await writer.piece("Good day")).status == 202
    assert writer.wrong[1:] == ["piece 1 of a stream after 1"]


async def test_pieces_come_about_a_second_apart(writer: Writer) -> None:
    writer.wait = 0.5
    await writer.piece("Good")
    await writer.piece("Good day")
    assert writer.wrong == ["two pieces of a stream within 0.50 s"]


async def test_nothing_is_attached_before_the_end(writer: Writer) -> None:
    assert (await writer.piece("Good", **CARDS)).status == 400
    assert writer.wrong == ["attachments before the end of a stream"]


async def test_nothing_comes_after_the_end(writer: Writer) -> None:
    await writer.piece("Good")
    await writer.last("Good.")
    assert (await writer.last("Good!")).status == 403
    assert writer.wrong == ["a piece after the last one"]


async def test_a_stream_is_over_after_two_minutes(writer: Writer) -> None:
    await writer.piece("Good")
    writer.wait = 121
    assert (await writer.last("Good.")).status == 403
    assert writer.wrong == []
