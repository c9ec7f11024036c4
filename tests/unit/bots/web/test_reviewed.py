"""What the pages show of reviews, talks and digests."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from core.commands import AskCoach, GiveReview, SendDigest
from core.review import Adjustment, NextStep
from core.scoring import Verdict
from tests.house import COACH, TRAINEE
from tests.web_house import WebHouse

WARM = (Adjustment("empathy", 2, "Nothing was acknowledged."),)


async def _reviewed(pages: WebHouse, **more: Any) -> None:  # noqa: ANN401 - fields of the review
    """Hold a call, ask for a review, and give it."""
    house = pages.inner
    await house.start()
    async with pages.visit(TRAINEE) as trainee:
        await trainee.post("/attempts/t1/say", json={"text": "Whatever", "key": "held-0001"})
        await house.lanes.idle()
        await trainee.post("/attempts/t1/end")
    await house.lanes.idle()
    assert await house.does(AskCoach("t1")) == ""
    if more:
        assert await house.does(GiveReview("t1", **more), by=COACH) == ""


async def _text(pages: WebHouse, path: str, person: str = TRAINEE) -> str:
    async with pages.visit(person) as visitor:
        _, text = await visitor.get(path)
    return " ".join(text.split())


async def test_the_thread_and_the_transcript_show_both_numbers(pages: WebHouse) -> None:
    words = "Say it back to them first."
    await _reviewed(pages, verdict=Verdict.CONDITIONAL, words=words, adjustments=WARM)

    for path in ("/attempts/t1", "/attempts/t1/transcript"):
        text = await _text(pages, path)
        assert "Passed, on a condition" in text
        assert "2 now, 4 before the review" in text
        assert "Nothing was acknowledged." in text
        assert words in text
    plain = await _text(pages, "/attempts/t1/transcript.txt")
    assert "Overall: 2 of 5, pass, on a condition. Reviewed by Cleo Coach; 4 before." in plain
    assert "Empathy: 2 of 5, 4 before. Nothing was acknowledged." in plain


async def test_my_training_shows_the_verdict_that_counts(pages: WebHouse) -> None:
    await _reviewed(pages, verdict=Verdict.CONDITIONAL)

    assert "Passed, on a condition" in await _text(pages, "/")


async def test_what_was_reviewed_is_no_news_any_more(pages: WebHouse) -> None:
    await _reviewed(pages)
    assert "Would like your eyes" in await _text(pages, "/", COACH)

    pages.inner.clock.passes(60)
    assert await pages.inner.does(GiveReview("t1", Verdict.PASSED), by=COACH) == ""
    assert "Would like your eyes" not in await _text(pages, "/", COACH)


async def test_a_talk_is_news_for_both_until_its_time(pages: WebHouse) -> None:
    meet_at = pages.inner.clock.now() + timedelta(days=1)
    await _reviewed(pages, verdict=Verdict.FAILED, next_step=NextStep.ONE_TO_ONE, meet_at=meet_at)

    assert "A 1:1 with Cleo Coach" in await _text(pages, "/")
    assert "A 1:1 with Tia Trainee" in await _text(pages, "/", COACH)
    pages.inner.clock.passes(86_400)
    assert "A 1:1 with" not in await _text(pages, "/")


async def test_a_manager_sees_the_newest_digest_for_a_week(pages: WebHouse) -> None:
    house = pages.inner
    await _reviewed(pages)
    for _ in range(2):
        house.clock.passes(60)
        assert await house.does(SendDigest(house.clock.now()), by="max") == ""

    text = await _text(pages, "/", "max")
    assert text.count("Your digest: A") == 1
    assert "1 call by 1 trainee" in text
    house.clock.passes(7 * 86_400)
    assert "Your digest" not in await _text(pages, "/", "max")


async def test_what_is_meant_for_coaches_or_a_channel_is_in_no_page(pages: WebHouse) -> None:
    await _reviewed(pages, verdict=Verdict.PASSED)

    kinds = [type(message).__name__ for message in await pages.posted()]
    assert kinds.count("Reviewed") == 1
    assert "ReviewLine" not in kinds
