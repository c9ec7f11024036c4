"""Who needs help, and with what."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from core.glance import glance, glances
from core.messages import CriterionScore, Face
from core.rehearsal import EPOCH
from core.scenario import Mode
from core.scoring import ScoreRun, Verdict
from core.views import Learner, PastAttempt, Status, TrainingItem
from tests.records import assignment, person, run


def scored(overall: float | None, verdict: Verdict = Verdict.PASSED, **scores: int) -> ScoreRun:
    criteria = tuple(CriterionScore(k, k.capitalize(), n, 0.5, "") for k, n in scores.items())
    return run(overall=overall, verdict=verdict, criteria=criteria)


def past(name: str, days: int, found: ScoreRun | None = None, *, ended: bool = True) -> PastAttempt:
    return PastAttempt(name, "A sample", EPOCH + timedelta(days=days), ended, found)


def item(*attempts: PastAttempt, status: Status = Status.DONE) -> TrainingItem:
    customer = Face("Pat")
    return TrainingItem(
        assignment=assignment(),
        title="A sample",
        goal="",
        category="",
        customer=customer,
        mode=Mode.CHAT,
        time_limit_s=600,
        status=status,
        attempts_left=None,
        past=attempts,
        medal=None,
    )


def learner(*items: TrainingItem, name: str = "Tess") -> Learner:
    return Learner(person(name=name), items)


def test_whoever_has_nothing_is_well() -> None:
    found = glance(learner())
    assert (found.needs, found.begin_with, found.newest, found.of) == ((), "", None, 0)
    assert (found.score, found.score_before) == (None, None)


def test_overdue_assignments_are_counted_in_words() -> None:
    late = item(status=Status.OVERDUE)
    assert glance(learner(late)).needs == ("1 assignment overdue",)
    assert glance(learner(late, late, item())).needs == ("2 assignments overdue",)


def test_the_newest_call_is_what_counts_against_the_one_before_at_the_same_assignment() -> None:
    older = item(past("other", 1, scored(5.0)))
    newer = item(past("b", 3, scored(3.0)), past("a", 2, scored(3.5)))
    found = glance(learner(older, newer))
    assert (found.score, found.score_before) == (3.0, 3.5)
    assert found.needs == ("score went down",)
    assert (found.done, found.of) == (2, 2)


def test_a_small_loss_is_no_word_worth() -> None:
    assert glance(learner(item(past("b", 2, scored(3.1)), past("a", 1, scored(3.5))))).needs == ()


def test_a_failed_call_names_what_to_begin_with() -> None:
    failed = scored(2.0, Verdict.FAILED, resolution=4, empathy=1)
    found = glance(learner(item(past("a", 1, failed))))
    assert found.needs == ("1 call not passed yet",)
    assert found.begin_with == "Empathy"


def test_nothing_stands_out_where_all_scores_are_alike() -> None:
    assert (
        glance(learner(item(past("a", 1, scored(2.0, empathy=2, resolution=2))))).begin_with == ""
    )


def test_a_call_under_way_and_one_being_scored_tell_nothing_yet() -> None:
    found = glance(learner(item(past("now", 2, ended=False), past("a", 1))))
    assert (found.running, found.needs, found.score) == ("now", (), None)
    assert found.newest is None


def test_a_call_in_which_nothing_was_said_hides_no_score() -> None:
    failed = scored(1.6, Verdict.FAILED, empathy=1)
    unsaid = replace(scored(1.0, Verdict.UNSCORED), overall=None)
    found = glance(learner(item(past("b", 2, unsaid), past("a", 1, failed))))
    assert (found.score, found.needs) == (1.6, ("1 call not passed yet",))


def test_those_who_need_help_come_first_and_then_by_name() -> None:
    late = item(status=Status.OVERDUE)
    people = learner(name="Ann"), learner(late, name="Zoe"), learner(late, name="Bo")
    assert [g.person.name for g in glances(people)] == ["Bo", "Zoe", "Ann"]
