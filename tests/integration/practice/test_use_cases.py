"""The use cases, phrased in commands, on a real database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.attempt import CallState, EndReason
from core.commands import (
    Accept,
    AskCoach,
    Assign,
    End,
    Envelope,
    GradeAgain,
    Remark,
    ReportBreak,
    Say,
    Start,
    Tick,
    Typing,
)
from core.errors import PracticeError, ProviderError
from core.messages import (
    AssignmentOffered,
    BreakReported,
    Briefing,
    CallEnded,
    CallOpened,
    CoachSaid,
    CustomerSaid,
    Noted,
    ReviewAsked,
    ScoreCard,
    Scoring,
    TraineeSaid,
)
from core.people import Assignment
from core.reading import Reading
from core.rehearsal import EPOCH
from core.views import Status, attempt_page, training
from tests.fakes.customer import ScriptedCustomer
from tests.fakes.library import FakeLibrary
from tests.house import COACH, OTHER, PEOPLE, STRANGER, TRAINEE, House, house
from tests.samples import scenario

LIBRARY = FakeLibrary(scenario())


@pytest.fixture
async def at_home(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path) as built:
        yield built


async def test_the_whole_story(at_home: House) -> None:
    assert await at_home.does(Assign(TRAINEE, "sample"), by=COACH) == ""
    assert len(at_home.shown(AssignmentOffered)) == 1
    await at_home.start()
    assert len(at_home.shown(Briefing)) == 1
    assert len(at_home.shown(CallOpened)) == 1
    assert [m.turn for m in at_home.shown(CustomerSaid)] == [0]
    assert await at_home.does(Say("t1", "Hello, how can I help?")) == ""
    assert [m.text for m in at_home.shown(TraineeSaid)] == ["Hello, how can I help?"]
    assert [m.turn for m in at_home.shown(CustomerSaid)] == [0, 2]
    assert await at_home.does(End("t1")) == ""
    kinds = [type(o.message) for o in at_home.surface.delivered.values()]
    assert kinds[-3:] == [CallEnded, Scoring, ScoreCard]
    assert await at_home.does(Remark("t1", "Good start.", turn=1), by=COACH) == ""
    said = at_home.shown(CoachSaid)[-1]
    assert said.quote is not None
    assert said.quote.text == "Hello, how can I help?"


async def test_the_same_event_twice_happens_once(at_home: House) -> None:
    await at_home.start()
    for _ in range(3):
        await at_home.does(Say("t1", "Hello"), key="event-1")
    attempt = await at_home.attempt()
    assert [t.text for t in attempt.turns if t.key == "event-1"] == ["Hello"]
    assert len(at_home.shown(TraineeSaid)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "nothing in that message"),
        (" \n\t\x00 ", "nothing in that message"),
        ("x" * 40_000, "40,000 characters"),
    ],
)
async def test_words_that_are_none_are_refused_and_harm_nothing(
    at_home: House, text: str, expected: str
) -> None:
    await at_home.start()
    before = await at_home.attempt()
    assert expected in await at_home.does(Say("t1", text))
    assert await at_home.attempt() == before


async def test_control_characters_are_taken_out(at_home: House) -> None:
    await at_home.start()
    await at_home.does(Say("t1", "Hel\x00lo\x1b[31m\nthere \U0001f44b"))
    attempt = await at_home.attempt()
    assert attempt.turns[1].text == "Hello[31m\nthere \U0001f44b"


async def test_five_hundred_messages_at_once_are_all_kept_in_order(at_home: House) -> None:
    await at_home.start()
    for n in range(500):
        envelope = Envelope(f"m{n}", "w", TRAINEE, "t1", Say("t1", f"m{n}"), at_home.clock.now())
        await at_home.lanes.submit(envelope)
    await at_home.lanes.idle()
    attempt = await at_home.attempt()
    said = [t.text for t in attempt.turns if t.speaker == "trainee"]
    assert said == [f"m{n}" for n in range(500)][: len(said)]
    assert attempt.state is CallState.ENDED or len(said) == 500


@pytest.mark.parametrize("by", [OTHER, COACH, STRANGER, "nobody"])
async def test_only_the_trainee_speaks_in_a_call(at_home: House, by: str) -> None:
    await at_home.start()
    workspace = "elsewhere" if by == STRANGER else "w"
    assert await at_home.does(Say("t1", "Hello"), by=by, workspace=workspace) != ""
    assert len((await at_home.attempt()).turns) == 1


async def test_words_after_the_end_are_not_lost_on_the_trainee(at_home: House) -> None:
    await at_home.start()
    await at_home.does(End("t1"))
    await at_home.does(Say("t1", "One more thing"))
    noted = at_home.shown(Noted)[-1]
    assert "has ended" in noted.sentence


async def test_ending_twice_ends_once(at_home: House) -> None:
    await at_home.start()
    await at_home.does(Say("t1", "Hello"))
    assert await at_home.does(End("t1")) == ""
    assert await at_home.does(End("t1")) == ""
    assert len(at_home.shown(CallEnded)) == 1
    assert len(at_home.shown(ScoreCard)) == 1


async def test_attempts_are_counted_and_one_runs_at_a_time(at_home: House) -> None:
    await at_home.start("t1")
    assert "already have a call running" in await at_home.does(Start("as1", "t2"))
    for name in ("t1", "t2", "t3"):
        await at_home.does(End(name))
        await at_home.does(Start("as1", name.replace("1", "2").replace("3", "9")))
        if name == "t2":
            await at_home.does(Start("as1", "t3"))
    assert "used every attempt" in await at_home.does(Start("as1", "t7"))


async def test_somebody_elses_assignment_is_refused_with_whom_to_ask(at_home: House) -> None:
    refusal = await at_home.does(Accept("as1"), by=OTHER)
    assert "somebody else" in refusal
    assert "coach" in refusal


@pytest.mark.parametrize(("by", "allowed"), [(COACH, True), ("max", True), ("ada", True)])
async def test_who_may_give_assignments(at_home: House, by: str, *, allowed: bool) -> None:
    assert (await at_home.does(Assign(TRAINEE, "sample"), by=by) == "") is allowed


@pytest.mark.parametrize("by", [TRAINEE, OTHER])
async def test_trainees_do_not_give_assignments(at_home: House, by: str) -> None:
    assert "cannot give" in await at_home.does(Assign(TRAINEE, "sample"), by=by)


@pytest.mark.parametrize("by", [OTHER, "max", TRAINEE])
async def test_only_the_coachs_words_are_feedback(at_home: House, by: str) -> None:
    await at_home.start()
    await at_home.does(End("t1"))
    assert await at_home.does(Remark("t1", "Well done"), by=by) != ""
    assert at_home.shown(CoachSaid) == []


async def test_a_coach_does_not_talk_into_a_running_call(at_home: House) -> None:
    await at_home.start()
    assert "still running" in await at_home.does(Remark("t1", "Say sorry!"), by=COACH)


async def test_a_break_of_character_ends_the_call_and_reaches_the_coach(at_home: House) -> None:
    await at_home.start()
    await at_home.does(ReportBreak("t1", (0,), "It spoke as the agent"))
    attempt = await at_home.attempt()
    assert attempt.broke_character
    report = at_home.shown(BreakReported)[-1]
    assert [line.turn for line in report.lines] == [0]
    assert report.remark == "It spoke as the agent"


async def test_asking_a_coach_brings_the_weakest_lines(at_home: House) -> None:
    await at_home.start()
    await at_home.does(Say("t1", "Whatever"))
    await at_home.does(End("t1"))
    await at_home.does(AskCoach("t1"))
    asked = at_home.shown(ReviewAsked)[-1]
    assert [line.text for line in asked.lines] == ["Whatever"]


async def test_grading_again_adds_a_run_and_replaces_none(at_home: House) -> None:
    await at_home.start()
    await at_home.does(Say("t1", "Hello"))
    await at_home.does(End("t1"))
    await at_home.does(GradeAgain("t1"), by=COACH)
    async with at_home.store.reading() as unit:
        runs = await unit.runs("t1")
    assert len({run.id for run in runs}) == 2
    assert len(at_home.shown(ScoreCard)) == 2


async def test_the_card_tells_the_change_since_the_last_attempt(at_home: House) -> None:
    for name, score in (("t1", 2), ("t2", 4)):
        at_home.grader.score = score
        at_home.clock.passes(60)
        await at_home.does(Start("as1", name))
        await at_home.does(Say(name, "Hello"))
        await at_home.does(End(name))
    first, second = at_home.shown(ScoreCard)
    assert (first.overall_before, second.overall_before) == (None, 2.0)
    assert second.criteria[0].before == 2


async def test_a_call_in_which_nothing_was_said_is_unscored(at_home: House) -> None:
    await at_home.start()
    await at_home.does(End("t1"))
    card = at_home.shown(ScoreCard)[-1]
    assert card.overall is None
    assert card.verdict == "unscored"


async def test_typing_resets_the_customers_patience(at_home: House) -> None:
    await at_home.start()
    at_home.clock.passes(70)
    await at_home.does(Typing("t1"))
    attempt = await at_home.attempt()
    assert attempt.silent_since == at_home.clock.now()


async def test_a_provider_in_trouble_is_tried_again_and_nothing_is_lost(at_home: House) -> None:
    trouble = ProviderError("away", retryable=True)
    at_home.customer = ScriptedCustomer([trouble, trouble, Reading()])
    at_home.lanes = at_home.process()
    await at_home.start()
    await at_home.does(Say("t1", "Hello"))
    attempt = await at_home.attempt()
    assert [t.speaker for t in attempt.turns] == ["customer", "trainee", "customer"]


async def test_my_training_puts_what_runs_first_and_what_is_done_last(at_home: House) -> None:
    trainee = PEOPLE[0]
    await at_home.does(Assign(TRAINEE, "sample"), by=COACH)
    await at_home.start()
    async with at_home.store.reading() as unit:
        items = await training(unit, LIBRARY, trainee, trainee, at_home.clock.now())
    assert [item.status for item in items] == [Status.RUNNING, Status.ASSIGNED]
    await at_home.does(Say("t1", "Hello"))
    await at_home.does(End("t1"))
    async with at_home.store.reading() as unit:
        items = await training(unit, LIBRARY, trainee, trainee, at_home.clock.now())
    assert [item.status for item in items] == [Status.ASSIGNED, Status.DONE]
    assert items[1].medal is not None


@pytest.mark.parametrize("who", [OTHER, STRANGER])
async def test_others_do_not_see_an_attempt(at_home: House, who: str) -> None:
    await at_home.start()
    viewer = next(p for p in PEOPLE if p.id == who)
    async with at_home.store.reading() as unit:
        with pytest.raises(PracticeError):
            await attempt_page(unit, viewer, "t1")
        page = await attempt_page(unit, replace(PEOPLE[2]), "t1")
    assert page.trainee.id == TRAINEE


async def test_a_call_that_ran_out_of_time_says_so(at_home: House) -> None:
    await at_home.start()
    await at_home.does(Say("t1", "Hello"))
    at_home.clock.passes(601)
    await at_home.does(Tick("t1"), by="", workspace="")
    ended = at_home.shown(CallEnded)[-1]
    assert ended.reason is EndReason.TIME


async def test_the_customer_gets_ready_before_it_opens(at_home: House) -> None:
    customer = ScriptedCustomer()
    at_home.customer = customer
    at_home.lanes = at_home.process()
    await at_home.start()
    await at_home.does(Say("t1", "Hello"))
    assert customer.prepared == ["sample"]


async def test_a_scenario_that_left_the_library_leaves_the_others_in_my_training(
    at_home: House,
) -> None:
    gone = Assignment("gone", "w", TRAINEE, COACH, "no such scenario", EPOCH)
    async with at_home.store.unit() as unit:
        await unit.put_assignment(gone)
    async with at_home.store.reading() as unit:
        person = await unit.person("w", TRAINEE)
        assert person is not None
        items = await training(unit, LIBRARY, person, person, at_home.clock.now())
    assert [item.assignment.id for item in items] == ["as1"]
