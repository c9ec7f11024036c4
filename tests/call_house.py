"""The pages with a place for calls by voice, and a customer that is a short script."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from aiohttp import web

from bots.web import WebCallRoom, admit
from core.commands import Start
from core.people import Assignment, Person, Role, Workspace
from core.rehearsal import EPOCH
from core.scenario import Mode
from tests.web_house import WebHouse, web_house
from voice_bridge.room import Guest, Patience, Seats, routes
from voice_bridge.wire import Wire

SLACK, MEMBER = "T1", "U1"
Hold = Callable[[Wire, Guest], Awaitable[None]]


async def _silent(wire: Wire, _guest: Guest) -> None:
    async for _ in wire.receive():
        pass


@dataclass
class CallHouse:
    """A house whose calls are held by `hold`, which a test may change at any time."""

    pages: WebHouse
    hold: Hold = _silent
    seats: Seats = field(default_factory=Seats)

    @property
    def room(self) -> WebCallRoom:
        """The room, at the address where the server is."""
        base = str(self.pages.base).rstrip("/")
        return WebCallRoom(replace(self.pages.settings, base_url=base), self.pages.inner.clock)

    async def admit(self, request: web.Request) -> Guest:
        """Let in as the product does."""
        held = await admit(request)
        return Guest(held.workspace, held.attempt, held.person)

    async def held(self, wire: Wire, guest: Guest) -> None:
        """Hold a call as the test wants it."""
        await self.hold(wire, guest)

    async def start(self, attempt: str = "t1") -> None:
        """Begin an attempt by voice in the web's own workspace."""
        assert await self.pages.inner.does(Start("as1", attempt, Mode.VOICE)) == ""

    async def start_in_slack(self, attempt: str = "s1") -> str:
        """Begin an attempt by voice of somebody of a Slack workspace; return a link to it."""
        inner = self.pages.inner
        async with inner.store.unit() as unit:
            await unit.put_workspace(Workspace(SLACK, "Harbour Desk", "slack"))
            await unit.put_person(Person(MEMBER, SLACK, "Uma Member", frozenset({Role.TRAINEE})))
            await unit.put_assignment(Assignment("as2", SLACK, MEMBER, MEMBER, "sample", EPOCH))
        starts = Start("as2", attempt, Mode.VOICE)
        assert await inner.does(starts, by=MEMBER, workspace=SLACK) == ""
        return self.room.link(SLACK, attempt, MEMBER)


@asynccontextmanager
async def call_house(
    folder: Path, mode: Mode = Mode.HYBRID, patience: Patience | None = None
) -> AsyncIterator[CallHouse]:
    """Open a house where calls by voice are held, by a server that waits no longer than this."""
    async with web_house(folder, mode=mode) as pages:
        built = CallHouse(pages)
        pages.room = built.room
        pages.others = routes(built.admit, built.held, built.seats, patience)
        await pages.stop()
        await pages.serve()
        try:
            yield built
        finally:
            await built.seats.empty()
