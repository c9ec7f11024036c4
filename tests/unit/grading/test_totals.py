from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.messages import CheckResult, CriterionScore
from core.scoring import Verdict
from grading.rubric import Check, Criterion, Rubric
from grading.totals import overall, total

scores = st.one_of(st.none(), st.integers(1, 5))
weights = st.floats(0.01, 1.0)


@st.composite
def criteria(draw: st.DrawFn) -> list[CriterionScore]:
    count = draw(st.integers(1, 6))
    return [
        CriterionScore(
            id=f"c{i}",
            name=f"C{i}",
            score=draw(scores),
            weight=draw(weights),
            rationale="",
            minimum=draw(scores),
        )
        for i in range(count)
    ]


def scored(score: int | None, weight: float = 1.0, minimum: int | None = None) -> CriterionScore:
    return CriterionScore("c", "Empathy", score, weight, "", minimum=minimum)


def rubric(pass_mark: float = 3.0, *checks: Check) -> Rubric:
    return Rubric("r", "R", pass_mark, (Criterion("c", "C", 1.0),), checks)


@given(criteria())
def test_the_mean_lies_between_the_lowest_and_the_highest_score(
    given: list[CriterionScore],
) -> None:
    mean = overall(given)
    known = [c.score for c in given if c.score is not None]
    if not known:
        assert mean is None
    else:
        assert mean is not None
        assert min(known) <= mean <= max(known)


@given(criteria())
def test_what_is_unscored_weighs_nothing(given: list[CriterionScore]) -> None:
    assert overall(given) == overall([c for c in given if c.score is not None])


@given(criteria(), st.floats(1, 5))
def test_a_missed_minimum_always_fails(given: list[CriterionScore], mark: float) -> None:
    missed = any(c.score and c.minimum and c.score < c.minimum for c in given)
    if missed:
        assert total(rubric(mark), given).verdict is Verdict.FAILED


@given(criteria(), st.floats(1, 5))
def test_a_pass_means_that_everything_needed_was_judged_and_met(
    given: list[CriterionScore], mark: float
) -> None:
    result = total(rubric(mark), given)
    if result.verdict is Verdict.PASSED:
        assert result.overall is not None
        assert result.overall >= mark
        assert all(c.minimum is None or (c.score or 0) >= c.minimum for c in given)


@given(criteria())
def test_a_better_score_never_lowers_the_mean(given: list[CriterionScore]) -> None:
    raised = [replace(c, score=min(5, c.score + 1)) if c.score else c for c in given]
    before, after = overall(given), overall(raised)
    assert (before is None and after is None) or (before or 0) <= (after or 0)


def test_halves_are_rounded_up() -> None:
    assert overall([scored(1, 0.125), scored(2, 0.875)]) == 1.88  # 1.875


def test_weights_are_spread_over_what_was_scored() -> None:
    assert overall([scored(4, 0.3), scored(None, 0.5), scored(2, 0.1)]) == 3.5


def test_nothing_scored_is_unscored() -> None:
    result = total(rubric(), [scored(None)])
    assert (result.overall, result.verdict) == (None, Verdict.UNSCORED)


def test_an_unscored_criterion_with_a_minimum_leaves_the_result_open() -> None:
    result = total(rubric(), [scored(5), scored(None, minimum=2)])
    assert result.verdict is Verdict.UNSCORED
    assert "Empathy" in result.why


def test_the_pass_mark_itself_passes() -> None:
    assert total(rubric(3.0), [scored(3)]).verdict is Verdict.PASSED
    assert total(rubric(3.01), [scored(3)]).verdict is Verdict.FAILED


@pytest.mark.parametrize(
    ("passed", "verdict"),
    [(True, Verdict.PASSED), (False, Verdict.FAILED), (None, Verdict.UNSCORED)],
)
def test_a_mandatory_check_decides(passed: bool | None, verdict: Verdict) -> None:
    check = Check("said", "Disclosure", mandatory=True)
    result = total(rubric(3.0, check), [scored(5)], [CheckResult("said", "Disclosure", passed)])
    assert result.verdict is verdict


def test_another_check_decides_nothing() -> None:
    check = Check("said", "Disclosure")
    result = total(
        rubric(3.0, check), [scored(5)], [CheckResult("said", "Disclosure", passed=False)]
    )
    assert result.verdict is Verdict.PASSED
