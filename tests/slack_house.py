"""A whole practice in Slack within one process, with fakes only where the world begins.

    async with slack_house(town, tmp_path) as house:
        await house.staff()
        tia = house.guest("tia")
        await tia.command("training")

Slack is the Town; the store is a SQLite file; requests come signed, over HTTP. A process can be
ended at any line (`slack_life`) and another begun on what it left.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from adapters.queue.courier import Courier
from adapters.queue.lanes import Lanes
from adapters.storage import SqlStore, open_store
from adapters.storage.places_kept import SqlPlaces
from bots.chat.shelf import Shelf
from bots.slack.app import SlackBot, SlackDeps
from bots.slack.http import route
from bots.slack.settings import EVENTS_PATH, SlackSettings
from core.attempt import Attempt
from core.commands import Command, Envelope, Tick
from core.people import Assignment, Person, Role, Ways, Workspace
from core.ports import CallRoom, Customer, Grader, Store
from core.practice import Practice, Services
from core.scenario import Scenario
from tests.fakes.customer import ScriptedCustomer
from tests.fakes.grader import FakeGrader
from tests.fakes.library import FakeLibrary
from tests.fakes.world import FakeClock, FakeIds
from tests.lives import SCENARIOS, Life, MortalPlaces, MortalStore, Naps, find_file
from tests.slack.requests import Caller
from tests.slack.town import Town
from tests.slack.town.workspace import Workspace as Place
from tests.slack_life import BothWorkspaces

if TYPE_CHECKING:
    from tests.slack_guest import Guest

SECRET = "0123456789abcdef" * 2


class Process:
    """One process of the server. What it has in mind is lost with it."""

    def __init__(self, house: SlackHouse, left: int | None) -> None:
        self.life = life = Life(left)
        settings = SlackSettings(
            bot_token="of no use here", signing_secret=SECRET, api_url=house.town.url
        )
        store: Store = MortalStore(house.store, life)
        library = FakeLibrary(*house.scenarios)
        self._installations = BothWorkspaces(house.town, settings, life)
        self.bot = SlackBot(
            SlackDeps(
                settings,
                self._installations,
                store,
                library,
                MortalPlaces(SqlPlaces(house.store), life),
                house.clock,
                house.ids,
                Shelf.of(settings.base_url, "secret of the documents", find_file, house.clock),
                house.room,
                house.naps,
            )
        )
        services = Services(
            store,
            library,
            house.customer,
            house.grader,
            house.clock,
            house.ids,
            lambda _: self.bot.surface,
            pause=0.0,
        )
        courier = Courier(store, services.surface_of, house.clock, house.naps)
        self.lanes = Lanes(Practice(services), store, courier, house.clock, house.naps)
        app = web.Application()
        app.add_routes([route(self.bot.connect(self.lanes))])
        self._server = TestServer(app, host="127.0.0.1")
        self._clock = house.clock

    async def begin(self) -> None:
        """Serve, and take up what an earlier process left."""
        await self._server.start_server(shutdown_timeout=0.1)
        url = str(self._server.make_url(EVENTS_PATH))
        self.caller = Caller(url, SECRET, lambda: self._clock.now().timestamp())
        await self.caller.__aenter__()
        with suppress(asyncio.CancelledError):
            await self.lanes.start()

    async def end(self) -> None:
        """Let nothing of it be left."""
        await self._server.close()
        await self.caller.__aexit__()
        await self.lanes.close()
        await self.bot.close()
        await self._installations.close()


@dataclass
class SlackHouse:
    """What a test works with. `process` is the one that runs now."""

    town: Town
    store: SqlStore
    scenarios: tuple[Scenario, ...] = SCENARIOS
    customer: Customer = field(default_factory=ScriptedCustomer)
    grader: Grader = field(default_factory=FakeGrader)
    clock: FakeClock = field(default_factory=FakeClock)
    ids: FakeIds = field(default_factory=FakeIds)
    room: CallRoom | None = None
    said: list[str] = field(default_factory=list)
    process: Process = field(init=False)
    naps: Naps = field(init=False)

    def __post_init__(self) -> None:
        self.naps = Naps(self.clock)

    async def begin(self, left: int | None = None) -> None:
        """Start a process, which ends by itself after `left` steps, if named."""
        self.process = Process(self, left)
        await self.process.begin()

    async def again(self, left: int | None = None) -> None:
        """Kill the process and start another one."""
        self.process.life.over.set()
        await self.process.end()
        self.clock.passes(2)
        await self.begin(left)

    async def idle(self) -> None:
        """Wait for all that follows from what was done so far."""
        for _ in range(3):
            await self.process.lanes.idle()
            await self.process.bot.soon.idle()

    async def passes(self, seconds: float, attempt: str) -> None:
        """Let time pass in a call, and the clock notice."""
        self.clock.passes(seconds)
        await self.does(Tick(attempt), "", "")

    async def does(self, command: Command, by: str, workspace: str) -> None:
        """Hand a command in at the desk, as the clock and the call page do."""
        name, lane = f"desk:{self.ids.new()}", getattr(command, "attempt", by)
        envelope = Envelope(name, workspace, by, lane, command, self.clock.now())
        await self.process.lanes.submit(envelope)
        await self.idle()

    def guest(self, name: str, place: Place | None = None) -> Guest:
        """Somebody of the Town."""
        from tests.slack_guest import Guest  # noqa: PLC0415 - guests know the house

        return Guest(self, name, place or self.town.acme)

    async def staff(self, place: Place | None = None, ways: Ways | None = None) -> None:
        """Let Tia and Alex train in teams A and B, Ines coach, Ravi manage, Ada administer."""
        where = place or self.town.acme
        made = ways or Ways(coaches_channel=where.channel("coaches"))
        async with self.store.unit() as unit:
            await unit.put_workspace(Workspace(where.team, where.name, "slack", ways=made))
            for person in _people(where):
                await unit.put_person(person)

    async def assign(
        self, to: str = "tia", scenario_id: str = "sample", place: Place | None = None
    ) -> str:
        """Give somebody a scenario without a word; returns the assignment's id."""
        where = place or self.town.acme
        made = Assignment(
            f"as-{self.ids.new()}",
            where.team,
            where.user(to),
            where.user("ines"),
            scenario_id,
            self.clock.now(),
            attempts=3,
        )
        async with self.store.unit() as unit:
            await unit.put_assignment(made)
        return made.id

    async def attempts(self, of: str = "tia", place: Place | None = None) -> list[Attempt]:
        """Somebody's attempts as they are stored, with their turns."""
        where = place or self.town.acme
        async with self.store.reading() as unit:
            listed = await unit.attempts(where.team, where.user(of))
            found = [await unit.attempt(each.id) for each in listed]
        return [each for each in found if each is not None]


def _people(where: Place) -> list[Person]:
    tia, alex = where.user("tia"), where.user("alex")
    learns, team = frozenset({Role.TRAINEE}), where.team
    return [
        Person(tia, team, "Tia Moreau", learns, "A", "America/New_York"),
        Person(alex, team, "Alex Kim", learns, "B"),
        _person(where, "ines", "Ines Duarte", Role.COACH, coaches=frozenset({tia})),
        _person(where, "ravi", "Ravi Patel", Role.MANAGER, manages=frozenset({"A"})),
        _person(where, "ada", "Ada Byron", Role.ADMIN),
    ]


def _person(where: Place, who: str, name: str, role: Role, **more: Any) -> Person:  # noqa: ANN401
    return Person(where.user(who), where.team, name, frozenset({role}), **more)


@asynccontextmanager
async def slack_house(town: Town, folder: Path, **given: Any) -> AsyncIterator[SlackHouse]:  # noqa: ANN401
    """A house with a process that runs, on a SQLite file in the folder."""
    store = await open_store(f"sqlite:///{folder / 'house.db'}")
    try:
        house = SlackHouse(town, store, **given)
        await house.begin()
        yield house
        await house.process.end()
    finally:
        await store.close()
