"""Links to the call page: whom they let in, how often, and what a fetch of them does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from yarl import URL

from bots.web.access import seal
from core.attempt import CallState
from core.commands import End
from tests.call_house import MEMBER, SLACK, CallHouse, call_house
from tests.house import COACH, OTHER, TRAINEE
from tests.web_house import Visitor


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[CallHouse]:
    async with call_house(tmp_path) as built:
        yield built


async def _post(visitor: Visitor, path: str, **headers: str) -> tuple[int, dict[str, Any]]:
    """Press Join, as the page's script does."""
    sent = {"Accept": "application/json", "Origin": str(visitor.base).rstrip("/")} | headers
    url = visitor.base.join(URL(path, encoded=True))
    async with visitor.session.post(url, headers=sent) as response:
        return response.status, await response.json()


def _path(link: str) -> str:
    return URL(link, encoded=True).raw_path


async def test_fetching_a_link_uses_nothing_up(house: CallHouse) -> None:
    path = _path(await house.start_in_slack())
    async with house.pages.visit() as chat, house.pages.visit() as member:
        for _ in range(3):
            status, text = await chat.get(path)
            assert status == 200
            assert "Refund the second charge." in text
        async with chat.session.head(house.pages.base.join(URL(path))) as response:
            assert response.status == 200
        assert (await house.pages.inner.attempt("s1")).state is CallState.READY

        assert await _post(member, path) == (200, {"url": "/calls/s1"})
    assert (await house.pages.inner.attempt("s1")).state is CallState.OWING


async def test_a_link_is_good_once(house: CallHouse) -> None:
    path = _path(await house.start_in_slack())
    async with house.pages.visit() as member, house.pages.visit() as other:
        await _post(member, path)
        status, answer = await _post(other, path)
        page_status, text = await other.get(path)

    assert status == 403
    assert answer["sentence"] == "This link has been used already."
    assert page_status == 410
    assert "My Training sends you a fresh one" in text
    assert "Refund the second charge." not in text


async def test_of_several_who_join_at_once_one_gets_in(house: CallHouse) -> None:
    path = _path(await house.start_in_slack())
    async with house.pages.visit() as visitor:
        answers = await asyncio.gather(*[_post(visitor, path) for _ in range(5)])

    assert sorted(status for status, _ in answers) == [200, 403, 403, 403, 403]


async def test_a_used_link_stays_used_in_the_next_process(house: CallHouse) -> None:
    path = _path(await house.start_in_slack())
    async with house.pages.visit() as member:
        await _post(member, path)
    await house.pages.inner.lanes.close()
    house.pages.inner.lanes = house.pages.inner.process()
    await house.pages.stop()
    await house.pages.serve()
    async with house.pages.visit() as other:
        status, _ = await _post(other, path)

    assert status == 403


async def test_a_fresh_link_opens_the_same_call(house: CallHouse) -> None:
    first = await house.start_in_slack()
    async with house.pages.visit() as member, house.pages.visit() as telephone:
        await _post(member, _path(first))

        assert (await _post(telephone, _path(house.room.link(SLACK, "s1", MEMBER))))[0] == 200


async def test_a_link_expires(house: CallHouse) -> None:
    path = _path(await house.start_in_slack())
    house.pages.inner.clock.passes(60 * 60)
    async with house.pages.visit() as member:
        status, text = await member.get(path)

    assert status == 403
    assert "it sends you a fresh one" in text


@pytest.mark.parametrize("salt", ["session", "link", "caller"])
async def test_nothing_else_that_is_signed_passes_for_a_link(house: CallHouse, salt: str) -> None:
    until = house.pages.inner.clock.now().replace(year=2100)
    forged = seal(house.pages.settings, salt, {"w": "w", "a": "t1", "p": TRAINEE, "n": "x"}, until)
    await house.start()
    async with house.pages.visit() as nobody:
        assert (await nobody.get(f"/call/{forged}"))[0] == 403


async def test_a_link_made_for_somebody_else_opens_nothing(house: CallHouse) -> None:
    await house.start()
    for person in (OTHER, COACH, "nobody"):
        async with house.pages.visit() as visitor:
            assert (await visitor.get(_path(house.room.link("w", "t1", person))))[0] == 403
    async with house.pages.visit() as visitor:
        assert (await visitor.get(_path(house.room.link("elsewhere", "t1", "zed"))))[0] == 404


async def test_another_site_cannot_use_a_link_up(house: CallHouse) -> None:
    path = _path(await house.start_in_slack())
    async with house.pages.visit() as member:
        status, _ = await _post(member, path, Origin="https://evil.test")
        assert status == 403
        assert (await _post(member, path))[0] == 200


async def test_the_cookie_is_for_this_call_page_only(house: CallHouse) -> None:
    path = _path(await house.start_in_slack())
    async with house.pages.visit() as member:
        sent = {"Origin": str(member.base).rstrip("/")}
        async with member.session.post(member.base.join(URL(path)), headers=sent) as response:
            cookie = response.headers["Set-Cookie"]
        assert (await member.get("/calls/s1"))[0] == 200
        assert (await member.get("/attempts/s1"))[0] == 403
        assert (await member.get("/calls/t1"))[0] == 403

    assert "Path=/calls/s1" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert f"Max-Age={(10 + 15) * 60}" in cookie


async def test_the_pass_ends_a_little_after_the_call_would(house: CallHouse) -> None:
    path = _path(await house.start_in_slack())
    async with house.pages.visit() as member:
        await _post(member, path)
        house.pages.inner.clock.passes(25 * 60 - 1)
        assert (await member.get("/calls/s1"))[0] == 200
        house.pages.inner.clock.passes(1)
        assert (await member.get("/calls/s1"))[0] == 403


async def test_over_https_the_pass_is_secure(house: CallHouse) -> None:
    await house.start_in_slack()
    await house.pages.stop()
    house.pages.settings = replace(house.pages.settings, base_url="https://scrimmage.test")
    await house.pages.serve()
    path = _path(house.room.link(SLACK, "s1", MEMBER))
    async with house.pages.visit() as member:
        sent = {"Origin": "https://scrimmage.test"}
        async with member.session.post(member.base.join(URL(path)), headers=sent) as response:
            assert "Secure" in response.headers["Set-Cookie"]


async def test_joining_an_ended_call_is_refused_with_a_sentence(house: CallHouse) -> None:
    path = _path(await house.start_in_slack())
    async with house.pages.visit() as member:
        await _post(member, path)
        await house.pages.inner.does(End("s1"), by=MEMBER, workspace=SLACK)
        fresh = _path(house.room.link(SLACK, "s1", MEMBER))
        status, answer = await _post(member, fresh)

    assert status == 409
    assert "has ended" in answer["sentence"]


async def test_documents_and_picture_open_with_the_link_until_it_is_used(house: CallHouse) -> None:
    path = _path(await house.start_in_slack())
    async with house.pages.visit() as member, house.pages.visit() as other:
        assert (await other.get(f"{path}/documents/guide"))[0] == 200
        assert (await other.get(f"{path}/documents/secret"))[0] == 404
        await _post(member, path)

        assert (await other.get(f"{path}/documents/guide"))[0] == 403
        assert (await member.get("/calls/s1/documents/guide"))[0] == 200


async def test_the_sound_opens_to_whoever_joined_and_to_nobody_else(house: CallHouse) -> None:
    path = _path(await house.start_in_slack())
    audio = house.pages.base.join(URL("/calls/s1/audio"))
    origin = str(house.pages.base).rstrip("/")
    async with house.pages.visit() as member, house.pages.visit() as other:
        await _post(member, path)
        socket = await member.session.ws_connect(audio, origin=origin)
        await socket.send_json({"type": "hello", "version": 1, "rate": 16000})
        assert await socket.receive_json() == {"type": "ready", "version": 1}
        await socket.close()
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await other.session.ws_connect(audio, origin=origin)
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await member.session.ws_connect(audio, origin="https://evil.test")
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await member.session.ws_connect(audio)
