"""A call by voice: who has come to the call page and who has left it, and what was heard there."""

from __future__ import annotations

from operator import itemgetter

from core.attempt import Attempt, CallState
from core.commands import Deliver, Envelope, Join, Leave, NoteSound, OfferCall, Rejoin
from core.errors import PracticeError
from core.events import Rejoined, Sounded, Started
from core.messages import CallJoined, CallLeft, CallOffered, ToThread
from core.people import Assignment
from core.practice.telling import face
from core.practice.work import Work
from core.scenario import Mode, Scenario
from core.views import in_library, left, used


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


async def rejoin(work: Work, envelope: Envelope, command: Rejoin) -> None:
    """The trainee is back after nobody held their call: the customer says that it lost them."""
    attempt, scenario = await work.own_call(envelope.by, command.attempt)
    if attempt.state is not CallState.ENDED:
        await work.apply(attempt, scenario, Rejoined(work.now))


async def deliver(work: Work, _envelope: Envelope, command: Deliver) -> None:
    """Enter the customer's line as it was heard, unless the call has gone another way meanwhile."""
    attempt, scenario = await work.call(command.attempt)
    if len(attempt.turns) == command.turn and attempt.state is CallState.OWING:
        await work.apply(attempt, scenario, command.replied)


async def sound(work: Work, _envelope: Envelope, command: NoteSound) -> None:
    """Enter what the sound did besides the turns."""
    attempt, scenario = await work.call(command.attempt)
    await work.apply(attempt, scenario, Sounded(work.now, command.marks))


async def offer_call(work: Work, envelope: Envelope, command: OfferCall) -> None:
    """Offer the call page to a trainee who talks elsewhere; nothing to call about: nothing.

    A call under way comes first, then what was never tried, then the rest; the newest of each.
    """
    attempts = await work.unit.attempts(work.workspace, envelope.by)
    offers: list[tuple[int, CallOffered]] = []
    for assignment in reversed(await work.unit.assignments(work.workspace, envelope.by)):
        own = [a for a in attempts if a.assignment == assignment.id]
        scenario = in_library(work.library, assignment.scenario_id)
        found = _offer(assignment, own, scenario) if scenario else None
        if found is not None:
            offers.append((0 if found.attempt else 2 if own else 1, found))
    if offers:
        _, first = min(offers, key=itemgetter(0))
        name = f"call:offer:{work.workspace}:{envelope.by}:{command.occasion}"
        await work.to_person(envelope.by, first, name)


def _offer(assignment: Assignment, own: list[Attempt], scenario: Scenario) -> CallOffered | None:
    """Return what may be called about at this assignment."""
    running = next((a for a in own if a.ended is None), None)
    if running is not None:
        may = running.mode is Mode.VOICE
    else:
        by_voice = (assignment.mode or scenario.mode) is not Mode.CHAT
        may = by_voice and left(assignment, used(assignment, own)) != 0
    if not may:
        return None
    call = running.id if running else None
    return CallOffered(assignment.id, scenario.title, face(scenario), call)
