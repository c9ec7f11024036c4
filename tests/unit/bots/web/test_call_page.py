"""The call page for the web's own trainees, and the ways that lead to it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.web.room import WebCallRoom
from core.attempt import CallState
from core.commands import End, Join, Start
from core.scenario import Mode
from tests.call_house import CallHouse, call_house
from tests.house import COACH, OTHER, TRAINEE
from tests.web_house import WebHouse, web_house


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[CallHouse]:
    async with call_house(tmp_path) as built:
        yield built


async def test_starting_a_call_leads_to_its_page_and_the_call_waits(house: CallHouse) -> None:
    async with house.pages.visit(TRAINEE) as trainee:
        _, briefing = await trainee.get("/assignments/as1")
        token = await trainee.token()
        url = trainee.base.with_path("/assignments/as1/start")
        form = {"token": token, "mode": "voice"}
        origin = {"Origin": str(trainee.base).rstrip("/")}
        async with trainee.session.post(url, data=form, headers=origin) as response:
            path, text = response.url.path, await response.text()

    assert "Start call" in briefing
    assert "Start chat" in briefing
    assert path.startswith("/calls/")
    assert "Join the call" in text
    attempt = await house.pages.inner.attempt(path.removeprefix("/calls/"))
    assert (attempt.mode, attempt.state) == (Mode.VOICE, CallState.READY)


async def test_where_both_are_possible_a_chat_can_be_started(house: CallHouse) -> None:
    async with house.pages.visit(TRAINEE) as trainee:
        token = await trainee.token()
        url = trainee.base.with_path("/assignments/as1/start")
        origin = {"Origin": str(trainee.base).rstrip("/")}
        form = {"token": token, "mode": "chat"}
        async with trainee.session.post(url, data=form, headers=origin) as response:
            assert response.url.path.startswith("/attempts/")


async def test_the_trainee_joins_from_their_own_session(house: CallHouse) -> None:
    await house.start()
    async with house.pages.visit(TRAINEE) as trainee:
        _, before = await trainee.get("/calls/t1")
        status, answer = await trainee.post("/calls/t1/join")
        _, after = await trainee.get("/calls/t1")

    assert (status, answer) == (200, {"url": "/calls/t1"})
    assert "data-joined" not in before
    assert "data-joined" in after
    assert (await house.pages.inner.attempt()).state is CallState.OWING


@pytest.mark.parametrize("person", [OTHER, COACH, ""])
@pytest.mark.parametrize("path", ["/calls/t1", "/calls/t1/state", "/calls/t1/documents/guide"])
async def test_a_call_page_is_its_trainees_alone(house: CallHouse, person: str, path: str) -> None:
    await house.start()
    async with house.pages.visit(person) as visitor:
        assert (await visitor.get(path))[0] == 403


async def test_only_the_call_page_may_use_the_microphone(house: CallHouse) -> None:
    await house.start()
    async with house.pages.visit(TRAINEE) as trainee:
        async with trainee.session.get(trainee.base.with_path("/calls/t1")) as call:
            permissions = call.headers["Permissions-Policy"]
            policy = call.headers["Content-Security-Policy"]
        async with trainee.session.get(trainee.base) as front:
            elsewhere = front.headers["Permissions-Policy"]

    assert "microphone=(self)" in permissions
    assert "connect-src 'self' ws://scrimmage.test" in policy
    assert "microphone=()" in elsewhere


async def test_a_page_that_was_cut_off_can_ask_how_the_call_stands(house: CallHouse) -> None:
    await house.start()
    async with house.pages.visit(TRAINEE) as trainee:
        going_on = '{"ended": false, "scored": false}'
        assert await trainee.get("/calls/t1/state") == (200, going_on)
        await house.pages.inner.does(Join("t1"))
        await house.pages.inner.does(End("t1"))

        over = '{"ended": true, "scored": true}'
        assert await trainee.get("/calls/t1/state") == (200, over)
        _, page = await trainee.get("/calls/t1")
        assert 'data-view="over"' in page
        assert "Your result is ready." in page


async def test_my_training_leads_to_the_call_that_waits_and_to_those_before(
    house: CallHouse,
) -> None:
    inner = house.pages.inner
    await house.start()
    async with house.pages.visit(TRAINEE) as trainee:
        waiting, briefed = (await trainee.get("/"))[1], (await trainee.get("/assignments/as1"))[1]
        assert "Waiting for you to join" in waiting
        assert "A call waits for you." in waiting
        assert 'href="/calls/t1"' in waiting
        assert "Go to your call" in briefed
        assert "Your calls so far" not in briefed

        await inner.does(Join("t1"))
        running = (await trainee.get("/"))[1]
        assert "Call running" in running
        assert 'href="/calls/t1">Continue' in running

        await inner.does(End("t1"))
        await house.start("t2")
        await inner.does(End("t2"))
        _, briefed = await trainee.get("/assignments/as1")
        assert "Your calls so far" in briefed
        assert 'href="/attempts/t1"' in briefed
        assert 'href="/attempts/t2"' in briefed


async def test_the_thread_of_a_running_call_leads_to_its_page(house: CallHouse) -> None:
    await house.start()
    async with house.pages.visit(TRAINEE) as trainee:
        _, text = await trainee.get("/attempts/t1")

    assert 'href="/calls/t1"' in text
    assert "Your message to" not in text


async def test_a_call_in_the_chat_has_no_call_page(house: CallHouse) -> None:
    await house.pages.inner.does(Start("as1", "t2", Mode.CHAT))
    async with house.pages.visit(TRAINEE) as trainee:
        status, text = await trainee.get("/calls/t2")

    assert status == 404
    assert "held in the chat" in text


async def test_a_call_that_is_not_there_yet_is_waited_for_after_its_start(house: CallHouse) -> None:
    async with house.pages.visit(TRAINEE) as trainee:
        assert (await trainee.get("/calls/soon"))[0] == 404
        assert "Connecting you" in (await trainee.get("/calls/soon?new=1"))[1]


@pytest.mark.parametrize("mode", [Mode.VOICE, Mode.HYBRID])
async def test_without_a_room_no_call_is_offered(tmp_path: Path, mode: Mode) -> None:
    async with web_house(tmp_path, mode=mode) as pages, pages.visit(TRAINEE) as trainee:
        _, briefing = await trainee.get("/assignments/as1")
        status, answer = await _start_by_voice(pages)
        await pages.inner.does(Start("as1", "t1", Mode.VOICE))
        page, text = await trainee.get("/calls/t1")
        _, thread = await trainee.get("/attempts/t1")

    assert "Start call" not in briefing
    assert ("not set up on this server" in briefing) is (mode is Mode.VOICE)
    assert (status, "not set up" in answer["sentence"]) == (409, True)
    assert (page, "not set up here" in text) == (404, True)
    assert "not set up on this server" in thread


async def _start_by_voice(pages: WebHouse) -> tuple[int, dict[str, str]]:
    async with pages.visit(TRAINEE) as trainee:
        return await trainee.post("/assignments/as1/start", data={"mode": "voice"})


async def test_whoever_reads_the_briefing_is_expected(house: CallHouse) -> None:
    await house.start()
    ready: list[str] = []
    room = house.pages.room
    assert isinstance(room, WebCallRoom)
    room.get_ready = lambda: ready.append("soon")
    async with house.pages.visit(TRAINEE) as trainee:
        await trainee.get("/calls/t1")

    assert ready == ["soon"]
