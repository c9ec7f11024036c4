"""What people look at: My Training, one attempt's page, and a coach's or manager's people.

These are answers to questions and change nothing. Who may see what is decided here, once, for
every surface.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.attempt import Attempt
from core.errors import PracticeError
from core.messages import Face
from core.people import Assignment, Comment, Person, Role, coaches, require_sight
from core.ports import Library, Unit
from core.review import Review, ReviewRequest, standing
from core.scenario import Document, Mode, Scenario
from core.scoring import ScoreRun, Verdict


class Status(StrEnum):
    """Where an assignment stands for its trainee."""

    ASSIGNED = "assigned"
    ACCEPTED = "accepted"
    RUNNING = "running"
    OVERDUE = "overdue"
    DONE = "done"


class Medal(StrEnum):
    """What the best attempt at an assignment has earned."""

    GOLD = "gold"
    SILVER = "silver"
    BRONZE = "bronze"


# Overall scores from which a medal is given; a failed attempt earns none.
_MEDALS = ((4.5, Medal.GOLD), (4.0, Medal.SILVER), (3.0, Medal.BRONZE))


def medal(run: ScoreRun) -> Medal | None:
    """Return the medal that this score run earns, None for a failed or unscored one."""
    if run.verdict not in {Verdict.PASSED, Verdict.CONDITIONAL} or run.overall is None:
        return None
    return next((medal for bound, medal in _MEDALS if run.overall >= bound), None)


@dataclass(frozen=True, slots=True)
class PastAttempt:
    """An attempt in a list: when, how, and its newest score run once it has one.

    `begun`: a call by voice begins when its trainee joins it.
    """

    attempt: str
    title: str
    at: datetime
    ended: bool
    run: ScoreRun | None
    mode: Mode = Mode.CHAT
    begun: bool = True


@dataclass(frozen=True, slots=True)
class TrainingItem:
    """One assignment in My Training, with its attempts, newest first."""

    assignment: Assignment
    title: str
    goal: str
    category: str
    customer: Face
    mode: Mode
    time_limit_s: int
    status: Status
    attempts_left: int | None
    past: tuple[PastAttempt, ...]
    medal: Medal | None

    @property
    def under_way(self) -> PastAttempt | None:
        """The attempt that has not ended, None when there is none."""
        return next((past for past in self.past if not past.ended), None)

    @property
    def running(self) -> str | None:
        """The id of the attempt under way."""
        return self.under_way.attempt if self.under_way else None

    @property
    def may_start(self) -> bool:
        """Whether another attempt may begin."""
        return self.running is None and self.attempts_left != 0


@dataclass(frozen=True, slots=True)
class AttemptPage:
    """Everything about one attempt, for whoever may see it."""

    attempt: Attempt
    scenario: Scenario
    trainee: Person
    runs: tuple[ScoreRun, ...]
    comments: tuple[Comment, ...]
    attempts_left: int | None
    reviews: tuple[Review, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """What may be read: the trainee's documents, and what the customer has sent along."""
        sent = set(self.attempt.customer.shown)
        return self.scenario.documents + tuple(d for d in self.scenario.attachments if d.id in sent)

    @property
    def standing(self) -> ScoreRun | None:
        """The scores that count, None when there are none."""
        if not self.runs:
            return None
        return standing(self.runs[-1], self.reviews[-1] if self.reviews else None)


@dataclass(frozen=True, slots=True)
class WaitingReview:
    """An attempt that waits for this coach's review."""

    request: ReviewRequest
    trainee: Person
    title: str
    overall: float | None


@dataclass(frozen=True, slots=True)
class Learner:
    """A trainee in a coach's or manager's list, newest attempt first."""

    person: Person
    items: tuple[TrainingItem, ...]


async def training(
    unit: Unit, library: Library, viewer: Person, trainee: Person, now: datetime
) -> tuple[TrainingItem, ...]:
    """Return a trainee's assignments: running and overdue first, done last. Raises Refusal."""
    require_sight(viewer, trainee)
    attempts = await unit.attempts(trainee.workspace, trainee.id)
    reviews = {r.attempt: r for r in await unit.last_reviews(trainee.workspace, trainee.id)}
    runs = {
        r.attempt: standing(r, reviews.get(r.attempt))
        for r in await unit.last_runs(trainee.workspace, trainee.id)
    }
    items = [
        _item(a, scenario, [t for t in attempts if t.assignment == a.id], runs, now)
        for a in await unit.assignments(trainee.workspace, trainee.id)
        if (scenario := in_library(library, a.scenario_id)) is not None
    ]
    order = [Status.RUNNING, Status.OVERDUE, Status.ACCEPTED, Status.ASSIGNED, Status.DONE]
    return tuple(sorted(items, key=lambda item: order.index(item.status)))


def in_library(library: Library, scenario_id: str) -> Scenario | None:
    """Return the scenario, None when it has left the library: then it cannot be practised."""
    try:
        return library.scenario(scenario_id)
    except PracticeError:
        return None


def _item(
    assignment: Assignment,
    scenario: Scenario,
    attempts: list[Attempt],
    runs: dict[str, ScoreRun],
    now: datetime,
) -> TrainingItem:
    past = tuple(
        PastAttempt(
            t.id,
            scenario.title,
            t.created_at,
            t.ended is not None,
            _counts(t, runs),
            t.mode,
            t.started_at is not None,
        )
        for t in reversed(attempts)
    )
    medals = [m for p in past if p.run and (m := medal(p.run))]
    return TrainingItem(
        assignment=assignment,
        title=scenario.title,
        goal=scenario.goal,
        category=scenario.category,
        customer=Face(scenario.persona.name, scenario.persona.picture),
        mode=assignment.mode or scenario.mode,
        time_limit_s=scenario.time_limit_s,
        status=_status(assignment, past, now),
        attempts_left=left(assignment, used(assignment, attempts)),
        past=past,
        medal=min(medals, key=list(Medal).index, default=None),
    )


def _counts(attempt: Attempt, runs: dict[str, ScoreRun]) -> ScoreRun | None:
    """The scores of an attempt, if they count: a customer out of its part says nothing of it."""
    return None if attempt.broke_character else runs.get(attempt.id)


def _status(assignment: Assignment, past: tuple[PastAttempt, ...], now: datetime) -> Status:
    if past:
        return Status.DONE if all(p.ended for p in past) else Status.RUNNING
    if assignment.due_at and assignment.due_at < now:
        return Status.OVERDUE
    return Status.ACCEPTED if assignment.accepted_at else Status.ASSIGNED


def used(assignment: Assignment, attempts: Sequence[Attempt]) -> int:
    """How many of the attempts count for the assignment: a customer out of its part costs none."""
    return sum(a.assignment == assignment.id and not a.broke_character for a in attempts)


def left(assignment: Assignment, used: int) -> int | None:
    """How many attempts are left, None when any number is allowed."""
    return None if assignment.attempts is None else max(0, assignment.attempts - used)


async def attempt_page(unit: Unit, viewer: Person, attempt_id: str) -> AttemptPage:
    """Return an attempt with its scores and comments. Raises Refusal, and PracticeError if none."""
    attempt = await unit.attempt(attempt_id)
    if attempt is None or attempt.workspace != viewer.workspace:
        raise PracticeError("There is no practice call at this address.", "Open My Training.")
    trainee = await unit.person(attempt.workspace, attempt.trainee)
    scenario = await unit.pinned(attempt.scenario_id, attempt.scenario_revision)
    if trainee is None or scenario is None:
        raise PracticeError("This practice call is no longer complete.", "Ask your administrator.")
    require_sight(viewer, trainee)
    return AttemptPage(
        attempt,
        scenario,
        trainee,
        tuple(await unit.runs(attempt_id)),
        tuple(await unit.comments(attempt_id)),
        await _attempts_left(unit, attempt),
        tuple(await unit.reviews(attempt_id)),
    )


async def _attempts_left(unit: Unit, attempt: Attempt) -> int | None:
    if attempt.assignment is None:
        return None
    assignment = await unit.assignment(attempt.workspace, attempt.assignment)
    if assignment is None:
        return 0
    attempts = await unit.attempts(attempt.workspace, attempt.trainee)
    return left(assignment, used(assignment, attempts))


async def learners(
    unit: Unit, library: Library, viewer: Person, now: datetime
) -> tuple[Learner, ...]:
    """Return the people whose attempts this coach or manager may see, by name."""
    return tuple(
        [
            Learner(person, await training(unit, library, viewer, person, now))
            for person in await unit.people(viewer.workspace)
            if Role.TRAINEE in person.roles and person.id != viewer.id and viewer.sees(person)
        ]
    )


async def waiting_reviews(unit: Unit, viewer: Person) -> tuple[WaitingReview, ...]:
    """Return what waits for this coach's review, oldest first."""
    people = {p.id: p for p in await unit.people(viewer.workspace)}
    found = []
    for request in await unit.waiting_reviews(viewer.workspace):
        trainee = people.get(request.trainee)
        attempt = await unit.attempt(request.attempt)
        if trainee is None or attempt is None or not coaches(viewer, trainee):
            continue
        runs, reviews = await unit.runs(request.attempt), await unit.reviews(request.attempt)
        last = reviews[-1] if reviews else None
        overall = standing(runs[-1], last).overall if runs else None
        pinned = await unit.pinned(attempt.scenario_id, attempt.scenario_revision)
        title = pinned.title if pinned else attempt.scenario_id
        found.append(WaitingReview(request, trainee, title, overall))
    return tuple(found)
