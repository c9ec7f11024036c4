"""The hand-over of a call by voice: who has come to the call page, and who has left it."""

from __future__ import annotations

from core.attempt import CallState
from core.commands import Envelope, Join, Leave, OfferCall
from core.errors import PracticeError
from core.events import Started
from core.messages import CallJoined, CallLeft, CallOffered, ToThread
from core.practice.telling import face
from core.practice.work import Work
from core.scenario import Mode
from core.views import left


async def join(work: Work, envelope: Envelope, command: Join) -> None:
    """The trainee has come: the call begins, or goes on where it was."""
    attempt, scenario = await work.own_call(envelope.by, command.attempt)
    if attempt.mode is not Mode.VOICE:
        raise PracticeError("This call is held in the chat.", "Go on in its thread.")
    if attempt.state is CallState.ENDED:
        raise PracticeError("This call has ended.", "Open My Training to start another one.")
    if attempt.state is CallState.READY:
        attempt = await work.apply(attempt, scenario, Started(work.now))
    trainee = await work.person(envelope.by)
    joined = CallJoined(attempt.id, trainee.id, trainee.name, attempt.deadline)
    await work.post(ToThread(attempt.id), joined, "joined")


async def leave(work: Work, envelope: Envelope, command: Leave) -> None:
    """The trainee's page is gone; the call waits for them until its time is over."""
    attempt, _ = await work.own_call(envelope.by, command.attempt)
    if attempt.state is not CallState.ENDED:
        trainee = await work.person(envelope.by)
        gone = CallLeft(attempt.id, trainee.id, trainee.name)
        await work.post(ToThread(attempt.id), gone, "left")


async def offer_call(work: Work, envelope: Envelope, command: OfferCall) -> None:
    """Offer the call page to a trainee who talks elsewhere; nothing to call about: nothing."""
    name = f"call:offer:{work.workspace}:{envelope.by}:{command.occasion}"
    attempts = await work.unit.attempts(work.workspace, envelope.by)
    for assignment in reversed(await work.unit.assignments(work.workspace, envelope.by)):
        scenario = work.library.scenario(assignment.scenario_id)
        own = [a for a in attempts if a.assignment == assignment.id]
        running = next((a for a in own if a.ended is None), None)
        by_voice = (assignment.mode or scenario.mode) is not Mode.CHAT
        if running is not None and running.mode is Mode.CHAT:
            continue
        if by_voice and (running is not None or left(assignment, len(own)) != 0):
            offered = CallOffered(
                assignment.id, scenario.title, face(scenario), running.id if running else None
            )
            await work.to_person(envelope.by, offered, name)
            return
