"""An attempt as JSON, for `scrimmage practice --json`."""

from __future__ import annotations

from typing import Any

from core.rehearsal import Rehearsal
from core.scoring import ScoreRun


def attempt_json(call: Rehearsal, run: ScoreRun) -> dict[str, Any]:
    """Return the attempt: scenario, how it ended, turns, objections by id, the score."""
    attempt = call.attempt
    ended = attempt.ended
    return {
        "scenario": attempt.scenario_id,
        "seed": attempt.seed,
        "ended": {
            "reason": ended.reason.value if ended else None,
            "exit_condition": ended.exit if ended else None,
            "at_s": round(attempt.seconds_in(ended.at), 1) if ended else None,
        },
        "turns": [
            {
                "speaker": turn.speaker.value,
                "text": turn.text,
                "at_s": round(attempt.seconds_in(turn.at), 1),
                "mood": turn.mood.value,
            }
            for turn in attempt.turns
        ],
        "objections": {o.id: o.state.value for o in attempt.customer.objections},
        "told": list(attempt.customer.told),
        "events": [
            {"at_s": round(attempt.seconds_in(e.at), 1), "kind": e.kind, **dict(e.data)}
            for e in call.entries
        ],
        "score": score_json(run),
    }


def score_json(run: ScoreRun) -> dict[str, Any]:
    """Return a score run: overall, verdict, criteria with their evidence, checks, metrics."""
    return {
        "overall": run.overall,
        "verdict": run.verdict.value,
        "why": run.why,
        "graded_by": run.graded_by,
        "approximate": run.approximate,
        "criteria": {
            c.id: {
                "score": c.score,
                **({"reason": c.reason} if c.score is None else {}),
                "rationale": c.rationale,
                "evidence": [{"turn": q.turn, "quote": q.text} for q in c.quotes],
                "better": c.better,
            }
            for c in run.criteria
        },
        "checks": {c.id: {"passed": c.passed, "reason": c.reason} for c in run.checks},
        "metrics": {m.id: {"value": m.value, "unit": m.unit} for m in run.metrics},
    }
