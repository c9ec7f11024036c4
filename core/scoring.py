"""The result of grading, as the practice keeps it. How it comes about lives in `grading`.

The one formula that grading and a coach's adjustment share stands here: `overall`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from core.messages import CheckResult, CriterionScore, Metric


class Verdict(StrEnum):
    """What code makes of the scores."""

    PASSED = "pass"
    FAILED = "fail"
    UNSCORED = "unscored"
    CONDITIONAL = "conditional"  # a coach's only: passed, on a condition


@dataclass(frozen=True, slots=True)
class ScoreRun:
    """One grading of an attempt; grading again adds another and replaces none.

    `overall` is the weighted mean of the criteria, 1 to 5. `why` explains the verdict in a
    sentence. `revisions` pins what it was graded with: rubric, scenario, judge's prompt.
    """

    id: str
    attempt: str
    at: datetime
    rubric_id: str
    graded_by: str
    approximate: bool
    overall: float | None
    verdict: Verdict
    why: str
    criteria: tuple[CriterionScore, ...]
    checks: tuple[CheckResult, ...] = ()
    metrics: tuple[Metric, ...] = ()
    revisions: tuple[tuple[str, str], ...] = ()


_CENT = Decimal("0.01")


def overall(criteria: Sequence[CriterionScore]) -> float | None:
    """Return the weighted mean of the scored criteria, two decimals, halves up.

    Weights are scaled so that those of the scored criteria sum to 1; None when there is no
    weight to share.
    """
    scored = [(Decimal(str(c.weight)), c.score) for c in criteria if c.score is not None]
    weight = sum((w for w, _ in scored), Decimal(0))
    if weight <= 0:
        return None
    mean = sum((w * s for w, s in scored), Decimal(0)) / weight
    return float(mean.quantize(_CENT, rounding=ROUND_HALF_UP))
