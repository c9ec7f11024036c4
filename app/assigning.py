"""Gives a scenario to a trainee from outside the server, as the server would."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from adapters.clock import RandomIds, SystemClock
from adapters.queue.courier import Courier
from adapters.storage import SqlStore
from adapters.storage.web_posts import SqlPosts
from bots.web.listeners import Listeners
from bots.web.surface import WebSurface
from core.commands import Assign, Envelope
from core.errors import PracticeError
from core.messages import Outgoing
from core.people import Person, Role
from core.ports import Library
from core.practice.assigning import assign, may_give
from core.practice.work import Pins, Work
from core.wording import zone
from scenarios.problems import choice

_AT = time(17)
_MOST_DAYS = 3650
_LOAD = "Add people with: scrimmage people load FILE."


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for. At most one of `due` and `due_days` is given."""

    trainee: str
    scenario: str
    by: str | None
    due: date | None
    due_days: int | None
    attempts: int | None
    workspace: str


@dataclass(frozen=True, slots=True)
class Given:
    """What came of it; `due_at` is UTC."""

    giver: Person
    trainee: Person
    due_at: datetime | None


async def give(store: SqlStore, library: Library, wish: Wish) -> Given:
    """Give it in one transaction, and bring the messages to the pages. Raises PracticeError."""
    now, ids = SystemClock().now(), RandomIds()
    async with store.unit() as unit:
        people = await unit.people(wish.workspace)
        trainee = _named(people, wish.trainee)
        giver = _named(people, wish.by) if wish.by else _giver(people, trainee)
        command = Assign(trainee.id, wish.scenario, _due(wish, trainee, now), wish.attempts)
        envelope = Envelope(f"cli:{ids.new()}", wish.workspace, giver.id, giver.id, command, now)
        work = Work(unit, library, ids, now, envelope.id, wish.workspace, Pins())
        await unit.receive(envelope)
        await assign(work, envelope, command)
        await unit.finish(envelope.id, now)
        home = await unit.workspace(wish.workspace)
    if home is not None and home.platform == "web":
        await _deliver(store, work.posted)
    return Given(giver, trainee, command.due_at)


def _named(people: Sequence[Person], wanted: str) -> Person:
    for person in people:
        if person.id == wanted:
            return person
    mend = choice(wanted, sorted(p.id for p in people)) if people else _LOAD
    raise PracticeError(f"There is no {wanted} in this workspace.", mend)


def _giver(people: Sequence[Person], trainee: Person) -> Person:
    """Return the only admin, else the trainee's only coach. Raises PracticeError."""
    may = [p for p in people if may_give(p, trainee)]
    admins = [p for p in may if Role.ADMIN in p.roles]
    coaches = [p for p in may if Role.COACH in p.roles and trainee.id in p.coaches]
    for group in (admins, coaches):
        if len(group) == 1:
            return group[0]
    if not may:
        raise PracticeError(f"Nobody may give assignments to {trainee.name}.", _LOAD)
    names = ", ".join(p.id for p in may)
    raise PracticeError(
        f"It is not clear who gives this to {trainee.name}.", f"Say it with --by: {names}."
    )


def _due(wish: Wish, trainee: Person, now: datetime) -> datetime | None:
    """Return 17:00 of the day in the trainee's time zone, as UTC. Raises PracticeError."""
    local = zone(trainee.time_zone)
    today = now.astimezone(local).date()
    days = (wish.due - today).days if wish.due else wish.due_days
    if days is None:
        return None
    if not 0 <= days <= _MOST_DAYS:
        raise PracticeError(
            f"It would be due {days} days from today ({today}).",
            f"Name a day between today and {_MOST_DAYS} days ahead.",
        )
    due = datetime.combine(today + timedelta(days=days), _AT, local).astimezone(UTC)
    if due <= now:
        raise PracticeError("It is past 17:00 there today.", "Name tomorrow, or a later day.")
    return due


async def _deliver(store: SqlStore, posted: Sequence[Outgoing]) -> None:
    """Deliver to the pages. A post whose id is known stays one, whoever else delivers it."""
    surface = WebSurface(SqlPosts(store), Listeners())
    courier = Courier(store, lambda _workspace: surface, SystemClock())
    try:
        courier.send(posted)
        await courier.idle()
    finally:
        await courier.close()
