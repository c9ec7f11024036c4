"""A coach's review: taken, told to the trainee, and its next step made to happen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.attempt import Attempt, CallState
from core.commands import Envelope, GiveReview
from core.errors import PracticeError
from core.messages import Adjusted, OneToOne, Reviewed, ToReview, ToThread
from core.people import Person, require_coach
from core.practice.assigning import give, offer
from core.practice.work import Work
from core.review import Adjustment, NextStep, Review, ReviewRequest, WhyReview, standing
from core.scenario import Scenario
from core.scoring import ScoreRun, Verdict
from core.views import left, used
from core.words import Unfit, clean, fit

_REASON_FITS = 300


@dataclass(frozen=True, slots=True)
class _Case:
    """What a review is about, and who takes part."""

    attempt: Attempt
    scenario: Scenario
    trainee: Person
    coach: Person


async def give_review(work: Work, envelope: Envelope, command: GiveReview) -> None:
    """Take a coach's review, tell the trainee, and let the next step happen."""
    attempt, scenario = await work.call(command.attempt)
    coach, trainee = await work.person(envelope.by), await work.person(attempt.trainee)
    require_coach(coach, trainee)
    runs = await work.unit.runs(attempt.id)
    if attempt.state is not CallState.ENDED or not runs:
        raise PracticeError("This call has no score yet.", "Review it when it has been scored.")
    review = _checked(envelope, command, runs[-1], work)
    await work.unit.add_review(review)
    request = await work.unit.request(attempt.id) or ReviewRequest(
        attempt.id, work.workspace, trainee.id, WhyReview.ASKED, work.now
    )
    await work.unit.put_request(replace(request, done_at=work.now))
    case = _Case(attempt, scenario, trainee, coach)
    done = _reviewed(work, case, review, runs[-1])
    await work.post(ToThread(attempt.id), done, "reviewed")
    await work.post(ToReview(attempt.id), done, "review_done")
    await _next_step(work, case, review)


def _checked(envelope: Envelope, command: GiveReview, run: ScoreRun, work: Work) -> Review:
    """Return the review. Raises PracticeError where it does not fit the score run."""
    known = {c.id: c for c in run.criteria}
    kept: list[Adjustment] = []
    # Of two for one criterion the later one counts.
    for own in {own.criterion: own for own in command.adjustments}.values():
        if own.criterion not in known or not 1 <= own.score <= 5:  # noqa: PLR2004 - the scale
            raise PracticeError("This score was made anew meanwhile.", "Open the review once more.")
        if own.score == known[own.criterion].score:
            continue
        kept.append(replace(own, reason=_reason(own, known[own.criterion].name)))
    if command.verdict is Verdict.UNSCORED:
        raise PracticeError("A review says pass, fail or conditional.", "Choose one of them.")
    if command.next_step is NextStep.REMEDIAL:
        work.library.scenario(command.scenario)
    return Review(
        envelope.id,
        command.attempt,
        run.id,
        envelope.by,
        work.now,
        command.verdict,
        fit(command.words) if clean(command.words) else "",
        tuple(kept),
        command.next_step,
        command.scenario if command.next_step is NextStep.REMEDIAL else "",
        command.meet_at if command.next_step is NextStep.ONE_TO_ONE else None,
    )


def _reason(own: Adjustment, name: str) -> str:
    try:
        return fit(clean(own.reason)[:_REASON_FITS])
    except Unfit as error:
        sentence = f"Your score for {name} needs a reason."
        raise PracticeError(sentence, "One line will do.") from error


def _reviewed(work: Work, case: _Case, review: Review, run: ScoreRun) -> Reviewed:
    old = {c.id: c for c in run.criteria}
    remedial = work.library.scenario(review.scenario).title if review.scenario else ""
    return Reviewed(
        review.attempt,
        review.id,
        case.scenario.title,
        case.trainee.name,
        case.coach.name,
        review.verdict.value,
        review.words,
        standing(run, review).overall,
        run.overall,
        tuple(
            Adjusted(a.criterion, old[a.criterion].name, old[a.criterion].score, a.score, a.reason)
            for a in review.adjustments
        ),
        review.next_step.value,
        remedial,
        review.meet_at,
    )


async def _next_step(work: Work, case: _Case, review: Review) -> None:
    match review.next_step:
        case NextStep.ONE_TO_ONE:
            await _one_to_one(work, case, review)
        case NextStep.REMEDIAL:
            why = f"{case.coach.name} chose this to follow “{case.scenario.title}”."
            scenario = work.library.scenario(review.scenario)
            await give(work, case.coach, case.trainee, scenario, why=why)
        case NextStep.NEW_ATTEMPT:
            await _new_attempt(work, case)
        case NextStep.NONE:
            pass


async def _one_to_one(work: Work, case: _Case, review: Review) -> None:
    for one, other in ((case.trainee, case.coach), (case.coach, case.trainee)):
        meeting = OneToOne(
            case.attempt.id,
            case.scenario.title,
            other.id,
            other.name,
            one.id == case.coach.id,
            review.meet_at,
            review.words,
        )
        await work.to_person(one.id, meeting, f"one_to_one:{one.id}")


async def _new_attempt(work: Work, case: _Case) -> None:
    """Offer one attempt more: at the same assignment, or a new one where it is gone."""
    why = f"{case.coach.name} would like you to try this once more."
    found = await work.unit.assignment(work.workspace, case.attempt.assignment or "")
    if found is None:
        await give(work, case.coach, case.trainee, case.scenario, attempts=1, why=why)
        return
    attempts = await work.unit.attempts(work.workspace, case.trainee.id)
    held = used(found, attempts)
    if found.attempts is not None and found.attempts <= held:
        found = replace(found, attempts=held + 1)
    if found.due_at is not None and found.due_at < work.now:
        found = replace(found, due_at=None)
    await work.unit.put_assignment(found)
    card = offer(found, case.scenario, case.coach, why)
    # The card of an assignment that was begun says how many attempts are left of it.
    card = replace(card, attempts=left(found, held))
    await work.to_person(case.trainee.id, card, "offer")
