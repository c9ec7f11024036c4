"""Places scripted calls: a server of its own here, a trainee for each, and the call page's link."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp
from aiohttp import web

from adapters.clock import SystemClock
from adapters.speech.embedded import available
from app.bootstrap import Product, bootstrap
from app.caller_sound import sound_of
from app.config import Settings
from app.voice_wiring import Voice
from core.attempt import Attempt, Entry
from core.commands import Accept, Command, Envelope, Start
from core.errors import PracticeError
from core.people import Assignment, Person, Role, Workspace
from core.scenario import Mode, Scenario
from voice_bridge.caller import Caller, Step, Timeline

WORKSPACE = "local"
_COACH = "coach"
_PATIENCE_S = 10.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A call that was placed: what the caller heard, and what was kept of it.

    `unsaid` counts the caller's lines that the call ended before.
    """

    timeline: Timeline
    attempt: Attempt
    entries: tuple[Entry, ...]
    customer: str
    title: str
    unsaid: int = 0


@dataclass(frozen=True, slots=True)
class Exchange:
    """A server that scripted callers can call. `url` is where it listens."""

    product: Product
    voice: Voice
    url: str

    async def call(self, scenario: Scenario, steps: Sequence[Step], name: str = "call") -> Placed:
        """Place a call under this name and hold it to its end. Raises PracticeError."""
        synthesiser = self.voice.speech.synthesiser
        sounds = [await sound_of(step, synthesiser) for step in steps]
        await self._begin(scenario, name)
        # Unsafe: cookies of a server that has a number for a name.
        jar = aiohttp.CookieJar(unsafe=True)
        async with aiohttp.ClientSession(headers={"Origin": self.url}, cookie_jar=jar) as session:
            link = self.voice.room.link(WORKSPACE, name, name)
            async with session.post(f"{self.url}/call/{link.rpartition('/')[2]}") as joined:
                if joined.status != web.HTTPOk.status_code:
                    raise PracticeError(
                        "The call could not be joined.", (await joined.text())[:200]
                    )
            async with session.ws_connect(f"{self.url}/calls/{name}/audio") as socket:
                timeline = await Caller(socket, steps, sounds).call()
        return await self._placed(timeline, scenario, name, len(steps) - len(timeline.said))

    async def _begin(self, scenario: Scenario, name: str) -> None:
        """Make a trainee with an assignment, and begin an attempt by voice."""
        now = SystemClock().now()
        given = Assignment(name, WORKSPACE, name, _COACH, scenario.id, now, mode=Mode.VOICE)
        async with self.product.store.unit() as unit:
            await unit.put_workspace(Workspace(WORKSPACE, "Local", "web"))
            await unit.put_person(Person(name, WORKSPACE, "Caller", frozenset({Role.TRAINEE})))
            await unit.put_assignment(given)
        for command in (Accept(name), Start(name, name, Mode.VOICE)):
            await self._does(command, name)

    async def _does(self, command: Command, name: str) -> None:
        now, lanes = SystemClock().now(), self.product.lanes
        key = f"call:{name}:{type(command).__name__}"
        envelope = Envelope(key, WORKSPACE, name, name, command, now)
        await lanes.submit(envelope)
        refusal = await lanes.settled(envelope, _PATIENCE_S)
        if refusal:
            raise PracticeError(refusal)

    async def _placed(
        self, timeline: Timeline, scenario: Scenario, name: str, unsaid: int
    ) -> Placed:
        async with self.product.store.reading() as unit:
            attempt = await unit.attempt(name)
            entries = tuple(await unit.entries(name))
        if attempt is None:
            raise PracticeError("Nothing was kept of the call.")
        return Placed(timeline, attempt, entries, scenario.persona.name, scenario.title, unsaid)


@asynccontextmanager
async def open_exchange(settings: Settings, *played: Scenario) -> AsyncIterator[Exchange]:
    """Serve for as long as the block runs, on a free port of this machine, with warm models.

    `played` are the scenarios that will be called, as far as they are known.
    Raises PracticeError where no calls by voice can be held.
    """
    async with bootstrap(settings) as product:
        if product.voice is None:
            raise _no_speech(settings)
        await product.minds.warm(played or product.library.all()[:1])
        await product.voice.warm()
        runner = web.AppRunner(product.web, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            port = runner.addresses[0][1]
            yield Exchange(product, product.voice, f"http://127.0.0.1:{port}")
        finally:
            await runner.cleanup()


def _no_speech(settings: Settings) -> PracticeError:
    if settings.speech == "off":
        return PracticeError(
            "There are no calls by voice here: SCRIMMAGE_SPEECH is off.",
            "Leave it away for speech of this machine.",
        )
    return PracticeError("There are no calls by voice here.", available())
