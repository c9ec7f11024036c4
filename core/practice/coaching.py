"""What comes up for a coach's review, and why."""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import timedelta

from core.attempt import Attempt, CallState, Speaker
from core.commands import DrawSample, Envelope, ShowLines
from core.errors import PracticeError
from core.messages import (
    Noted,
    Quote,
    ReviewAsked,
    ReviewLine,
    ToChannel,
    ToReview,
    ToThread,
)
from core.people import Person, Role, Workspace, coaches, require_coach
from core.practice.work import Work
from core.review import ReviewRequest, WhyReview, standing
from core.scenario import Scenario
from core.scoring import ScoreRun, Verdict

_WHY = {
    WhyReview.LOW: "The score is low.",
    WhyReview.HIGH: "The score is unusually high: is it deserved?",
    WhyReview.SAMPLE: "It was drawn for this week's sample.",
}
_SAMPLE_DAYS = 7


async def after_scoring(work: Work, attempt: Attempt, scenario: Scenario, run: ScoreRun) -> None:
    """Bring an attempt up for review when its score is low or looks too good."""
    ways = await ways_of(work)
    if run.overall is None or await work.unit.request(attempt.id) is not None:
        return
    if run.verdict is Verdict.FAILED or run.overall < ways.ways.review_below:
        await bring_up(work, attempt, scenario, WhyReview.LOW)
    elif run.overall >= ways.ways.review_above:
        await bring_up(work, attempt, scenario, WhyReview.HIGH)


async def ways_of(work: Work) -> Workspace:
    """Return the workspace at hand."""
    found = await work.unit.workspace(work.workspace)
    return found or Workspace(work.workspace, work.workspace, "web")


async def bring_up(
    work: Work, attempt: Attempt, scenario: Scenario, why: WhyReview
) -> list[Person]:
    """Ask the trainee's coaches for a review, in their channel or directly; returns them."""
    await work.unit.put_request(
        ReviewRequest(attempt.id, work.workspace, attempt.trainee, why, work.now)
    )
    trainee = await work.person(attempt.trainee)
    asked_ones = await work.coaches_of(attempt.trainee)
    asked = replace(
        await _asked(work, attempt, scenario, trainee),
        why=_WHY.get(why, f"{trainee.name} asked for a coach's view."),
        reason=why.value,
        # An administrator is asked where there is no coach, and can make somebody one.
        coaches=tuple((one.id, one.name) for one in asked_ones if coaches(one, trainee)),
    )
    channel = (await ways_of(work)).ways.coaches_channel
    # One command, such as a sample's, may bring up several attempts.
    name = f"review:{attempt.id}:{why}"
    if channel:
        await work.post(ToChannel(channel), asked, name)
    for one in () if channel else asked_ones:
        await work.to_person(one.id, asked, f"{name}:{one.id}")
    for quote in asked.lines:
        await _show_line(work, attempt, scenario, trainee, quote.turn)
    return asked_ones


async def _asked(work: Work, attempt: Attempt, scenario: Scenario, trainee: Person) -> ReviewAsked:
    run = await standing_run(work, attempt.id)
    return ReviewAsked(
        attempt.id,
        trainee.name,
        scenario.title,
        "",
        run.overall if run else None,
        weakest_lines(run) if run else (),
        run.verdict.value if run else "",
        trainee_id=trainee.id,
    )


async def standing_run(work: Work, attempt_id: str) -> ScoreRun | None:
    """Return the scores that count for an attempt, None when it has none."""
    runs, reviews = await work.unit.runs(attempt_id), await work.unit.reviews(attempt_id)
    return standing(runs[-1], reviews[-1] if reviews else None) if runs else None


def weakest_lines(run: ScoreRun, most: int = 2) -> tuple[Quote, ...]:
    """The quotes of the lowest scores: the two lines a coach should see first."""
    scored = sorted((c for c in run.criteria if c.score is not None), key=lambda c: c.score or 0)
    quotes = dict.fromkeys(q for c in scored for q in c.quotes)
    return tuple(quotes)[:most]


async def show_lines(work: Work, envelope: Envelope, command: ShowLines) -> None:
    """Show a coach the whole call, line by line, where its review is."""
    attempt, scenario = await work.call(command.attempt)
    trainee = await work.person(attempt.trainee)
    require_coach(await work.person(envelope.by), trainee)
    for turn in attempt.turns:
        # Under names of their own: the lines shown first stand elsewhere, out of their order.
        await _show_line(work, attempt, scenario, trainee, turn.number, shown="whole")


async def _show_line(  # noqa: PLR0913 - what a line is made of
    work: Work,
    attempt: Attempt,
    scenario: Scenario,
    trainee: Person,
    number: int,
    *,
    shown: str = "review",
) -> None:
    turn = next((t for t in attempt.turns if t.number == number), None)
    if turn is None:
        return
    by_trainee = turn.speaker is Speaker.TRAINEE
    name = trainee.name if by_trainee else scenario.persona.name
    into_s = max(0, round(attempt.seconds_in(turn.at)))
    line = ReviewLine(attempt.id, turn.number, name, turn.text, by_trainee, into_s)
    await work.post(ToReview(attempt.id), line, f"call:{attempt.id}:{shown}:turn{number}")


async def draw_sample(work: Work, _envelope: Envelope, command: DrawSample) -> None:
    """Bring up, for each trainee, so many of the week's attempts as the settings say.

    Which ones is settled by a digest of their ids: by chance, and the same after a restart.
    """
    most = (await ways_of(work)).ways.sample
    since = command.until - timedelta(days=_SAMPLE_DAYS)
    for trainee in await work.unit.people(work.workspace):
        if Role.TRAINEE not in trainee.roles:
            continue
        found = [
            a
            for a in await work.unit.attempts(work.workspace, trainee.id)
            if a.ended and a.scored and since <= a.ended.at < command.until
        ]
        for attempt in sorted(found, key=lambda a: zlib.crc32(a.id.encode()))[: max(0, most)]:
            await _sample(work, attempt.id)


async def _sample(work: Work, attempt_id: str) -> None:
    if await work.unit.request(attempt_id) is None:
        attempt, scenario = await work.call(attempt_id)
        await bring_up(work, attempt, scenario, WhyReview.SAMPLE)
    work.touched = None


async def ask_coach(work: Work, envelope: Envelope, attempt_id: str) -> None:
    """Bring the attempt to the trainee's coaches because the trainee asks."""
    attempt, scenario = await work.own_call(envelope.by, attempt_id)
    if attempt.state is not CallState.ENDED:
        raise PracticeError("The call is still running.", "Ask again when it has ended.")
    waiting = await work.unit.request(attempt.id)
    if waiting is not None and waiting.why is WhyReview.ASKED and waiting.done_at is None:
        await work.post(ToThread(attempt.id), Noted("Your coach has been asked already."), "noted")
        return
    asked = await bring_up(work, attempt, scenario, WhyReview.ASKED)
    names = " and ".join(one.name for one in asked)
    sentence = f"{names} will have a look." if asked else "You have no coach here yet."
    await work.post(ToThread(attempt.id), Noted(sentence), "noted")
