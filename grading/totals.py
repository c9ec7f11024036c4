"""Totals and verdict: arithmetic only. A judge says what it saw; code decides.

Overall is the weighted mean of the criteria that were scored, their weights scaled so that they
sum to 1, rounded to two decimals, halves up. The verdict follows from what is shown: an overall
of 3.00 meets a pass mark of 3.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.messages import CheckResult, CriterionScore
from core.scoring import Verdict, overall
from grading.rubric import Rubric


@dataclass(frozen=True, slots=True)
class Total:
    """The overall score, 1 to 5 or None, the verdict, and why in a sentence for the trainee."""

    overall: float | None
    verdict: Verdict
    why: str


def total(
    rubric: Rubric, criteria: Sequence[CriterionScore], checks: Sequence[CheckResult] = ()
) -> Total:
    """Return what code makes of the scores.

    Fails when a minimum is missed, a mandatory check is not met, or the overall score is below
    the pass mark. Unscored when nothing was scored, or when something that could fail the
    attempt by itself was not judged.
    """
    mean = overall(criteria)
    if mean is None:
        return Total(None, Verdict.UNSCORED, "Nothing could be scored, so there is no result yet.")
    mandatory = _mandatory(rubric, checks)
    below = [c for c in criteria if _misses(c)]
    if below:
        return Total(mean, Verdict.FAILED, _below_minimum(below[0], mean))
    if unmet := [c for c in mandatory if c.passed is False]:
        why = f"“{unmet[0].name}” has to be met to pass, and it was not met this time."
        return Total(mean, Verdict.FAILED, why)
    if untold := _untold(criteria, mandatory):
        why = f"“{untold}” has to be met to pass and could not be judged, so the result is open."
        return Total(mean, Verdict.UNSCORED, why)
    return _against_mark(rubric.pass_mark, mean)


def _misses(criterion: CriterionScore) -> bool:
    score, minimum = criterion.score, criterion.minimum
    return score is not None and minimum is not None and score < minimum


def _mandatory(rubric: Rubric, checks: Sequence[CheckResult]) -> list[CheckResult]:
    ids = {check.id for check in rubric.checks if check.mandatory}
    return [check for check in checks if check.id in ids]


def _untold(criteria: Sequence[CriterionScore], mandatory: Sequence[CheckResult]) -> str:
    """The name of something that could fail the attempt by itself and was not judged, or ""."""
    names = [c.name for c in criteria if c.minimum is not None and c.score is None]
    names += [c.name for c in mandatory if c.passed is None]
    return names[0] if names else ""


def _below_minimum(criterion: CriterionScore, mean: float) -> str:
    return (
        f"{criterion.name} needs at least {criterion.minimum} to pass and came to "
        f"{criterion.score}; overall you reached {mean:.2f}."
    )


def _against_mark(mark: float, mean: float) -> Total:
    if mean < mark:
        why = f"You reached {mean:.2f} overall; {mark:.2f} is needed to pass."
        return Total(mean, Verdict.FAILED, why)
    why = f"You reached {mean:.2f} overall, and {mark:.2f} was needed: well done."
    return Total(mean, Verdict.PASSED, why)
