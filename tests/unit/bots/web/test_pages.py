"""What each page shows, and how failures are told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
import structlog

from core.commands import Envelope
from core.errors import StorageError
from core.scenario import Mode
from tests.house import ASSIGNMENT, COACH, OTHER, TRAINEE
from tests.web_house import WebHouse


async def _hold(pages: WebHouse, *lines: str) -> None:
    """Hold a call to its end, with a comment by the coach on line 2."""
    await pages.inner.start()
    async with pages.visit(TRAINEE) as trainee:
        for number, line in enumerate(lines):
            data = {"text": line, "key": f"held-{number:04}"}
            await trainee.post("/attempts/t1/say", json=data)
            await pages.inner.lanes.idle()
        await trainee.post("/attempts/t1/end")
    await pages.inner.lanes.idle()
    async with pages.visit(COACH) as coach:
        await coach.post("/attempts/t1/remark", data={"text": "Warm & quick", "turn": "1"})


async def test_an_empty_training_is_kind(pages: WebHouse) -> None:
    async with pages.visit(OTHER) as other:
        _, text = await other.get("/")

    assert "Nothing to practise right now" in text


@pytest.mark.parametrize(("hours", "words"), [(26, "Due tomorrow, "), (-49, "2 days overdue")])
async def test_due_dates_are_in_words(pages: WebHouse, hours: int, words: str) -> None:
    due = pages.inner.clock.now() + timedelta(hours=hours)
    async with pages.inner.store.unit() as unit:
        await unit.put_assignment(replace(ASSIGNMENT, due_at=due))
    async with pages.visit(TRAINEE) as trainee:
        _, text = await trainee.get("/")

    assert words in text


async def test_the_way_through_a_call(pages: WebHouse) -> None:
    async with pages.visit(TRAINEE) as trainee:
        assert "Accept" in (await trainee.get("/"))[1]
        accepted, _ = await trainee.post("/assignments/as1/accept")
        assert "Open briefing" in (await trainee.get("/"))[1]
        started, _ = await trainee.post("/assignments/as1/start")
        again, _ = await trainee.post("/assignments/as1/start")
        _, text = await trainee.get("/")

    assert (accepted, started, again) == (303, 303, 303)
    assert "Continue" in text
    async with pages.inner.store.reading() as unit:
        assert len(await unit.attempts("w", TRAINEE)) == 1


async def test_a_voice_call_is_not_begun_as_a_chat(pages: WebHouse) -> None:
    async with pages.inner.store.unit() as unit:
        await unit.put_assignment(replace(ASSIGNMENT, mode=Mode.VOICE))
    async with pages.visit(TRAINEE) as trainee:
        _, text = await trainee.get("/assignments/as1")
        status, _ = await trainee.post("/assignments/as1/start")

    assert "voice calls are not set up" in text
    assert "Start chat" not in text
    assert status == 409


async def test_the_rubric_is_not_on_the_briefing(pages: WebHouse) -> None:
    async with pages.visit(TRAINEE) as trainee:
        _, text = await trainee.get("/assignments/as1")

    assert "Start chat" in text
    assert "built-in" not in text
    assert "Empathy" not in text


async def test_the_score_is_in_the_thread(pages: WebHouse) -> None:
    await _hold(pages, "Hello <b>Pat</b>")
    async with pages.visit(TRAINEE) as trainee:
        _, text = await trainee.get("/attempts/t1")

    assert "Passed" in text
    assert "4 of 5" in text
    assert 'href="#turn-1"' in text
    assert "Scoring…" not in text
    assert "Warm &amp; quick" in text
    assert "Hello &lt;b&gt;Pat&lt;/b&gt;" in text


async def test_the_coach_sees_what_the_trainee_sees_and_a_box(pages: WebHouse) -> None:
    await _hold(pages, "Hello")
    async with pages.visit(COACH) as coach:
        _, text = await coach.get("/attempts/t1")
        _, front = await coach.get("/")

    assert "Feedback to Tia Trainee" in text
    assert 'id="composer"' not in text
    assert "Ask a coach" not in text
    assert "Tia Trainee" in front


async def test_the_transcript_marks_evidence_and_comments(pages: WebHouse) -> None:
    await _hold(pages, "Hello <b>Pat</b>")
    async with pages.visit(TRAINEE) as trainee:
        _, text = await trainee.get("/attempts/t1/transcript")
        _, plain = await trainee.get("/attempts/t1/transcript.txt")

    assert "<mark>Hello &lt;b&gt;Pat&lt;/b&gt;</mark>" in text
    assert "Empathy: 4 of 5" in text
    assert "Warm &amp; quick" in text
    assert "Hello <b>Pat</b>" in plain
    assert "# Cleo Coach: Warm & quick" in plain


@pytest.mark.parametrize("path", ["/nope", "/attempts/none", "/assignments/none"])
async def test_what_is_not_there_is_told_kindly(pages: WebHouse, path: str) -> None:
    async with pages.visit(TRAINEE) as trainee:
        status, text = await trainee.get(path)

    assert status == 404
    assert "My Training" in text


async def test_a_call_that_is_not_there_yet_is_waited_for(pages: WebHouse) -> None:
    async with pages.visit(TRAINEE) as trainee:
        status, text = await trainee.get("/attempts/soon?new=1")

    assert status == 200
    assert "Connecting you" in text


@dataclass
class _BrokenDesk:
    error: Exception

    async def submit(self, envelope: Envelope) -> bool:
        raise self.error

    async def settled(self, envelope: Envelope, within_s: float) -> str | None:
        raise self.error


@pytest.mark.parametrize(
    ("error", "status"), [(StorageError("the words"), 503), (ValueError("the words"), 500)]
)
async def test_a_failure_has_a_reference_and_keeps_words_out_of_the_log(
    pages: WebHouse, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    await pages.inner.start()
    for method in ("submit", "settled"):
        monkeypatch.setattr(pages.inner.lanes, method, getattr(_BrokenDesk(error), method))
    line = {"text": "the words", "key": "key-00001"}
    with structlog.testing.capture_logs() as logs:
        async with pages.visit(TRAINEE) as trainee:
            got, answer = await trainee.post("/attempts/t1/say", json=line)

    assert got == status
    assert "the words" not in str(answer)
    assert "the words" not in str(logs)
    assert logs[0]["reference"] == answer["reference"]
    assert logs[0]["event"] == "web.failed"
