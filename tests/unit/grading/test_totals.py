from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.messages import CheckResult, CriterionScore
from core.scoring import Verdict
from grading.rubric import Check, Criterion, Rubric
from grading.totals import total

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
