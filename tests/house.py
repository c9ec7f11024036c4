"""A whole practice on a real SQLite file, with fakes only where the world begins."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from adapters.queue.courier import Courier
from adapters.queue.lanes import Lanes, Sleep
from adapters.storage import open_store
from core.attempt import Attempt
from core.commands import Accept, Command, Envelope, Start
from core.messages import Outgoing
from core.people import Assignment, Person, Role, Workspace
from core.ports import Customer, Store, Unit
from core.practice import Practice, Services
from core.rehearsal import EPOCH
from tests.fakes.customer import ScriptedCustomer
from tests.fakes.grader import FakeGrader
from tests.fakes.library import FakeLibrary
from tests.fakes.world import FakeClock, FakeIds, FakeSurface
from tests.samples import scenario

Shown = TypeVar("Shown")

TRAINEE, COACH, OTHER, STRANGER = "tia", "cleo", "omar", "zed"
PEOPLE = (
    Person(TRAINEE, "w", "Tia Trainee", frozenset({Role.TRAINEE}), team="A"),
    Person(OTHER, "w", "Omar Other", frozenset({Role.TRAINEE}), team="B"),
    Person(COACH, "w", "Cleo Coach", frozenset({Role.COACH}), coaches=frozenset({TRAINEE})),
    Person("max", "w", "Max Manager", frozenset({Role.MANAGER}), manages=frozenset({"A"})),
    Person("ada", "w", "Ada Admin", frozenset({Role.ADMIN})),
    Person(STRANGER, "elsewhere", "Zed", frozenset({Role.COACH}), coaches=frozenset({TRAINEE})),
)
ASSIGNMENT = Assignment("as1", "w", TRAINEE, COACH, "sample", EPOCH, attempts=3)


class _Courier(Courier):
    """A courier that can be watched."""

    on_sent: Callable[[Sequence[Outgoing]], None] | None = None

    def send(self, outgoing: Iterable[Outgoing]) -> None:
        """Tell the watcher, then deliver."""
        messages = list(outgoing)
        if self.on_sent is not None:
            self.on_sent(messages)
        super().send(messages)


async def _at_once(_seconds: float) -> None:
    """Wait for nothing: retries follow each other at once."""


@dataclass
class House:
    """What a test works with. `surface` is the platform: it outlives a process."""

    store: Store
    customer: Customer = field(default_factory=ScriptedCustomer)
    grader: FakeGrader = field(default_factory=FakeGrader)
    surface: FakeSurface = field(default_factory=FakeSurface)
    clock: FakeClock = field(default_factory=FakeClock)
    ids: FakeIds = field(default_factory=FakeIds)
    library: FakeLibrary = field(default_factory=lambda: FakeLibrary(scenario()))
    sleep: Sleep = _at_once
    lanes: Lanes = field(init=False)

    def __post_init__(self) -> None:
        self.lanes = self.process()

    def process(self, on_sent: Callable[[Sequence[Outgoing]], None] | None = None) -> Lanes:
        """Return the lanes of a new process on the same store; `on_sent` sees what is posted."""
        services = Services(
            self.store,
            self.library,
            self.customer,
            self.grader,
            self.clock,
            self.ids,
            lambda _: self.surface,
            pause=0.0,
        )
        courier = _Courier(self.store, services.surface_of, self.clock, self.sleep)
        courier.on_sent = on_sent
        return Lanes(Practice(services), self.store, courier, self.clock, self.sleep)

    async def does(
        self, command: Command, by: str = TRAINEE, key: str = "", workspace: str = "w"
    ) -> str:
        """Let somebody ask for something, wait for all that follows, return the refusal."""
        envelope = self.envelope(command, by, key, workspace)
        await self.lanes.submit(envelope)
        await self.lanes.idle()
        return await self.lanes.settled(envelope, 1.0) or ""

    def envelope(
        self, command: Command, by: str = TRAINEE, key: str = "", workspace: str = "w"
    ) -> Envelope:
        """Return the command as a surface hands it in."""
        lane = getattr(command, "attempt", None) or by
        if isinstance(command, Start):
            lane = by
        name = key or f"e{self.ids.new()}"
        return Envelope(name, workspace, by, lane, command, self.clock.now())

    async def start(self, attempt: str = "t1") -> None:
        """Accept the assignment and begin an attempt."""
        assert await self.does(Accept("as1")) == ""
        assert await self.does(Start("as1", attempt)) == ""

    async def attempt(self, attempt: str = "t1") -> Attempt:
        """The attempt as it is stored."""
        async with self.store.reading() as unit:
            found = await unit.attempt(attempt)
        assert found is not None
        return found

    def shown(self, kind: type[Shown]) -> list[Shown]:
        """The messages of a kind that were delivered, in order."""
        return [o.message for o in self.surface.delivered.values() if isinstance(o.message, kind)]


async def furnish(unit: Unit, people: Sequence[Person] = PEOPLE) -> None:
    """Put the people and an assignment in."""
    for workspace in {person.workspace for person in people}:
        await unit.put_workspace(Workspace(workspace, workspace, "web"))
    for person in people:
        await unit.put_person(person)
    await unit.put_assignment(ASSIGNMENT)


@asynccontextmanager
async def house(folder: Path) -> AsyncIterator[House]:
    """A furnished house on a SQLite file in the folder."""
    store = await open_store(f"sqlite:///{folder / 'house.db'}")
    try:
        async with store.unit() as unit:
            await furnish(unit)
        built = House(store)
        yield built
        await built.lanes.close()
    finally:
        await store.close()
