"""A long line of the customer's appears while it is written, and stands there once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import pytest

from core.attempt import Call
from core.beats import Beat
from core.ports import Sentence
from core.reading import Note
from scenarios.shelf import LIBRARY
from tests.fakes.talker import Talker
from tests.fakes.world import FakeClock
from tests.samples import persona, scenario
from tests.teams.openid import OpenId
from tests.teams.people import ACME
from tests.teams.playground import words
from tests.teams.town.records import Post
from tests.teams_house import TeamsHouse, teams_house

LINE = "I see both payments here."
PRACTICE = ACME.channels["practice"]
PICTURE = next(LIBRARY.rglob("dana-whitfield.svg"))


class Unhurried(Talker):
    """Takes its time for each sentence, by the house's clock, and says some more."""

    def __init__(self, clock: FakeClock, pause_at: int = -1) -> None:
        super().__init__(pause_at)
        self._clock = clock

    async def say(self, call: Call, beat: Beat) -> AsyncIterator[Sentence | Note]:
        """Say what the talker says, and then that nobody did anything, again and again."""
        async for sentence in super().say(call, beat):
            self._clock.passes(0.6)
            yield sentence
        for _ in range(6):
            self._clock.passes(0.6)
            yield Sentence("Nobody did anything.")


@pytest.fixture
async def slow(openid: OpenId, tmp_path: Path) -> AsyncIterator[TeamsHouse]:
    """A house with a slow customer, whose face is known."""
    pictured = replace(scenario(), persona=replace(persona(), picture=str(PICTURE)))
    address = "https://scrimmage.test"
    async with teams_house(openid, tmp_path, base_url=address, scenarios=(pictured,)) as house:
        house.customer = Unhurried(house.clock)
        await house.again()
        await house.staff()
        yield house
        assert house.town.violations == []
        assert house.process.caller.violations == []


@dataclass(frozen=True, slots=True)
class Middle:
    """Tia's call while the customer is in the middle of its second line."""

    house: TeamsHouse
    talker: Talker
    where: str

    async def text(self) -> str:
        """The whole line, as the practice has it."""
        [attempt] = await self.house.attempts()
        return attempt.turns[2].text

    async def goes_on(self) -> None:
        """Let the customer say the rest."""
        self.talker.go_on.set()
        await self.house.idle()

    async def stands_once(self) -> Post:
        """The post of the whole line, of which there is one, with the customer's name."""
        whole = await self.text()
        [post] = [p for p in self.house.town.posts(self.where) if whole in _text(p)]
        assert post.activity["summary"].startswith(f"Pat Sample: {whole[:80]}")
        assert "entities" not in post.activity
        return post


def _text(post: Post) -> str:
    return words(post.activity)


async def begun(house: TeamsHouse, channel: str = "") -> Middle:
    """Let Tia's customer be in the middle of its second line, and be seen to write no more."""
    house.customer = talker = Unhurried(house.clock, pause_at=4)
    await house.again()
    tia = house.guest("tia")
    await tia.starts(channel=channel)
    where = house.town.threads(PRACTICE)[-1] if channel else tia.person.chat
    root = where.partition(";messageid=")[2]
    teller = tia.teller
    said = (
        teller.channel_message(tia.person, LINE, channel, root)
        if channel
        else teller.message(tia.person, LINE)
    )
    assert (await house.process.caller.send(said)).status == 200
    await talker.waits.wait()
    await house.process.bot.soon.idle()
    return Middle(house, talker, where)


async def test_a_long_line_streams_in_a_personal_chat_and_ends_as_a_card(slow: TeamsHouse) -> None:
    tia = slow.guest("tia")
    await tia.starts()
    await tia.writes(LINE)
    [attempt] = await slow.attempts()
    text = attempt.turns[2].text
    stream = list(slow.town.streams.values())[-1]
    *pieces, last = stream.pieces
    assert stream.done
    assert last.text == f"Pat Sample: {text}"
    assert len(pieces) > 1
    assert [piece.number for piece in pieces] == [*range(1, len(pieces) + 1)]
    for one, other in pairwise(pieces):
        assert other.text.startswith(one.text)
        assert other.at - one.at >= 1
    [post] = [p for p in tia.posts() if text in _text(p)]
    assert post.id == stream.id
    assert "https://scrimmage.test/faces/" in str(post.activity["attachments"])
    assert _text(post).split()[:2] == ["Pat", "Sample"]


async def test_a_line_under_way_tells_whose_it_is_and_no_more_than_was_said(
    slow: TeamsHouse,
) -> None:
    middle = await begun(slow)
    stream = list(slow.town.streams.values())[-1]
    assert stream.pieces[-1].text.startswith("Pat Sample: ")
    assert "2.2" in stream.pieces[-1].text
    assert "2.4" not in stream.pieces[-1].text
    await middle.goes_on()
    assert (await middle.stands_once()).id == stream.id


async def test_in_a_channel_a_long_line_is_one_post_that_grows(slow: TeamsHouse) -> None:
    middle = await begun(slow, "practice")
    under_way = slow.town.posts(middle.where)[-1]
    assert "2.2" in _text(under_way)
    assert "2.4" not in _text(under_way)
    assert "…" in _text(under_way)
    await middle.goes_on()
    whole = await middle.stands_once()
    assert whole.id == under_way.id
    assert "…" not in _text(whole)
    assert "https://scrimmage.test/faces/" in str(whole.activity)
    assert slow.town.streams == {}


async def test_a_short_line_is_not_streamed(house: TeamsHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    await tia.starts()
    await tia.writes(LINE)
    assert house.town.streams == {}


@pytest.mark.parametrize("refused", [1, 2, 3])
async def test_a_line_whose_reader_stopped_it_stands_there_whole(
    slow: TeamsHouse, refused: int
) -> None:
    """The next piece is refused, then the end, then even the change of what stands there."""
    middle = await begun(slow)
    slow.town.fault("send", status=403, where=middle.where, times=min(refused, 2))
    if refused > 2:
        slow.town.fault("update", status=403, where=middle.where)
    await middle.goes_on()
    await middle.stands_once()


async def test_a_line_that_takes_too_long_for_a_stream_stands_there_whole(
    slow: TeamsHouse,
) -> None:
    middle = await begun(slow)
    slow.clock.passes(150)
    await middle.goes_on()
    await middle.stands_once()


@pytest.mark.parametrize("channel", ["", "practice"])
@pytest.mark.parametrize("later_s", [0, 300])
async def test_a_line_that_was_cut_with_its_process_stands_there_whole(
    slow: TeamsHouse, channel: str, later_s: float
) -> None:
    middle = await begun(slow, channel)
    under_way = slow.town.posts(middle.where)[-1]
    slow.process.life.over.set()
    slow.clock.passes(later_s)
    middle.talker.go_on.set()
    await slow.again()
    await slow.idle()
    assert (await middle.stands_once()).id == under_way.id
    assert sum(" 2.0" in _text(p) for p in slow.town.posts(middle.where)) == 1


async def test_the_customer_is_seen_to_write_until_its_line_is_there(slow: TeamsHouse) -> None:
    slow.customer = talker = Unhurried(slow.clock, pause_at=0)
    await slow.again()
    tia = slow.guest("tia")
    await tia.starts()
    seen, slow.naps.gate = len(slow.town.typing), asyncio.Event()
    slow.clock.passes(60)
    await slow.process.caller.send(tia.teller.message(tia.person, LINE))
    await slow.town.until(lambda: len(slow.town.typing) > seen)
    assert slow.town.typing[-1] == tia.person.chat
    talker.go_on.set()
    await slow.town.until(lambda: any(" 2.4" in each for each in tia.reads()))
    slow.naps.gate.set()
    await slow.idle()
    assert len(slow.town.typing) == seen + 1
