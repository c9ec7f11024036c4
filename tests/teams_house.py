"""A whole practice in Teams within one process, with fakes only where the world begins.

    async with teams_house(openid, tmp_path) as house:
        await house.staff()
        tia = house.guest("tia")
        await tia.writes("training")

Teams is the Town; the store is a SQLite file; requests come signed, over HTTP. A process can be
ended at any line (`lives`) and another begun on what it left.
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
from adapters.storage.contacts import SqlContacts
from adapters.storage.places_kept import SqlPlaces
from bots.chat.shelf import Shelf
from bots.teams.app import TeamsBot, TeamsDeps
from bots.teams.settings import MESSAGES_PATH, TeamsSettings
from core.attempt import Attempt
from core.commands import Command, Envelope, Tick
from core.people import Assignment, Person, Role, Ways, Workspace
from core.ports import CallRoom, Customer, Grader, Ringer
from core.practice import Practice, Services
from core.scenario import Scenario
from tests.fakes.customer import ScriptedCustomer
from tests.fakes.grader import FakeGrader
from tests.fakes.library import FakeLibrary
from tests.fakes.world import FakeClock, FakeIds
from tests.lives import SCENARIOS, Life, MortalPlaces, MortalStore, Naps, find_file
from tests.teams.caller import Caller
from tests.teams.openid import OpenId
from tests.teams.people import ACME, APP, BRAVO, Place, Resident
from tests.teams.town import TeamsTown

if TYPE_CHECKING:
    from tests.teams_guest import Guest

ADMIN = ACME.person("ada").email


class Process:
    """One process of the server. What it has in mind is lost with it."""

    def __init__(self, house: TeamsHouse, left: int | None) -> None:
        self.life = life = Life(left)
        store, clock = MortalStore(house.store, life), house.clock
        library = FakeLibrary(*house.scenarios)

        async def token() -> str:
            """Die before Teams is asked, if it is time to."""
            life.step()
            return "ours"

        self.bot = TeamsBot(
            TeamsDeps(
                house.settings,
                store,
                library,
                MortalPlaces(SqlPlaces(house.store), life),
                SqlContacts(house.store),
                clock,
                Shelf.of(house.settings.base_url, "secret of the documents", find_file, clock),
                house.room,
                house.ringer,
                house.naps,
                token,
            )
        )
        services = Services(
            store,
            library,
            house.customer,
            house.grader,
            clock,
            house.ids,
            lambda _: self.bot.surface,
            pause=0.0,
        )
        self.courier = Courier(store, services.surface_of, clock, house.naps)
        self.lanes = Lanes(Practice(services), store, self.courier, clock, house.naps)
        app = web.Application()
        app.add_routes([self.bot.connect(self.lanes)])
        self._server = TestServer(app, host="127.0.0.1")
        self._signer = house.openid.signer

    async def begin(self) -> None:
        """Serve, and take up what an earlier process left."""
        await self._server.start_server(shutdown_timeout=0.1)
        self.caller = Caller(str(self._server.make_url(MESSAGES_PATH)), self._signer)
        await self.caller.__aenter__()
        with suppress(asyncio.CancelledError):
            await self.lanes.start()

    async def end(self) -> None:
        """Let nothing of it be left."""
        await self._server.close()
        await self.caller.__aexit__()
        await self.lanes.close()
        await self.bot.close()


@dataclass
class TeamsHouse:
    """What a test works with. `process` is the one that runs now."""

    town: TeamsTown
    openid: OpenId
    store: SqlStore
    scenarios: tuple[Scenario, ...] = SCENARIOS
    customer: Customer = field(default_factory=ScriptedCustomer)
    grader: Grader = field(default_factory=FakeGrader)
    clock: FakeClock = field(default_factory=FakeClock)
    ids: FakeIds = field(default_factory=FakeIds)
    room: CallRoom | None = None
    ringer: Ringer | None = None
    base_url: str = ""
    said: list[str] = field(default_factory=list)
    process: Process = field(init=False)
    naps: Naps = field(init=False)
    settings: TeamsSettings = field(init=False)

    def __post_init__(self) -> None:
        self.naps = Naps(self.clock)
        self.settings = TeamsSettings(
            app_id=APP,
            app_secret="of no use here",
            tenant_id=ACME.tenant,
            tenants=frozenset({ACME.tenant, BRAVO.tenant}),
            admin=ADMIN,
            base_url=self.base_url,
            openid_url=self.openid.url,
        )

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
        await self.does(Tick(attempt), "", ACME.tenant)

    async def does(self, command: Command, by: str, workspace: str) -> None:
        """Hand a command in at the desk, as the clock and the call page do."""
        name, lane = f"desk:{self.ids.new()}", getattr(command, "attempt", by)
        envelope = Envelope(name, workspace, by, lane, command, self.clock.now())
        await self.process.lanes.submit(envelope)
        await self.idle()

    def guest(self, name: str, place: Place = ACME) -> Guest:
        """Somebody of the Town."""
        from tests.teams_guest import Guest  # noqa: PLC0415 - guests know the house

        return Guest(self, place.person(name), place)

    async def staff(self, place: Place = ACME, ways: Ways | None = None) -> None:
        """Let Tia and Alex train in teams A and B, Ines coach, Ravi manage, Ada administer.

        All of them have the app, and it is in their team.
        """
        made = ways or Ways(coaches_channel=place.channels["coaches"])
        async with self.store.unit() as unit:
            await unit.put_workspace(Workspace(place.tenant, place.name, "teams", ways=made))
            for person in _people(place):
                await unit.put_person(person)
        for name in ("tia", "alex", "ines", "ravi", "ada"):
            await self.guest(name, place).installs()
        await self.guest("ada", place).installs("general")

    async def assign(
        self, to: str = "tia", scenario_id: str = "sample", place: Place = ACME
    ) -> str:
        """Give somebody a scenario without a word; returns the assignment's id."""
        made = Assignment(
            f"as-{self.ids.new()}",
            place.tenant,
            place.person(to).object_id,
            place.person("ines").object_id,
            scenario_id,
            self.clock.now(),
            attempts=3,
        )
        async with self.store.unit() as unit:
            await unit.put_assignment(made)
        return made.id

    async def attempts(self, of: str = "tia", place: Place = ACME) -> list[Attempt]:
        """Somebody's attempts as they are stored, with their turns."""
        async with self.store.reading() as unit:
            listed = await unit.attempts(place.tenant, place.person(of).object_id)
            found = [await unit.attempt(each.id) for each in listed]
        return [each for each in found if each is not None]


def _people(place: Place) -> list[Person]:
    tia, alex = place.person("tia"), place.person("alex")
    learns, tenant = frozenset({Role.TRAINEE}), place.tenant
    return [
        Person(tia.object_id, tenant, tia.real_name, learns, "A", "America/New_York"),
        Person(alex.object_id, tenant, alex.real_name, learns, "B"),
        _person(place, "ines", Role.COACH, coaches=frozenset({tia.object_id})),
        _person(place, "ravi", Role.MANAGER, manages=frozenset({"A"})),
        _person(place, "ada", Role.ADMIN),
    ]


def _person(place: Place, name: str, role: Role, **more: Any) -> Person:  # noqa: ANN401
    who: Resident = place.person(name)
    return Person(who.object_id, place.tenant, who.real_name, frozenset({role}), **more)


@asynccontextmanager
async def teams_house(
    openid: OpenId,
    folder: Path,
    **given: Any,  # noqa: ANN401
) -> AsyncIterator[TeamsHouse]:
    """A house with a process that runs, on a SQLite file in the folder, in a Town of its own.

    House and Town go by one clock.
    """
    clock = FakeClock()
    store = await open_store(f"sqlite:///{folder / 'house.db'}")
    try:
        async with TeamsTown(clock=lambda: clock.now().timestamp()) as town:
            house = TeamsHouse(town, openid, store, clock=clock, **given)
            await house.begin()
            yield house
            await house.process.end()
    finally:
        await store.close()
