"""The result of grading, as the practice keeps it. How it comes about lives in `grading`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.messages import CheckResult, CriterionScore, Metric


class Verdict(StrEnum):
    """What code makes of the scores."""

    PASSED = "pass"
    FAILED = "fail"
    UNSCORED = "unscored"


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
