"""A whole exchange for calls in Teams, with Azure at its other end and a real SQLite file.

async with exchange(signer, tmp_path) as here:
    await here.ringer.ring("w", "at1", TIA)
    media = await here.azure.last.opens()
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
from aiohttp import web
from aiohttp.typedefs import Handler

from adapters.storage import open_store
from adapters.storage.places_kept import SqlPlaces
from bots.chat.signing_keys import SigningKeys
from core.places import Places
from tests.acs.azure import BASE_URL, Azure
from tests.acs.requests import KEY
from tests.acs.signer import RESOURCE, Signer
from tests.fakes.world import FakeClock
from voice_bridge.teams_call.automation import Automation, open_automation
from voice_bridge.teams_call.failures import Failure
from voice_bridge.teams_call.legs import Legs
from voice_bridge.teams_call.links import Links, Ring
from voice_bridge.teams_call.ringer import AcsRinger
from voice_bridge.teams_call.routes import Calls, routes
from voice_bridge.teams_call.settings import AcsSettings
from voice_bridge.teams_call.switchboard import Outcomes, Switchboard
from voice_bridge.teams_call.tokens import TokenCheck
from voice_bridge.teams_call.wire import Patience
from voice_bridge.wire import Broken, Incoming, Wire

TIA = "71a00000-0000-4000-8000-000000000001"
BRISK = Patience(hello=30, taking=30, closing=1, word=0)


@dataclass
class Held:
    """One call as its holder saw it. `ends` lets the holder end it."""

    wire: Wire
    who: tuple[str, str, str]
    ends: asyncio.Event = field(default_factory=asyncio.Event)
    heard: asyncio.Queue[Incoming | Broken | None] = field(default_factory=asyncio.Queue)


@dataclass
class Exchange:
    """What a test works with. `again` begins another process on what this one left."""

    azure: Azure
    clock: FakeClock
    places: Places
    automation: Automation
    patience: Patience
    held: asyncio.Queue[Held] = field(default_factory=asyncio.Queue)
    failed: list[tuple[Ring, Failure]] = field(default_factory=list)
    left: list[Ring] = field(default_factory=list)
    before_telling: Callable[[], Awaitable[None]] | None = None
    _running: set[asyncio.Future[None]] = field(default_factory=set)

    async def begin(self, session: aiohttp.ClientSession) -> None:
        """Serve."""
        self.switchboard = Switchboard()
        self.legs = Legs(self.places, self.clock)
        links = Links(BASE_URL, "secret of the links", self.clock)
        keys = SigningKeys(session, f"{self.azure.endpoint}/openid", self.clock, "Azure")
        calls = Calls(
            TokenCheck(RESOURCE, keys, self.clock),
            links,
            self.legs,
            self.switchboard,
            self.automation,
            Outcomes(self._hold, self._failed, self._left),
            self.patience,
        )
        app = web.Application(middlewares=[self._counted])
        app.add_routes(routes(calls))
        # As the product serves: a handler is not cancelled when its connection goes.
        self.runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", 0).start()
        host, port = self.runner.addresses[0][:2]
        self.azure.reaches(f"http://{host}:{port}")
        self.ringer = AcsRinger(
            automation=self.automation,
            legs=self.legs,
            links=links,
            switchboard=self.switchboard,
            user_of=self._user_of,
            clock=self.clock,
        )

    async def rings(self, attempt: str = "at1") -> None:
        """Ring the trainee."""
        await self.ringer.ring("w", attempt, TIA)

    def answered(self) -> asyncio.Future[list[None]]:
        """Done when every request that is being answered now has been."""
        return asyncio.gather(*self._running)

    async def over(self) -> None:
        """Let every socket go, and wait until nothing is left to do about it."""
        await self.azure.session.close()
        # The server does not wait for those whose connection has gone.
        await self.answered()
        await self.runner.cleanup()

    @web.middleware
    async def _counted(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        done = asyncio.get_running_loop().create_future()
        self._running.add(done)
        try:
            return await handler(request)
        finally:
            self._running.discard(done)
            done.set_result(None)

    async def _user_of(self, workspace: str, person: str) -> str | None:
        return person if workspace == "w" and person == TIA else None

    async def _hold(self, wire: Wire, workspace: str, attempt: str, person: str) -> None:
        held = Held(wire, (workspace, attempt, person))
        await self.held.put(held)
        hearing = asyncio.create_task(_hear(held))
        ending = asyncio.create_task(held.ends.wait())
        await asyncio.wait({hearing, ending}, return_when=asyncio.FIRST_COMPLETED)
        for task in (hearing, ending):
            task.cancel()
        await asyncio.gather(hearing, ending, return_exceptions=True)

    async def _failed(self, ring: Ring, failure: Failure) -> None:
        if self.before_telling is not None:
            await self.before_telling()
        self.failed.append((ring, failure))

    async def _left(self, ring: Ring) -> None:
        self.left.append(ring)


async def _hear(held: Held) -> None:
    try:
        async for incoming in held.wire.receive():
            held.heard.put_nowait(incoming)
    except Broken as error:
        held.heard.put_nowait(error)
        await held.wire.close(error.close, error.words)
    else:
        held.heard.put_nowait(None)


@asynccontextmanager
async def exchange(
    signer: Signer, folder: Path, patience: Patience = BRISK
) -> AsyncIterator[Exchange]:
    """Build it all on a new SQLite file, and close it at the end."""
    clock = FakeClock()
    signer.clock = lambda: clock.now().timestamp()
    async with AsyncExitStack() as stack:
        store = await open_store(f"sqlite:///{folder}/practice.db")
        stack.push_async_callback(store.close)
        azure = await stack.enter_async_context(Azure(signer))
        settings = AcsSettings(azure.endpoint, KEY, RESOURCE, BASE_URL)
        automation = await stack.enter_async_context(open_automation(settings, 30.0, 0.0))
        session = await stack.enter_async_context(aiohttp.ClientSession())
        here = Exchange(azure, clock, SqlPlaces(store), automation, patience)
        await here.begin(session)
        try:
            yield here
        finally:
            await here.over()
        assert azure.violations == []
