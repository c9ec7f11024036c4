"""After the call: scoring, a coach's words, another grading."""

from __future__ import annotations

from dataclasses import replace

from core.attempt import Attempt, CallState
from core.commands import AskCoach, Envelope, GradeAgain, Remark
from core.errors import PracticeError
from core.messages import CoachSaid, Quote, ScoreCard, Scoring, ToThread
from core.people import Comment, require_coach
from core.practice import coaching, sharing
from core.practice.work import Work
from core.review import standing
from core.scenario import Scenario
from core.scoring import ScoreRun
from core.views import left, used
from core.words import fit

_NOT_COUNTED = "You reported that the customer fell out of its part, so this call does not count."


async def remark(work: Work, envelope: Envelope, command: Remark) -> None:
    """Take a coach's words as feedback and bring them to the trainee. Refuses others'."""
    attempt, _ = await work.call(command.attempt)
    author = await work.person(envelope.by)
    trainee = await work.person(attempt.trainee)
    require_coach(author, trainee)
    if attempt.state is not CallState.ENDED:
        raise PracticeError("The call is still running.", "Your feedback can follow when it ends.")
    text = fit(command.text)
    quote = _quoted(attempt, command.turn)
    comment = Comment(envelope.id, attempt.id, author.id, text, work.now, command.turn)
    await work.unit.add_comment(comment)
    said = CoachSaid(attempt.id, comment.id, author.name, text, quote)
    await work.post(ToThread(attempt.id), said, "comment")


def _quoted(attempt: Attempt, number: int | None) -> Quote | None:
    if number is None:
        return None
    turn = next((t for t in attempt.turns if t.number == number), None)
    if turn is None:
        raise PracticeError(f"This call has no turn {number}.", "Choose one of its lines.")
    return Quote(turn.number, turn.text)


async def ask_coach(work: Work, envelope: Envelope, command: AskCoach) -> None:
    """Bring the attempt to the trainee's coaches."""
    await coaching.ask_coach(work, envelope, command.attempt)


async def grade_again(work: Work, envelope: Envelope, command: GradeAgain) -> None:
    """Mark the attempt as unscored, so that it is graded once more."""
    attempt, _ = await work.call(command.attempt)
    require_coach(await work.person(envelope.by), await work.person(attempt.trainee))
    if attempt.state is not CallState.ENDED:
        raise PracticeError("The call is still running.", "It is scored when it ends.")
    work.touched = replace(attempt, scored=False)
    await work.unit.save(work.touched)
    await work.post(ToThread(attempt.id), Scoring(attempt.id), "scoring")


async def keep_run(work: Work, attempt: Attempt, scenario: Scenario, run: ScoreRun) -> None:
    """Add the score run, mark the attempt as scored, and show the card."""
    if attempt.broke_character:
        run = replace(run, why=_NOT_COUNTED)
    before = None if attempt.broke_character else await _run_before(work, attempt)
    await work.unit.add_run(run)
    work.touched = replace(attempt, scored=True)
    await work.unit.save(work.touched)
    await work.post(ToThread(attempt.id), await _card(work, attempt, scenario, run, before), "card")
    if not attempt.broke_character:
        await sharing.share(work, attempt, scenario, run)
        await coaching.after_scoring(work, attempt, scenario, run)


async def _run_before(work: Work, attempt: Attempt) -> ScoreRun | None:
    """The newest run of the trainee's last attempt at the same scenario."""
    earlier = [
        a.id
        for a in await work.unit.attempts(work.workspace, attempt.trainee)
        if a.scenario_id == attempt.scenario_id
        and a.created_at < attempt.created_at
        and not a.broke_character
    ]
    runs = {r.attempt: r for r in await work.unit.last_runs(work.workspace, attempt.trainee)}
    found = next((runs[a] for a in reversed(earlier) if a in runs), None)
    if found is None:
        return None
    reviews = await work.unit.reviews(found.attempt)
    return standing(found, reviews[-1] if reviews else None)


async def _card(
    work: Work, attempt: Attempt, scenario: Scenario, run: ScoreRun, before: ScoreRun | None
) -> ScoreCard:
    old = {c.id: c.score for c in before.criteria} if before else {}
    return ScoreCard(
        attempt=attempt.id,
        run=run.id,
        title=scenario.title,
        overall=run.overall,
        verdict=run.verdict.value,
        why=run.why,
        criteria=tuple(replace(c, before=old.get(c.id)) for c in run.criteria),
        checks=run.checks,
        metrics=run.metrics,
        overall_before=before.overall if before else None,
        graded_by=run.graded_by,
        approximate=run.approximate,
        assignment=attempt.assignment,
        attempts_left=await _left(work, attempt),
    )


async def _left(work: Work, attempt: Attempt) -> int | None:
    if attempt.assignment is None:
        return 0
    assignment = await work.unit.assignment(work.workspace, attempt.assignment)
    if assignment is None:
        return 0
    attempts = await work.unit.attempts(work.workspace, attempt.trainee)
    return left(assignment, used(assignment, attempts))
