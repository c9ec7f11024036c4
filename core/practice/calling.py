"""What happens in a call: words, silence, the end."""

from __future__ import annotations

from core.attempt import Attempt, CallState, Speaker
from core.commands import End, Envelope, ReportBreak, Resume, Say, Tick, Typing
from core.events import CameBack, Elapsed, HungUp, Reported, Spoke, Wrote
from core.messages import BreakReported, Noted, Quote, ToThread
from core.practice.work import Work
from core.scenario import Scenario
from core.words import fit


async def say(work: Work, envelope: Envelope, command: Say) -> None:
    """Enter the trainee's words. The reply follows when the lane has taken all that came."""
    attempt, scenario = await work.own_call(envelope.by, command.attempt)
    if attempt.state is CallState.ENDED:
        sentence = "The call has ended, so the customer did not get your last message."
        await work.post(ToThread(attempt.id), Noted(sentence), "late")
        return
    text = fit(command.text)
    attempt = await work.apply(attempt, scenario, Elapsed(work.now))
    if attempt.state is CallState.ENDED:
        return
    await work.apply(attempt, scenario, Spoke(work.now, envelope.id, text, command.marks))


async def typing(work: Work, envelope: Envelope, command: Typing) -> None:
    """The trainee writes: the customer sees it and waits."""
    attempt, scenario = await work.own_call(envelope.by, command.attempt)
    if attempt.state is not CallState.ENDED:
        await work.apply(attempt, scenario, Wrote(work.now))


async def end(work: Work, envelope: Envelope, command: End) -> None:
    """The trainee ends the call; ending twice changes nothing."""
    attempt, scenario = await work.own_call(envelope.by, command.attempt)
    if attempt.state is not CallState.ENDED:
        await work.apply(attempt, scenario, HungUp(work.now))


async def tick(work: Work, _envelope: Envelope, command: Tick) -> None:
    """Time has passed."""
    attempt, scenario = await work.any_call(command.attempt)
    if attempt.state is not CallState.ENDED:
        await work.apply(attempt, scenario, Elapsed(work.now))


async def resume(work: Work, _envelope: Envelope, command: Resume) -> None:
    """The process is back: give the time away back to the trainee."""
    attempt, scenario = await work.any_call(command.attempt)
    if attempt.state is not CallState.ENDED:
        await work.apply(attempt, scenario, CameBack(work.now))


async def report_break(work: Work, envelope: Envelope, command: ReportBreak) -> None:
    """End the call if it runs, and send the lines in question to the scenario's owner."""
    attempt, scenario = await work.own_call(envelope.by, command.attempt)
    lines = _customer_lines(attempt, command.turns)
    if attempt.state is not CallState.ENDED:
        attempt = await work.apply(attempt, scenario, Reported(work.now, command.turns))
    trainee = await work.person(attempt.trainee)
    report = BreakReported(
        attempt.id, scenario.id, scenario.title, trainee.name, lines, command.remark.strip()[:2000]
    )
    for owner in await _owners(work, scenario, attempt.trainee):
        await work.to_person(owner, report, f"break:{owner}")
    thanks = "Thank you. Whoever looks after this scenario will see the lines you marked."
    await work.post(ToThread(attempt.id), Noted(thanks), "thanks")


def _customer_lines(attempt: Attempt, numbers: tuple[int, ...]) -> tuple[Quote, ...]:
    """The customer's turns of these numbers; its last one when none was named."""
    spoken = [t for t in attempt.turns if t.speaker is Speaker.CUSTOMER]
    chosen = [t for t in spoken if t.number in numbers] or spoken[-1:]
    return tuple(Quote(t.number, t.text) for t in chosen)


async def _owners(work: Work, scenario: Scenario, trainee: str) -> list[str]:
    """The scenario's owner where that is a person here, else the trainee's coaches."""
    owner = await work.unit.person(work.workspace, scenario.owner)
    return [owner.id] if owner else [p.id for p in await work.coaches_of(trainee)]
