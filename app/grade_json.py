"""A graded transcript as JSON, for `scrimmage grade`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from core.messages import CriterionScore, Quote
from grading.grade import Graded


def graded_json(transcript_id: str, graded: Graded, *, approximate: bool) -> dict[str, Any]:
    """Return the scores by criterion, the checks, the metrics, and what they come to.

    `approximate` is what the judge says of itself.
    """
    return {
        "id": transcript_id,
        "scores": {criterion.id: _score(criterion) for criterion in graded.criteria},
        "checks": {
            check.id: {
                "passed": check.passed,
                "reason": check.reason,
                "evidence": _evidence(check.quotes),
            }
            for check in graded.checks
        },
        "metrics": {
            metric.id: {"value": metric.value, "unit": metric.unit} for metric in graded.metrics
        },
        "overall": graded.total.overall,
        "verdict": graded.total.verdict.value,
        "why": graded.total.why,
        "approximate": approximate,
    }


def _score(criterion: CriterionScore) -> dict[str, Any]:
    return {
        "score": criterion.score,
        **({"reason": criterion.reason} if criterion.score is None else {}),
        "rationale": criterion.rationale,
        "evidence": _evidence(criterion.quotes),
        "better": criterion.better,
    }


def _evidence(quotes: Sequence[Quote]) -> list[dict[str, Any]]:
    return [{"turn": quote.turn, "quote": quote.text} for quote in quotes]
