"""What may be sent, how much of it and how fast."""

from __future__ import annotations

import pytest

from core.messages import CustomerSaid, TraineeSaid
from core.words import LONGEST_SAID
from tests.house import COACH, TRAINEE
from tests.web_house import WebHouse

SAY = "/attempts/t1/say"


@pytest.fixture
async def call(pages: WebHouse) -> WebHouse:
    await pages.inner.start()
    return pages


def _line(text: object, key: object = "key-000001") -> dict[str, object]:
    return {"text": text, "key": key}


async def _said(call: WebHouse) -> list[str]:
    await call.inner.lanes.idle()
    return [m.text for m in await call.posted() if isinstance(m, TraineeSaid)]


async def test_a_line_is_said_once_however_often_it_is_sent(call: WebHouse) -> None:
    async with call.visit(TRAINEE) as trainee:
        for _ in range(3):
            status, _ = await trainee.post(SAY, json=_line("Hello there."))
            assert status in {200, 202}

    assert await _said(call) == ["Hello there."]
    turn = (await call.inner.attempt()).turns[1]
    assert turn.key == "web:t1:key-000001"
    assert any(isinstance(m, CustomerSaid) for m in (await call.posted())[2:])


async def test_control_characters_go_and_the_rest_stays(call: WebHouse) -> None:
    async with call.visit(TRAINEE) as trainee:
        await trainee.post(SAY, json=_line("  One\r\ntwo\x00\x1b[31m \ud800 <b>👩‍💻\u202e  "))

    assert await _said(call) == ["One\ntwo[31m  <b>👩‍💻\u202e"]


@pytest.mark.parametrize("text", ["", "   \n\t ", "\u200b\u200d", "\x00", None, 7, ["x"]])
async def test_nothing_is_not_sent(call: WebHouse, text: object) -> None:
    async with call.visit(TRAINEE) as trainee:
        status, answer = await trainee.post(SAY, json=_line(text))

    assert status == 422
    assert answer["sentence"]
    assert answer["mend"]
    assert await _said(call) == []


async def test_what_fits_is_taken_and_one_more_is_not(call: WebHouse) -> None:
    async with call.visit(TRAINEE) as trainee:
        fits, _ = await trainee.post(SAY, json=_line("😀" * LONGEST_SAID))
        over, answer = await trainee.post(SAY, json=_line("x" * (LONGEST_SAID + 1), "key-0002"))
        huge, _ = await trainee.post(SAY, json=_line("x" * 200_000, "key-00003"))

    assert fits in {200, 202}
    assert over == 413
    assert "4,001" in answer["sentence"]
    assert huge == 413
    assert await _said(call) == ["😀" * LONGEST_SAID]


@pytest.mark.parametrize("key", ["", "short", "k" * 65, "with:colon-x", "../../etc", None, 7])
async def test_a_line_needs_a_proper_key(call: WebHouse, key: object) -> None:
    async with call.visit(TRAINEE) as trainee:
        status, _ = await trainee.post(SAY, json=_line("Hello", key))

    assert status == 422


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"{", b"\xff\xfe"])
async def test_what_is_not_json_is_refused_in_words(call: WebHouse, body: bytes) -> None:
    async with call.visit(TRAINEE) as trainee:
        headers = {"Content-Type": "application/json"}
        status, answer = await trainee.post(SAY, data=body, headers=headers)

    assert status == 422
    assert answer["sentence"]


async def test_a_burst_is_slowed_down_and_passes(call: WebHouse) -> None:
    async with call.visit(TRAINEE) as trainee:
        statuses = [
            (await trainee.post(SAY, json=_line(f"Line {n}", f"burst-{n:04}")))[0]
            for n in range(21)
        ]
        call.inner.clock.passes(11)
        later, _ = await trainee.post(SAY, json=_line("Later", "burst-later"))

    assert set(statuses[:20]) <= {200, 202}
    assert statuses[20] == 429
    assert later in {200, 202}


async def test_typing_leaves_no_line(call: WebHouse) -> None:
    async with call.visit(TRAINEE) as trainee:
        status, _ = await trainee.post("/attempts/t1/typing")

    assert status == 204
    assert await _said(call) == []


async def test_feedback_may_name_a_line(call: WebHouse) -> None:
    async with call.visit(TRAINEE) as trainee:
        await trainee.post("/attempts/t1/end")
    await call.inner.lanes.idle()
    async with call.visit(COACH) as coach:
        empty, _ = await coach.post("/attempts/t1/remark", data={"text": " "})
        status, _ = await coach.post("/attempts/t1/remark", data={"text": "Nice", "turn": "0"})
    async with call.inner.store.reading() as unit:
        comments = await unit.comments("t1")

    assert (empty, status) == (422, 200)
    assert [(c.text, c.turn, c.author) for c in comments] == [("Nice", 0, COACH)]


async def test_a_report_with_nothing_in_it_is_not_sent(call: WebHouse) -> None:
    async with call.visit(TRAINEE) as trainee:
        empty, _ = await trainee.post("/attempts/t1/report", data={"turn": "99"})
        status, _ = await trainee.post("/attempts/t1/report", data={"turn": "0", "remark": "odd"})

    assert (empty, status) == (422, 200)
    assert (await call.inner.attempt()).ended is not None
