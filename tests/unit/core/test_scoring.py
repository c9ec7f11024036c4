"""The overall score: the weighted mean of what was scored."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.messages import CriterionScore
from core.scoring import overall


@st.composite
def criteria(draw: st.DrawFn) -> list[CriterionScore]:
    return [
        CriterionScore(
            id=f"c{i}",
            name=f"C{i}",
            score=draw(st.one_of(st.none(), st.integers(1, 5))),
            weight=draw(st.floats(0.01, 1.0)),
            rationale="",
        )
        for i in range(draw(st.integers(1, 6)))
    ]


def scored(score: int | None, weight: float = 1.0) -> CriterionScore:
    return CriterionScore("c", "Empathy", score, weight, "")


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


@given(criteria())
def test_a_better_score_never_lowers_the_mean(given: list[CriterionScore]) -> None:
    raised = [replace(c, score=min(5, c.score + 1)) if c.score else c for c in given]
    before, after = overall(given), overall(raised)
    assert (before is None and after is None) or (before or 0) <= (after or 0)


def test_halves_are_rounded_up() -> None:
    assert overall([scored(1, 0.125), scored(2, 0.875)]) == 1.88  # 1.875


def test_weights_are_spread_over_what_was_scored() -> None:
    assert overall([scored(4, 0.3), scored(None, 0.5), scored(2, 0.1)]) == 3.5


def test_without_scores_or_weights_there_is_no_mean() -> None:
    assert overall([]) is None
    assert overall([scored(None)]) is None
    assert overall([scored(4, 0.0)]) is None
