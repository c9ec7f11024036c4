"""A grader that gives the score it was told to."""

from __future__ import annotations

from collections.abc import Sequence

from core.attempt import Attempt, Entry
from core.messages import CriterionScore, Quote
from core.rehearsal import EPOCH
from core.scenario import Scenario
from core.scoring import ScoreRun, Verdict


class FakeGrader:
    """Implements `ports.Grader`; quotes the trainee's first turn.

    `others` scores more criteria by name, which weigh nothing.
    """

    def __init__(self, score: int = 4, verdict: Verdict = Verdict.PASSED) -> None:
        self.score = score
        self.verdict = verdict
        self.others: dict[str, int] = {}
        self.graded: list[str] = []

    async def grade(
        self,
        attempt: Attempt,
        scenario: Scenario,
        entries: Sequence[Entry],
        run_id: str,
    ) -> ScoreRun:
        """Score the attempt, or leave it unscored when the trainee said nothing."""
        self.graded.append(attempt.id)
        said = [t for t in attempt.turns if t.speaker == "trainee"]
        quotes = tuple(Quote(t.number, t.text) for t in said[:1])
        score = self.score if said else None
        return ScoreRun(
            id=run_id,
            attempt=attempt.id,
            at=EPOCH,
            rubric_id=attempt.rubric_id,
            graded_by="fake",
            approximate=True,
            overall=None if score is None else float(score),
            verdict=Verdict.UNSCORED if score is None else self.verdict,
            why="As told.",
            criteria=(
                CriterionScore("empathy", "Empathy", score, 1.0, "As told.", quotes),
                *(CriterionScore(n.lower(), n, s, 0.0, "") for n, s in self.others.items()),
            ),
        )
