"""A coach's review: verdict, adjustments, next step, and which scores count after it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from core.messages import CriterionScore
from core.scoring import ScoreRun, Verdict, overall


class WhyReview(StrEnum):
    """Why an attempt came up for review."""

    LOW = "low"
    HIGH = "high"
    SAMPLE = "sample"
    ASKED = "asked"


class NextStep(StrEnum):
    """What follows from a review."""

    NONE = "none"
    ONE_TO_ONE = "one_to_one"
    REMEDIAL = "remedial"
    NEW_ATTEMPT = "new_attempt"


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A coach's own score for a criterion, 1 to 5, and why in a line."""

    criterion: str
    score: int
    reason: str


@dataclass(frozen=True, slots=True)
class Review:
    """A coach's review of a score run. The newest of an attempt is the one that counts.

    `scenario` is the id of the remedial one, `meet_at` the moment of the 1:1 in UTC, where the
    next step has them.
    """

    id: str
    attempt: str
    run: str
    author: str
    at: datetime
    verdict: Verdict
    words: str = ""
    adjustments: tuple[Adjustment, ...] = ()
    next_step: NextStep = NextStep.NONE
    scenario: str = ""
    meet_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReviewRequest:
    """An attempt that wants a coach's look; `done_at` None while it waits."""

    attempt: str
    workspace: str
    trainee: str
    why: WhyReview
    at: datetime
    done_at: datetime | None = None


def standing(run: ScoreRun, review: Review | None) -> ScoreRun:
    """Return the scores that count: the run with the coach's adjustments and verdict.

    A review of an older run counts on: its scores are the coach's own. Where they change
    nothing, neither does the overall score.
    """
    if review is None:
        return run
    own = {a.criterion: a.score for a in review.adjustments}
    criteria = tuple(_adjusted(c, own) for c in run.criteria)
    mean = run.overall if criteria == run.criteria else overall(criteria)
    return replace(run, criteria=criteria, overall=mean, verdict=review.verdict)


def _adjusted(criterion: CriterionScore, own: dict[str, int]) -> CriterionScore:
    if criterion.id not in own:
        return criterion
    return replace(criterion, score=own[criterion.id], reason="")
