"""What a customer sends along stands below its line as a picture, once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.messages import CustomerSaid, Face, Outgoing, ToThread
from core.scenario import Document
from scenarios.shelf import LIBRARY
from tests.teams.openid import OpenId
from tests.teams.playground import words
from tests.teams_house import TeamsHouse, teams_house

PHOTO = next(LIBRARY.rglob("des-puddle.svg"))


@pytest.fixture
async def public(
    openid: OpenId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[TeamsHouse]:
    """A house with an address, which finds the pictures of the library by their names."""
    monkeypatch.chdir(PHOTO.parent)
    async with teams_house(openid, tmp_path, base_url="https://scrimmage.test") as house:
        await house.staff()
        yield house
        assert house.town.violations == []


async def _sends(house: TeamsHouse, file: str, *, times: int = 1) -> None:
    [attempt] = await house.attempts()
    photo = Document("photo", "The puddle", file)
    line = CustomerSaid(attempt.id, 9, Face("Pat Sample"), "Here, look.", photo)
    sent = Outgoing(
        f"call:{attempt.id}:turn9", attempt.workspace, ToThread(attempt.id), line, house.clock.now()
    )
    for _ in range(times):
        await house.process.bot.surface.deliver(sent)
    await house.idle()


@pytest.mark.parametrize("channel", ["", "practice"])
async def test_a_picture_is_shown_once_below_its_line(public: TeamsHouse, channel: str) -> None:
    tia = public.guest("tia")
    await tia.starts(channel=channel)
    where = public.town.calls("send")[-1].where
    await _sends(public, PHOTO.name, times=2)
    line, photo = tia.posts(where)[-2:]
    assert "Here, look." in words(line.activity)
    assert "Attached: The puddle" in words(line.activity)
    content = photo.activity["attachments"][0]["content"]
    [picture], [link] = content["body"], content["actions"]
    assert picture["altText"] == "The puddle"
    assert picture["url"] == link["url"]
    assert link["url"].startswith("https://scrimmage.test/papers/")


async def test_a_file_that_is_gone_leaves_the_line(public: TeamsHouse) -> None:
    tia = public.guest("tia")
    await tia.starts()
    await _sends(public, "no-such-picture.png")
    assert "Here, look." in tia.reads()[-1]


async def test_without_an_address_the_line_names_the_picture(
    house: TeamsHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(PHOTO.parent)
    await house.staff()
    tia = house.guest("tia")
    await tia.starts()
    await _sends(house, PHOTO.name)
    assert "Attached: The puddle" in tia.reads()[-1]
