"""After the call: scoring, a coach's words, another grading."""

from __future__ import annotations

from dataclasses import replace

from core.attempt import Attempt, CallState
from core.commands import AskCoach, Envelope, GradeAgain, Remark
from core.errors import PracticeError, Refusal
from core.messages import CoachSaid, Noted, Quote, ReviewAsked, ScoreCard, Scoring, ToThread
from core.people import Comment, Person, Role
from core.practice.work import Work
from core.scenario import Scenario
from core.scoring import ScoreRun
from core.views import left
from core.words import fit


async def remark(work: Work, envelope: Envelope, command: Remark) -> None:
    """Take a coach's words as feedback and bring them to the trainee. Refuses others'."""
    attempt, _ = await work.call(command.attempt)
    author = await work.person(envelope.by)
    trainee = await work.person(attempt.trainee)
    _require_coach(author, trainee)
    if attempt.state is not CallState.ENDED:
        raise PracticeError("The call is still running.", "Your feedback can follow when it ends.")
    text = fit(command.text)
    quote = _quoted(attempt, command.turn)
    comment = Comment(envelope.id, attempt.id, author.id, text, work.now, command.turn)
    await work.unit.add_comment(comment)
    said = CoachSaid(attempt.id, comment.id, author.name, text, quote)
    await work.post(ToThread(attempt.id), said, "comment")


def _require_coach(author: Person, trainee: Person) -> None:
    if author.id == trainee.id:
        raise Refusal(
            "The call has ended, so there is nobody to answer here.",
            "Choose Ask a coach if you would like somebody to look at it.",
        )
    if Role.COACH not in author.roles or trainee.id not in author.coaches:
        raise Refusal(
            f"Only {trainee.name}'s coach gives feedback on this call.",
            "Ask your administrator to make you their coach.",
        )


def _quoted(attempt: Attempt, number: int | None) -> Quote | None:
    if number is None:
        return None
    turn = next((t for t in attempt.turns if t.number == number), None)
    if turn is None:
        raise PracticeError(f"This call has no turn {number}.", "Choose one of its lines.")
    return Quote(turn.number, turn.text)


async def ask_coach(work: Work, envelope: Envelope, command: AskCoach) -> None:
    """Bring the attempt to the trainee's coaches."""
    attempt, scenario = await work.own_call(envelope.by, command.attempt)
    if attempt.state is not CallState.ENDED:
        raise PracticeError("The call is still running.", "Ask again when it has ended.")
    trainee = await work.person(attempt.trainee)
    runs = await work.unit.runs(attempt.id)
    asked = ReviewAsked(
        attempt.id,
        trainee.name,
        scenario.title,
        f"{trainee.name} asked for a coach's view.",
        runs[-1].overall if runs else None,
        weakest_lines(runs[-1]) if runs else (),
    )
    coaches = await work.coaches_of(attempt.trainee)
    for coach in coaches:
        await work.to_person(coach.id, asked, f"asked:{coach.id}")
    names = " and ".join(coach.name for coach in coaches)
    sentence = f"{names} will have a look." if coaches else "You have no coach here yet."
    await work.post(ToThread(attempt.id), Noted(sentence), "noted")


async def grade_again(work: Work, envelope: Envelope, command: GradeAgain) -> None:
    """Mark the attempt as unscored, so that it is graded once more."""
    attempt, _ = await work.call(command.attempt)
    _require_coach(await work.person(envelope.by), await work.person(attempt.trainee))
    if attempt.state is not CallState.ENDED:
        raise PracticeError("The call is still running.", "It is scored when it ends.")
    work.touched = replace(attempt, scored=False)
    await work.unit.save(work.touched)
    await work.post(ToThread(attempt.id), Scoring(attempt.id), "scoring")


def weakest_lines(run: ScoreRun, most: int = 2) -> tuple[Quote, ...]:
    """The quotes of the lowest scores: the two lines a coach should see first."""
    scored = sorted((c for c in run.criteria if c.score is not None), key=lambda c: c.score or 0)
    quotes = dict.fromkeys(q for c in scored for q in c.quotes)
    return tuple(quotes)[:most]


async def keep_run(work: Work, attempt: Attempt, scenario: Scenario, run: ScoreRun) -> None:
    """Add the score run, mark the attempt as scored, and show the card."""
    before = await _run_before(work, attempt)
    await work.unit.add_run(run)
    work.touched = replace(attempt, scored=True)
    await work.unit.save(work.touched)
    await work.post(ToThread(attempt.id), await _card(work, attempt, scenario, run, before), "card")


async def _run_before(work: Work, attempt: Attempt) -> ScoreRun | None:
    """The newest run of the trainee's last attempt at the same scenario."""
    earlier = [
        a.id
        for a in await work.unit.attempts(work.workspace, attempt.trainee)
        if a.scenario_id == attempt.scenario_id and a.created_at < attempt.created_at
    ]
    runs = {r.attempt: r for r in await work.unit.last_runs(work.workspace, attempt.trainee)}
    return next((runs[a] for a in reversed(earlier) if a in runs), None)


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
    return left(assignment, sum(a.assignment == assignment.id for a in attempts))
