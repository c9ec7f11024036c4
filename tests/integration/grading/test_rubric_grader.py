from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from adapters.models.minilm import MiniLM
from core.attempt import Attempt, CallState, Ended, EndReason, Speaker, Turn, new_customer
from core.scenario import Mode, Outcome
from core.scoring import Verdict
from grading.embedded.families import family_of
from grading.embedded.judge import EmbeddedJudge
from grading.embedded.nearness import Nearness
from grading.grade import RubricGrader
from grading.rubric import Rubric
from grading.situation import situation
from scenarios.library import FolderLibrary
from scenarios.loader import load_rubric
from tests.unit.grading.calls import GOOD, criterion
from tests.unit.grading.spoken import log, speech

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
MODEL = MiniLM()
SCENARIO = FolderLibrary().scenario("duplicate-charge")


class NineOClock:
    def now(self) -> datetime:
        return START


def attempt(ended_by: str | None) -> Attempt:
    """The good call, a turn every 20 seconds, as an attempt."""
    mood = SCENARIO.persona.mood
    turns = tuple(
        Turn(
            line.number, line.speaker, line.text, START + timedelta(seconds=20 * line.number), mood
        )
        for line in GOOD.lines
    )
    why = EndReason.EXIT if ended_by else EndReason.TRAINEE
    return Attempt(
        id="a1",
        workspace="w",
        trainee="t",
        assignment=None,
        scenario_id=SCENARIO.id,
        scenario_revision=SCENARIO.revision,
        rubric_id=SCENARIO.rubric_id,
        mode=Mode.CHAT,
        seed=1,
        created_at=START,
        customer=new_customer(SCENARIO),
        state=CallState.ENDED,
        started_at=START,
        ended=Ended(why, START + timedelta(minutes=3), ended_by),
        turns=turns,
    )


def grader() -> RubricGrader:
    return RubricGrader(EmbeddedJudge(MODEL), lambda i: Rubric.of(load_rubric(i)), NineOClock())


async def test_an_attempt_is_scored_and_the_run_says_by_what() -> None:
    run = await grader().grade(attempt("refund_agreed"), SCENARIO, (), "run1")
    assert (run.id, run.attempt, run.at) == ("run1", "a1", START)
    assert run.approximate
    assert run.verdict is Verdict.PASSED
    assert {c.id for c in run.criteria} == {"empathy", "resolution", "compliance", "efficiency"}
    assert {c.passed for c in run.checks} == {True}
    assert next(m.value for m in run.metrics if m.id == "response_median") == 20
    assert dict(run.revisions)["rubric"] == Rubric.of(load_rubric("built-in")).revision
    assert dict(run.revisions)["scenario"] == SCENARIO.revision


async def test_how_the_call_ended_bears_on_the_resolution() -> None:
    refused = await grader().grade(attempt("refund_refused"), SCENARIO, (), "run1")
    assert next(c.score for c in refused.criteria if c.id == "resolution") == 1


async def test_a_silent_attempt_is_unscored() -> None:
    ended = attempt(None)
    silent = replace(ended, turns=tuple(t for t in ended.turns if t.speaker is Speaker.CUSTOMER))
    run = await grader().grade(silent, SCENARIO, (), "run1")
    assert (run.overall, run.verdict) == (None, Verdict.UNSCORED)


def test_the_situation_is_read_from_the_attempt() -> None:
    assert situation(attempt("refund_agreed"), SCENARIO).outcome is Outcome.GOOD
    assert situation(attempt(None), SCENARIO).outcome is None
    assert situation(attempt(None), SCENARIO).warmed == 0


def test_sentence_vectors_are_unit_vectors_in_the_order_given() -> None:
    texts = ["I will refund you.", "You get your money back.", "The sky is blue today, and so on."]
    vectors = MODEL.embed(texts)
    assert [round(sum(x * x for x in v), 3) for v in vectors] == [1, 1, 1]
    near, far = Nearness(MODEL).between([(texts[0], texts[1]), (texts[0], texts[2])])
    assert near > far + 0.2
    assert MODEL.embed([]) == []
    alone = MODEL.embed([texts[2]])[0]
    assert alone == pytest.approx(vectors[2], abs=0.05)


@pytest.mark.parametrize(
    ("name", "description", "family"),
    [
        ("Care", "Did the agent show that they understood the customer's feelings?", "empathy"),
        (
            "Fact finding",
            "Did the seller ask questions to learn what the customer needs?",
            "discovery",
        ),
        ("Getting it done", "Was the customer's problem solved?", "resolution"),
    ],
)
def test_a_criterion_in_other_words_finds_its_family(
    name: str, description: str, family: str
) -> None:
    found = family_of(criterion("c1", name, description), Nearness(MODEL))
    assert found is not None
    assert found.id == family


@pytest.mark.parametrize("name", ["Torque of the bolts", "Product knowledge", "Pronunciation"])
def test_a_criterion_of_another_kind_finds_none(name: str) -> None:
    assert family_of(criterion("c1", name), Nearness(MODEL)) is None


async def test_of_a_call_by_voice_the_figures_come_from_its_event_log() -> None:
    held = replace(attempt("refund_agreed"), mode=Mode.VOICE)
    entries = log(*speech(Speaker.CUSTOMER, 0, 30), *speech(Speaker.TRAINEE, 30, 60))
    run = await grader().grade(held, SCENARIO, entries, "run1")
    told = {metric.id: metric.value for metric in run.metrics}
    assert told["talk_trainee"] == 50
    assert "spelling_errors" not in told
