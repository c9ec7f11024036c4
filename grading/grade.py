"""Grading a call: every criterion judged, what can be counted counted, the rest arithmetic."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from core.attempt import Attempt, Entry
from core.messages import CheckResult, CriterionScore, Metric
from core.ports import Clock
from core.scenario import Scenario
from core.scoring import ScoreRun
from grading.demanded import demanded
from grading.embedded.checks import answer, countable
from grading.evidence import sift
from grading.judges import Answer, Context, Judge, Judgement, witnesses
from grading.metrics import count
from grading.rubric import Check, Criterion, Rubric
from grading.situation import situation
from grading.totals import Total, total
from grading.transcript import Transcript

SILENT = "There is nothing to score: the trainee said nothing in this call."
AT_ONCE = 4
"""Criteria judged at the same time."""


@dataclass(frozen=True, slots=True)
class Graded:
    """What a call came to, before it becomes a score run."""

    criteria: tuple[CriterionScore, ...]
    checks: tuple[CheckResult, ...]
    metrics: tuple[Metric, ...]
    total: Total


async def grade(
    transcript: Transcript, rubric: Rubric, judge: Judge, context: Context | None = None
) -> Graded:
    """Grade a transcript. A call in which the trainee said nothing is unscored throughout."""
    told = context or Context()
    metrics = count(transcript, told.known)
    told = replace(told, metrics=metrics, phrases=told.phrases or demanded(rubric))
    if transcript.trainee:
        criteria, checks = await _judged(transcript, rubric, judge, told)
    else:
        criteria = [Judgement.unscored(SILENT) for _ in rubric.criteria]
        checks = [Answer(None, SILENT) for _ in rubric.checks]
    scores = tuple(map(_score, rubric.criteria, criteria))
    results = tuple(map(_result, rubric.checks, checks))
    return Graded(scores, results, metrics, total(rubric, scores, results))


class RubricGrader:
    """A `Grader`: finds the rubric, asks the judge, and does the arithmetic."""

    def __init__(self, judge: Judge, rubric: Callable[[str], Rubric], clock: Clock) -> None:
        """`rubric` returns the rubric of an id, or raises PracticeError."""
        self._judge, self._rubric, self._clock = judge, rubric, clock

    async def grade(
        self, attempt: Attempt, scenario: Scenario, entries: Sequence[Entry], run_id: str
    ) -> ScoreRun:
        """Return a new score run. What the judge could not do is unscored, with the reason."""
        rubric = self._rubric(attempt.rubric_id)
        phrases = await asyncio.to_thread(demanded, rubric, scenario.documents)
        context = replace(situation(attempt, scenario, entries), phrases=phrases)
        graded = await grade(Transcript.of(attempt, entries), rubric, self._judge, context)
        return ScoreRun(
            id=run_id,
            attempt=attempt.id,
            at=self._clock.now(),
            rubric_id=rubric.id,
            graded_by=self._judge.name,
            approximate=self._judge.approximate,
            overall=graded.total.overall,
            verdict=graded.total.verdict,
            why=graded.total.why,
            criteria=graded.criteria,
            checks=graded.checks,
            metrics=graded.metrics,
            revisions=(
                ("rubric", rubric.revision),
                ("scenario", attempt.scenario_revision),
                *self._judge.revisions,
            ),
        )


async def _judged(
    transcript: Transcript, rubric: Rubric, judge: Judge, context: Context
) -> tuple[list[Judgement], list[Answer]]:
    gate = asyncio.Semaphore(AT_ONCE)

    async def criterion(asked: Criterion) -> Judgement:
        async with gate:
            return _checked(await judge.judge(asked, transcript, context), asked, transcript)

    async def check(asked: Check) -> Answer:
        # What can be counted is never asked of a model.
        if countable(asked):
            return answer(asked, transcript, context)
        async with gate:
            return await judge.check(asked, transcript, context)

    async with asyncio.TaskGroup() as group:
        scores = [group.create_task(criterion(asked)) for asked in rubric.criteria]
        answers = [group.create_task(check(asked)) for asked in rubric.checks]
    return [task.result() for task in scores], [task.result() for task in answers]


def _checked(judgement: Judgement, criterion: Criterion, transcript: Transcript) -> Judgement:
    """Let only quotes through that stand in the call, whichever judge gave them."""
    sifted = sift(judgement.quotes, transcript, speakers=witnesses(criterion))
    return Judgement(
        judgement.score, judgement.rationale, sifted.kept, judgement.reason, judgement.better
    )


def _score(criterion: Criterion, judgement: Judgement) -> CriterionScore:
    return CriterionScore(
        id=criterion.id,
        name=criterion.name,
        score=judgement.score,
        weight=criterion.weight,
        rationale=judgement.rationale,
        quotes=judgement.quotes,
        reason=judgement.reason,
        minimum=criterion.minimum,
        better=judgement.better,
    )


def _result(check: Check, given: Answer) -> CheckResult:
    return CheckResult(check.id, check.name, given.passed, given.reason, given.quotes)
