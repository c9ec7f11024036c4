"""Assignments: given, accepted, begun."""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import datetime

from core.attempt import Attempt, new_customer
from core.commands import Accept, Assign, Envelope, PutOff, Start
from core.errors import PracticeError, Refusal
from core.events import Started
from core.messages import AssignmentOffered, Briefing, CallOpened, Noted, ToThread
from core.people import GIVERS, Assignment, Person, Role
from core.practice.telling import face
from core.practice.work import Work
from core.scenario import Mode, Scenario
from core.views import left, used


async def assign(work: Work, envelope: Envelope, command: Assign) -> None:
    """Give a scenario to a trainee and tell them. Raises Refusal to who may not."""
    giver = await work.person(envelope.by)
    trainee = await work.person(command.trainee)
    if not may_give(giver, trainee):
        raise Refusal(
            f"You cannot give assignments to {trainee.name}.",
            "Ask your administrator to make you their coach or manager.",
        )
    scenario = work.library.scenario(command.scenario)
    if command.attempts is not None and command.attempts < 1:
        raise PracticeError("An assignment needs at least one attempt.", "Allow 1 or more.")
    await give(work, giver, trainee, scenario, due_at=command.due_at, attempts=command.attempts)
    if giver.id != trainee.id:
        await work.to_person(
            giver.id, Noted(f"{scenario.title} is on its way to {trainee.name}."), "noted"
        )


async def give(  # noqa: PLR0913 - the fields of an assignment
    work: Work,
    giver: Person,
    trainee: Person,
    scenario: Scenario,
    *,
    due_at: datetime | None = None,
    attempts: int | None = None,
    why: str = "",
) -> None:
    """Make an assignment and offer it to the trainee; who may is settled before."""
    assignment = Assignment(
        id=f"a-{work.ids.new()}",
        workspace=work.workspace,
        trainee=trainee.id,
        assigned_by=giver.id,
        scenario_id=scenario.id,
        created_at=work.now,
        due_at=due_at,
        attempts=attempts,
    )
    await work.unit.put_assignment(assignment)
    await work.to_person(trainee.id, offer(assignment, scenario, giver, why), "offer")


def may_give(giver: Person, trainee: Person) -> bool:
    """Whether this person may give scenarios to the trainee."""
    if Role.ADMIN in giver.roles and giver.workspace == trainee.workspace:
        return True
    return bool(giver.roles & GIVERS) and giver.id != trainee.id and giver.sees(trainee)


def offer(
    assignment: Assignment, scenario: Scenario, giver: Person, why: str = ""
) -> AssignmentOffered:
    """Return the card that offers an assignment."""
    return AssignmentOffered(
        assignment=assignment.id,
        title=scenario.title,
        goal=scenario.goal,
        customer=face(scenario),
        documents=scenario.documents,
        time_limit_s=scenario.time_limit_s,
        mode=assignment.mode or scenario.mode,
        assigned_by=giver.name,
        due_at=assignment.due_at,
        attempts=assignment.attempts,
        why=why,
    )


async def put_off(work: Work, envelope: Envelope, command: PutOff) -> None:
    """Leave an assignment where it is; it can be accepted at any time."""
    assignment = await work.own_assignment(envelope.by, command.assignment)
    if assignment.accepted_at is None:
        title = work.library.scenario(assignment.scenario_id).title
        sentence = f"No hurry: {title} waits for you in My Training."
        await work.to_person(envelope.by, Noted(sentence), "put_off")


async def accept(work: Work, envelope: Envelope, command: Accept) -> None:
    """Take an assignment on and send its briefing. Accepting twice changes nothing."""
    assignment = await work.own_assignment(envelope.by, command.assignment)
    if assignment.accepted_at is None:
        assignment = replace(assignment, accepted_at=work.now)
        await work.unit.put_assignment(assignment)
    scenario = work.library.scenario(assignment.scenario_id)
    briefing = Briefing(
        assignment=assignment.id,
        title=scenario.title,
        goal=scenario.goal,
        brief=scenario.brief,
        customer=face(scenario),
        documents=scenario.documents,
        time_limit_s=scenario.time_limit_s,
        mode=assignment.mode or scenario.mode,
        attempts_left=await _attempts_left(work, assignment),
    )
    await work.to_person(envelope.by, briefing, "briefing")


async def start(work: Work, envelope: Envelope, command: Start) -> None:
    """Begin an attempt: pin its scenario, open the thread; the customer will speak first."""
    assignment = await work.own_assignment(envelope.by, command.assignment)
    if await work.unit.attempt(command.attempt) is not None:
        raise PracticeError("This call has already begun.", "Open it from My Training.")
    await _require_room(work, assignment)
    scenario = work.library.scenario(assignment.scenario_id)
    await work.unit.pin(scenario)
    if assignment.accepted_at is None:
        await work.unit.put_assignment(replace(assignment, accepted_at=work.now))
    attempt = _new_attempt(work, assignment, scenario, command)
    if attempt.mode is Mode.VOICE:
        # By voice the call begins when the trainee has come to the call page.
        await work.unit.save(attempt)
    else:
        attempt = await work.apply(attempt, scenario, Started(work.now))
    opened = CallOpened(
        attempt.id,
        assignment.id,
        scenario.title,
        scenario.goal,
        face(scenario),
        scenario.documents,
        attempt.deadline,
        attempt.mode,
    )
    await work.post(ToThread(attempt.id), opened, "opened")


async def _require_room(work: Work, assignment: Assignment) -> None:
    attempts = await work.unit.attempts(work.workspace, assignment.trainee)
    own = [a for a in attempts if a.assignment == assignment.id]
    if any(a.ended is None for a in own):
        raise PracticeError(
            "You already have a call running for this assignment.", "Go on with that one."
        )
    if left(assignment, used(assignment, own)) == 0:
        raise PracticeError(
            "You have used every attempt at this assignment.", "Ask your coach for another one."
        )


async def _attempts_left(work: Work, assignment: Assignment) -> int | None:
    attempts = await work.unit.attempts(work.workspace, assignment.trainee)
    return left(assignment, used(assignment, attempts))


def _new_attempt(work: Work, assignment: Assignment, scenario: Scenario, command: Start) -> Attempt:
    mode = assignment.mode or scenario.mode
    return Attempt(
        id=command.attempt,
        workspace=work.workspace,
        trainee=assignment.trainee,
        assignment=assignment.id,
        scenario_id=scenario.id,
        scenario_revision=scenario.revision,
        rubric_id=scenario.rubric_id,
        mode=command.mode if mode is Mode.HYBRID else mode,
        seed=zlib.crc32(command.attempt.encode()),
        created_at=work.now,
        customer=new_customer(scenario),
    )
