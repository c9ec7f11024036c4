"""What comes up for review, what a coach's review does, and what follows from it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from core.commands import (
    Accept,
    AskCoach,
    DrawSample,
    End,
    GiveReview,
    GradeAgain,
    Say,
    ShowLines,
    Start,
)
from core.messages import (
    Adjusted,
    AssignmentOffered,
    Noted,
    OneToOne,
    Outgoing,
    ReviewAsked,
    Reviewed,
    ReviewLine,
    ScoreCard,
    ToChannel,
    ToPerson,
    ToReview,
    ToThread,
)
from core.people import Assignment, Person, Role, Ways, Workspace
from core.review import Adjustment, NextStep, ReviewRequest
from core.scoring import Verdict
from core.views import Medal, attempt_page, training, waiting_reviews
from tests.fakes.library import FakeLibrary
from tests.house import COACH, OTHER, PEOPLE, STRANGER, TRAINEE, House, house
from tests.samples import scenario

LIBRARY = FakeLibrary(scenario())
TIA = PEOPLE[0]
SECOND_COACH = Person(
    "carl", "w", "Carl Coach", frozenset({Role.COACH}), coaches=frozenset({TRAINEE})
)
LOWER = (Adjustment("empathy", 2, "Nothing was acknowledged."),)


@pytest.fixture
async def at_home(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path) as built:
        yield built


async def hold(at_home: House, name: str = "t1", *lines: str) -> None:
    """Hold a call at the assignment to its end."""
    at_home.clock.passes(60)
    assert await at_home.does(Start("as1", name)) == ""
    for line in lines or ("Whatever",):
        assert await at_home.does(Say(name, line)) == ""
    assert await at_home.does(End(name)) == ""


async def settle(at_home: House, ways: Ways) -> None:
    async with at_home.store.unit() as unit:
        await unit.put_workspace(Workspace("w", "W", "web", ways=ways))


def sent(at_home: House, kind: type[object]) -> list[Outgoing]:
    return [o for o in at_home.surface.delivered.values() if isinstance(o.message, kind)]


async def request(at_home: House, name: str = "t1") -> ReviewRequest | None:
    async with at_home.store.reading() as unit:
        return await unit.request(name)


class TestComingUp:
    @pytest.mark.parametrize(("score", "reasons"), [(2, ["low"]), (3, []), (4, []), (5, ["high"])])
    async def test_a_score_that_is_low_or_too_good_comes_up(
        self, at_home: House, score: int, reasons: list[str]
    ) -> None:
        at_home.grader.score = score
        await hold(at_home)
        asked = at_home.shown(ReviewAsked)
        assert [a.reason for a in asked] == reasons
        for a in asked:
            assert (a.overall, a.verdict, a.trainee) == (score, "pass", "Tia Trainee")
            assert a.coaches == ((COACH, "Cleo Coach"),)
            assert [line.text for line in a.lines] == ["Whatever"]

    async def test_a_failed_call_comes_up_whatever_its_average(self, at_home: House) -> None:
        at_home.grader.verdict = Verdict.FAILED
        await hold(at_home)
        assert [a.reason for a in at_home.shown(ReviewAsked)] == ["low"]

    async def test_a_call_without_a_score_does_not(self, at_home: House) -> None:
        await at_home.start()
        await at_home.does(End("t1"))
        assert at_home.shown(ReviewAsked) == []

    async def test_the_settings_say_what_is_low(self, at_home: House) -> None:
        await settle(at_home, Ways(review_below=4.5, review_above=5.01))
        await hold(at_home)
        assert [a.reason for a in at_home.shown(ReviewAsked)] == ["low"]

    async def test_grading_again_does_not_bring_it_up_again(self, at_home: House) -> None:
        at_home.grader.score = 2
        await hold(at_home)
        assert await at_home.does(GradeAgain("t1"), by=COACH) == ""
        assert len(at_home.shown(ReviewAsked)) == 1

    async def test_each_coach_is_asked_where_there_is_no_channel(self, at_home: House) -> None:
        async with at_home.store.unit() as unit:
            await unit.put_person(SECOND_COACH)
        at_home.grader.score = 2
        await hold(at_home)
        assert {o.to for o in sent(at_home, ReviewAsked)} == {ToPerson(COACH), ToPerson("carl")}

    async def test_the_coaches_channel_is_asked_once_where_there_is_one(
        self, at_home: House
    ) -> None:
        await settle(at_home, Ways(coaches_channel="C-COACHES"))
        async with at_home.store.unit() as unit:
            await unit.put_person(SECOND_COACH)
        at_home.grader.score = 2
        await hold(at_home)
        (asked,) = sent(at_home, ReviewAsked)
        assert asked.to == ToChannel("C-COACHES")
        assert isinstance(asked.message, ReviewAsked)
        assert asked.message.coaches == (("carl", "Carl Coach"), (COACH, "Cleo Coach"))

    async def test_without_a_coach_an_administrator_is_asked_and_not_named_as_one(
        self, at_home: House
    ) -> None:
        async with at_home.store.unit() as unit:
            await unit.put_person(replace(PEOPLE[2], coaches=frozenset()))
        at_home.grader.score = 2
        await hold(at_home)
        (asked,) = sent(at_home, ReviewAsked)
        assert asked.to == ToPerson("ada")
        assert isinstance(asked.message, ReviewAsked)
        assert asked.message.coaches == ()

    async def test_nobody_is_asked_to_review_themselves(self, at_home: House) -> None:
        async with at_home.store.unit() as unit:
            await unit.put_person(replace(TIA, roles=frozenset({Role.TRAINEE, Role.ADMIN})))
            await unit.put_person(replace(PEOPLE[2], coaches=frozenset()))
            await unit.put_person(replace(PEOPLE[4], roles=frozenset({Role.MANAGER})))
        await hold(at_home)
        await at_home.does(AskCoach("t1"))
        assert at_home.shown(ReviewAsked) == []
        assert at_home.shown(Noted)[-1].sentence == "You have no coach here yet."

    async def test_the_lines_to_look_at_first_stand_with_the_review(self, at_home: House) -> None:
        at_home.grader.score = 2
        await hold(at_home)
        (line,) = sent(at_home, ReviewLine)
        assert line.to == ToReview("t1")
        assert isinstance(line.message, ReviewLine)
        assert (line.message.turn, line.message.speaker) == (1, "Tia Trainee")


class TestAsking:
    async def test_the_trainee_asks_once_and_is_told_who_will_look(self, at_home: House) -> None:
        await hold(at_home)
        for _ in range(2):
            assert await at_home.does(AskCoach("t1")) == ""
        assert [a.reason for a in at_home.shown(ReviewAsked)] == ["asked"]
        assert [n.sentence for n in at_home.shown(Noted)] == [
            "Cleo Coach will have a look.",
            "Your coach has been asked already.",
        ]

    async def test_what_came_up_by_itself_may_still_be_asked_for(self, at_home: House) -> None:
        at_home.grader.score = 2
        await hold(at_home)
        await at_home.does(AskCoach("t1"))
        assert [a.reason for a in at_home.shown(ReviewAsked)] == ["low", "asked"]
        assert len(at_home.shown(ReviewLine)) == 1

    async def test_after_a_review_one_may_ask_again(self, at_home: House) -> None:
        await hold(at_home)
        await at_home.does(AskCoach("t1"))
        await at_home.does(GiveReview("t1", Verdict.PASSED), by=COACH)
        await at_home.does(AskCoach("t1"))
        assert len(at_home.shown(ReviewAsked)) == 2
        found = await request(at_home)
        assert found is not None
        assert found.done_at is None

    async def test_a_running_call_is_not_reviewed(self, at_home: House) -> None:
        await at_home.start()
        assert "still running" in await at_home.does(AskCoach("t1"))


class TestSample:
    async def _three(self, at_home: House) -> None:
        for name in ("t1", "t2", "t3"):
            await hold(at_home, name)

    async def test_so_many_of_each_trainees_week_are_drawn(self, at_home: House) -> None:
        await settle(at_home, Ways(sample=2))
        await self._three(at_home)
        until = at_home.clock.now() + timedelta(seconds=1)
        assert await at_home.does(DrawSample(until), by="") == ""
        asked = at_home.shown(ReviewAsked)
        assert [a.reason for a in asked] == ["sample", "sample"]
        assert len({a.attempt for a in asked}) == 2
        assert await at_home.does(DrawSample(until), by="") == ""
        assert len(at_home.shown(ReviewAsked)) == 2

    async def test_what_ended_before_the_week_is_not_drawn(self, at_home: House) -> None:
        await self._three(at_home)
        until = at_home.clock.now() + timedelta(days=7, seconds=1)
        await at_home.does(DrawSample(until), by="")
        assert at_home.shown(ReviewAsked) == []

    async def test_a_sample_of_none_draws_none(self, at_home: House) -> None:
        await settle(at_home, Ways(sample=0))
        await self._three(at_home)
        await at_home.does(DrawSample(at_home.clock.now() + timedelta(seconds=1)), by="")
        assert at_home.shown(ReviewAsked) == []

    async def test_another_workspaces_sample_leaves_ours_alone(self, at_home: House) -> None:
        await self._three(at_home)
        until = at_home.clock.now() + timedelta(seconds=1)
        await at_home.does(DrawSample(until), by="", workspace="elsewhere")
        assert at_home.shown(ReviewAsked) == []


class TestLines:
    async def test_a_coach_sees_every_line_in_order_and_once(self, at_home: House) -> None:
        at_home.grader.score = 2
        await hold(at_home, "t1", "Hello", "I see")
        for _ in range(2):
            assert await at_home.does(ShowLines("t1"), by=COACH) == ""
        # Those to look at first stand above the whole.
        lines = at_home.shown(ReviewLine)[-5:]
        assert [line.turn for line in at_home.shown(ReviewLine)] == [1, 0, 1, 2, 3, 4]
        assert [line.speaker for line in lines] == [
            *("Pat Sample", "Tia Trainee") * 2,
            "Pat Sample",
        ]
        assert {line.by_trainee for line in lines if line.turn % 2} == {True}

    @pytest.mark.parametrize("by", [TRAINEE, OTHER, "max", "ada"])
    async def test_nobody_else_does(self, at_home: House, by: str) -> None:
        await hold(at_home)
        assert await at_home.does(ShowLines("t1"), by=by) != ""
        assert at_home.shown(ReviewLine) == []


class TestReview:
    async def test_it_reaches_the_thread_and_where_it_was_asked_for(self, at_home: House) -> None:
        await hold(at_home)
        review = GiveReview("t1", Verdict.FAILED, "Say it back first.", LOWER)
        assert await at_home.does(review, by=COACH) == ""
        done = sent(at_home, Reviewed)
        assert [o.to for o in done] == [ToThread("t1"), ToReview("t1")]
        shown = at_home.shown(Reviewed)[0]
        assert (shown.overall_was, shown.overall, shown.verdict) == (4.0, 2.0, "fail")
        assert shown.adjusted == (
            Adjusted("empathy", "Empathy", 4, 2, "Nothing was acknowledged."),
        )
        assert (shown.words, shown.coach, shown.next_step) == (
            "Say it back first.",
            "Cleo Coach",
            "none",
        )

    async def test_what_waits_for_a_review_waits_until_it_is_given(self, at_home: House) -> None:
        at_home.grader.score = 2
        await hold(at_home)
        coach = PEOPLE[2]
        async with at_home.store.reading() as unit:
            (waiting,) = await waiting_reviews(unit, coach)
            assert (waiting.request.attempt, waiting.overall) == ("t1", 2.0)
            assert await waiting_reviews(unit, PEOPLE[3]) == ()
        await at_home.does(GiveReview("t1", Verdict.PASSED), by=COACH)
        async with at_home.store.reading() as unit:
            assert await waiting_reviews(unit, coach) == ()
        found = await request(at_home)
        assert found is not None
        assert found.done_at == at_home.clock.now()

    async def test_nobody_need_have_asked_for_it(self, at_home: House) -> None:
        await hold(at_home)
        assert await at_home.does(GiveReview("t1", Verdict.PASSED), by=COACH) == ""
        found = await request(at_home)
        assert found is not None
        assert found.done_at is not None

    @pytest.mark.parametrize("reason", ["", "  \n", "\u200b\x00"])
    async def test_another_score_needs_a_reason(self, at_home: House, reason: str) -> None:
        await hold(at_home)
        review = GiveReview("t1", Verdict.PASSED, "", (Adjustment("empathy", 2, reason),))
        assert "Your score for Empathy needs a reason." in await at_home.does(review, by=COACH)
        assert at_home.shown(Reviewed) == []

    async def test_the_same_score_needs_none_and_is_no_adjustment(self, at_home: House) -> None:
        await hold(at_home)
        review = GiveReview("t1", Verdict.PASSED, "", (Adjustment("empathy", 4, ""),))
        assert await at_home.does(review, by=COACH) == ""
        assert at_home.shown(Reviewed)[0].adjusted == ()

    async def test_of_two_scores_for_one_criterion_the_later_one_counts(
        self, at_home: House
    ) -> None:
        await hold(at_home)
        both = (*LOWER, Adjustment("empathy", 3, "On second thoughts."))
        assert await at_home.does(GiveReview("t1", Verdict.PASSED, "", both), by=COACH) == ""
        (adjusted,) = at_home.shown(Reviewed)[0].adjusted
        assert (adjusted.now, at_home.shown(Reviewed)[0].overall) == (3, 3.0)

    @pytest.mark.parametrize(("criterion", "score"), [("charm", 3), ("empathy", 0), ("empathy", 6)])
    async def test_a_score_that_fits_no_criterion_is_refused(
        self, at_home: House, criterion: str, score: int
    ) -> None:
        await hold(at_home)
        odd = (Adjustment(criterion, score, "Because."),)
        refusal = await at_home.does(GiveReview("t1", Verdict.PASSED, "", odd), by=COACH)
        assert "Open the review once more." in refusal

    async def test_a_review_decides(self, at_home: House) -> None:
        await hold(at_home)
        refusal = await at_home.does(GiveReview("t1", Verdict.UNSCORED), by=COACH)
        assert "pass, fail or conditional" in refusal

    async def test_words_beyond_measure_are_refused(self, at_home: House) -> None:
        await hold(at_home)
        review = GiveReview("t1", Verdict.PASSED, "x" * 5000)
        assert "5,000 characters" in await at_home.does(review, by=COACH)

    @pytest.mark.parametrize("by", [TRAINEE, OTHER, "max", "ada", STRANGER])
    async def test_only_the_assigned_coach_reviews(self, at_home: House, by: str) -> None:
        await hold(at_home)
        workspace = "elsewhere" if by == STRANGER else "w"
        review = GiveReview("t1", Verdict.PASSED)
        assert await at_home.does(review, by=by, workspace=workspace) != ""
        assert at_home.shown(Reviewed) == []

    async def test_a_call_without_a_score_is_not_reviewed(self, at_home: House) -> None:
        await at_home.start()
        refusal = await at_home.does(GiveReview("t1", Verdict.PASSED), by=COACH)
        assert "no score yet" in refusal

    async def test_the_newest_review_counts_and_outlives_another_grading(
        self, at_home: House
    ) -> None:
        await hold(at_home)
        await at_home.does(GiveReview("t1", Verdict.FAILED, "", LOWER), by=COACH)
        better = (Adjustment("empathy", 3, "It was there."),)
        await at_home.does(GiveReview("t1", Verdict.CONDITIONAL, "", better), by=COACH)
        at_home.grader.score = 1
        await at_home.does(GradeAgain("t1"), by=COACH)
        async with at_home.store.reading() as unit:
            page = await attempt_page(unit, TIA, "t1")
        assert page.standing is not None
        assert (page.standing.overall, page.standing.verdict) == (3.0, Verdict.CONDITIONAL)
        assert [run.overall for run in page.runs] == [4.0, 1.0]


class TestCounting:
    async def test_my_training_its_medal_and_the_next_card_go_by_the_review(
        self, at_home: House
    ) -> None:
        await hold(at_home)
        await at_home.does(GiveReview("t1", Verdict.CONDITIONAL, "", self._to(5)), by=COACH)
        assert await self._seen(at_home) == (5.0, Verdict.CONDITIONAL, Medal.GOLD)
        await hold(at_home, "t2")
        card = at_home.shown(ScoreCard)[-1]
        assert (card.overall_before, card.criteria[0].before) == (5.0, 5)

    async def test_a_call_that_the_coach_failed_has_no_medal(self, at_home: House) -> None:
        await hold(at_home)
        assert await self._seen(at_home) == (4.0, Verdict.PASSED, Medal.SILVER)
        await at_home.does(GiveReview("t1", Verdict.FAILED), by=COACH)
        assert await self._seen(at_home) == (4.0, Verdict.FAILED, None)

    @staticmethod
    def _to(score: int) -> tuple[Adjustment, ...]:
        return (Adjustment("empathy", score, "As I heard it."),)

    @staticmethod
    async def _seen(at_home: House) -> tuple[float | None, Verdict, Medal | None]:
        async with at_home.store.reading() as unit:
            (item,) = await training(unit, LIBRARY, TIA, TIA, at_home.clock.now())
        run = item.past[0].run
        assert run is not None
        return run.overall, run.verdict, item.medal


class TestNextStep:
    async def test_a_talk_reaches_both(self, at_home: House) -> None:
        await hold(at_home)
        meet_at = at_home.clock.now() + timedelta(days=1)
        review = GiveReview(
            "t1", Verdict.FAILED, "Let us talk.", (), NextStep.ONE_TO_ONE, "sample", meet_at
        )
        await at_home.does(review, by=COACH)
        talks = {o.to: o.message for o in sent(at_home, OneToOne)}
        assert talks == {
            ToPerson(TRAINEE): OneToOne(
                "t1", "A sample", COACH, "Cleo Coach", False, meet_at, "Let us talk."
            ),
            ToPerson(COACH): OneToOne(
                "t1", "A sample", TRAINEE, "Tia Trainee", True, meet_at, "Let us talk."
            ),
        }
        shown = at_home.shown(Reviewed)[0]
        assert (shown.meet_at, shown.next_title) == (meet_at, "")

    async def test_a_remedial_scenario_is_really_assigned(self, at_home: House) -> None:
        await hold(at_home)
        review = GiveReview("t1", Verdict.FAILED, "", (), NextStep.REMEDIAL, "sample")
        await at_home.does(review, by=COACH)
        offered = at_home.shown(AssignmentOffered)[-1]
        assert offered.why == "Cleo Coach chose this to follow “A sample”."
        assert at_home.shown(Reviewed)[0].next_title == "A sample"
        assert await at_home.does(Accept(offered.assignment)) == ""
        assert await at_home.does(Start(offered.assignment, "r1")) == ""

    async def test_a_scenario_that_is_not_there_is_refused_and_nothing_is_kept(
        self, at_home: House
    ) -> None:
        await hold(at_home)
        review = GiveReview("t1", Verdict.FAILED, "", (), NextStep.REMEDIAL, "gone")
        assert "gone" in await at_home.does(review, by=COACH)
        async with at_home.store.reading() as unit:
            assert await unit.reviews("t1") == []

    async def test_a_new_attempt_is_possible_though_all_were_used_up_and_it_was_due(
        self, at_home: House
    ) -> None:
        due = at_home.clock.now() + timedelta(minutes=30)
        async with at_home.store.unit() as unit:
            found = await unit.assignment("w", "as1")
            assert found is not None
            await unit.put_assignment(replace(found, due_at=due))
        for name in ("t1", "t2", "t3"):
            await hold(at_home, name)
        assert "used every attempt" in await at_home.does(Start("as1", "t4"))
        at_home.clock.passes(3600)
        review = GiveReview("t3", Verdict.FAILED, "", (), NextStep.NEW_ATTEMPT)
        await at_home.does(review, by=COACH)
        offered = at_home.shown(AssignmentOffered)[-1]
        assert (offered.assignment, offered.attempts, offered.due_at) == ("as1", 1, None)
        assert offered.why == "Cleo Coach would like you to try this once more."
        assert await at_home.does(Start("as1", "t4")) == ""

    async def test_attempts_that_are_left_stay_as_many(self, at_home: House) -> None:
        await hold(at_home)
        review = GiveReview("t1", Verdict.FAILED, "", (), NextStep.NEW_ATTEMPT)
        await at_home.does(review, by=COACH)
        assert at_home.shown(AssignmentOffered)[-1].attempts == 2
        async with at_home.store.reading() as unit:
            found: Assignment | None = await unit.assignment("w", "as1")
        assert found is not None
        assert found.attempts == 3
