"""What a use case works with: one open transaction, one moment, one person asking."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from core.attempt import Attempt, CallState, Speaker, Turn
from core.beats import Act
from core.composing import Composed, writing_s
from core.engine import Step, step
from core.errors import IllegalStep, PracticeError, Refusal
from core.events import Event, Replied
from core.messages import Address, Message, Outgoing, ToPerson, ToThread
from core.people import Assignment, Person, Role
from core.ports import Ids, Library, Unit
from core.practice.telling import tell
from core.scenario import Scenario


class Pins:
    """The pinned scenarios read so far: a revision never changes, so it is read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Scenario] = {}

    async def of(self, unit: Unit, attempt: Attempt) -> Scenario | None:
        """Return the revision that the attempt runs on."""
        name = attempt.scenario_id, attempt.scenario_revision
        if name not in self._known:
            found = await unit.pinned(*name)
            if found is None:
                return None
            self._known[name] = found
        return self._known[name]


@dataclass(slots=True)
class Work:
    """One command being carried out. `posted` gathers what was put into the outbox.

    `key` is the command's own id: message ids grow from it, so that carrying the command out
    once more after a crash posts nothing new.
    """

    unit: Unit
    library: Library
    ids: Ids
    now: datetime
    key: str
    workspace: str
    pins: Pins
    pause: float = 1.0
    posted: list[Outgoing] = field(default_factory=list)
    touched: Attempt | None = None
    scenario: Scenario | None = None

    async def post(self, to: Address, message: Message, name: str, *, delay_s: float = 0.0) -> None:
        """Put a message into the outbox; `name` tells it from the command's other messages.

        A name that begins with "call:" is whole: such a message comes once in a call, whichever
        command brings it about.
        """
        not_before = self.now + timedelta(seconds=delay_s * self.pause) if delay_s else None
        key = name if name.startswith("call:") else f"{self.key}:{name}"
        outgoing = Outgoing(key, self.workspace, to, message, self.now, not_before)
        await self.unit.post(outgoing)
        self.posted.append(outgoing)

    async def to_person(self, person: str, message: Message, name: str) -> None:
        """Post to somebody directly."""
        await self.post(ToPerson(person), message, name)

    async def person(self, person_id: str) -> Person:
        """Return somebody of this workspace. Raises Refusal for a stranger."""
        person = await self.unit.person(self.workspace, person_id)
        if person is None:
            raise Refusal(
                "I don't know you here yet.", "Ask your administrator to add you to Scrimmage."
            )
        return person

    async def own_assignment(self, person_id: str, assignment_id: str) -> Assignment:
        """Return an assignment of this very person. Raises PracticeError or Refusal."""
        assignment = await self.unit.assignment(self.workspace, assignment_id)
        if assignment is None:
            raise PracticeError("This assignment does not exist any more.", "Open My Training.")
        if assignment.trainee != person_id:
            raise Refusal(
                "This assignment was given to somebody else.",
                "Ask your coach for one of your own.",
            )
        return assignment

    async def call(self, attempt_id: str) -> tuple[Attempt, Scenario]:
        """Return an attempt of this workspace with its pinned scenario."""
        attempt = await self.unit.attempt(attempt_id)
        if attempt is None or attempt.workspace != self.workspace:
            raise PracticeError("There is no such practice call.", "Open My Training.")
        scenario = await self.pins.of(self.unit, attempt)
        if scenario is None:
            raise PracticeError(
                "The scenario of this call is gone.", "Ask your administrator to restore it."
            )
        self.touched, self.scenario = attempt, scenario
        return attempt, scenario

    async def any_call(self, attempt_id: str) -> tuple[Attempt, Scenario]:
        """Return an attempt of whichever workspace: for the clock, which belongs to none."""
        attempt = await self.unit.attempt(attempt_id)
        if attempt is not None:
            self.workspace = attempt.workspace
        return await self.call(attempt_id)

    async def own_call(self, person_id: str, attempt_id: str) -> tuple[Attempt, Scenario]:
        """Return an attempt of this very person's."""
        attempt, scenario = await self.call(attempt_id)
        if attempt.trainee != person_id:
            raise Refusal(
                "Only the trainee can do this in a practice call.",
                "Open My Training for your own calls.",
            )
        return attempt, scenario

    async def apply(
        self, attempt: Attempt, scenario: Scenario, event: Event, composed: Composed | None = None
    ) -> Attempt:
        """Step the engine, save what came of it and post what there is to say.

        Raises PracticeError when the call has ended meanwhile, or has not begun.
        """
        try:
            result = step(attempt, event, scenario)
        except IllegalStep as error:
            if attempt.state is CallState.READY:
                raise PracticeError(
                    "This call has not begun yet.",
                    "Open its call page: it begins there.",
                ) from error
            raise PracticeError(
                "This call has already ended.", "Open My Training to start another one."
            ) from error
        if result.effects or result.attempt != attempt:
            await self.unit.save(result.attempt, result.entries())
        shows = event.decision.shows if isinstance(event, Replied) else None
        await self._tell(result, scenario, composed, shows)
        self.touched, self.scenario = result.attempt, scenario
        return result.attempt

    async def _tell(
        self, result: Step, scenario: Scenario, composed: Composed | None, shows_id: str | None
    ) -> None:
        trainee = await self._trainee_name(result)
        delay = writing_s(composed.text, opening=_opens(composed)) if composed else 0.0
        shows = scenario.document(shows_id)
        to = ToThread(result.attempt.id)
        for name, message in tell(result, scenario, trainee, shows):
            await self.post(to, message, f"call:{result.attempt.id}:{name}", delay_s=delay)

    async def _trainee_name(self, result: Step) -> str:
        if not any(isinstance(e, Turn) and e.speaker is Speaker.TRAINEE for e in result.effects):
            return ""
        person = await self.unit.person(self.workspace, result.attempt.trainee)
        return person.name if person else ""

    async def coaches_of(self, trainee_id: str) -> list[Person]:
        """The coaches of a trainee; where there is none, the workspace's administrators."""
        people = await self.unit.people(self.workspace)
        others = [p for p in people if p.id != trainee_id]
        own = [p for p in others if Role.COACH in p.roles and trainee_id in p.coaches]
        return own or [p for p in others if Role.ADMIN in p.roles]


def _opens(composed: Composed) -> bool:
    """Whether this line is the scripted opening."""
    return any(move.act is Act.OPEN for move in composed.decision.beat.moves)
