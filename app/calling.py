"""Places a scripted call: a server of its own here, a trainee, and the call page's link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

import aiohttp
from aiohttp import web
from yarl import URL

from adapters.clock import SystemClock
from app.bootstrap import Product, bootstrap
from app.caller_sound import sound_of
from app.config import Settings
from core.attempt import Attempt, Entry
from core.commands import Accept, Command, Envelope, Start
from core.errors import PracticeError
from core.people import Assignment, Person, Role, Workspace
from core.scenario import Mode
from scenarios.loader import LoadedScenario
from voice_bridge.caller import Caller, Step, Timeline

WORKSPACE, TRAINEE, COACH, ASSIGNMENT, ATTEMPT = "local", "caller", "coach", "call", "scripted"


@dataclass(frozen=True, slots=True)
class Placed:
    """A call that was placed: what the caller heard, and what was kept of it."""

    timeline: Timeline
    attempt: Attempt
    entries: tuple[Entry, ...]
    customer: str

    def lines(self) -> Iterator[tuple[float, str, str]]:
        """Yield what happened, by time: seconds on the line, who, what."""
        rows = [
            (said.began, "you", f"“{said.text}” ({said.ended - said.began:.1f} s)")
            for said in self.timeline.said
        ]
        for moment, kind, data in self.timeline.events:
            if kind == "caption" and data.get("final"):
                who = self.customer.split()[0] if data["speaker"] == "customer" else "heard"
                rows.append((moment, who, f"“{data['text']}”"))
            elif kind == "stop":
                rows.append((moment, "", "the customer falls silent"))
            elif kind in {"document", "trouble", "warning", "ended"}:
                rows.append((moment, "", str(data.get("words") or data.get("title") or kind)))
        rows += [(began, "", f"sound for {ended - began:.1f} s") for began, ended in self._sounds()]
        return iter(sorted(rows))

    def _sounds(self) -> list[list[float]]:
        return self.timeline.sounds


async def place_call(settings: Settings, loaded: LoadedScenario, steps: Sequence[Step]) -> Placed:
    """Place a call and hold it to its end. Raises PracticeError when it cannot be placed."""
    async with bootstrap(settings) as product:
        if product.voice is None:
            raise PracticeError(
                "Calls by voice are not set up here.",
                "Install them: pip install 'scrimmage[voice]'",
            )
        runner = web.AppRunner(product.web, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            site = web.TCPSite(runner, "127.0.0.1", 0)
            await site.start()
            port = runner.addresses[0][1]
            return await _call(product, loaded, steps, URL(f"http://127.0.0.1:{port}"))
        finally:
            await runner.cleanup()


async def _call(
    product: Product, loaded: LoadedScenario, steps: Sequence[Step], url: URL
) -> Placed:
    voice = product.voice
    if voice is None:
        raise PracticeError("Calls by voice are not set up here.")
    await product.minds.warm([loaded.scenario])
    await voice.warm()
    sounds = [await sound_of(step, voice.speech.synthesiser) for step in steps]
    await _prepare(product, loaded)
    # Unsafe: cookies of a server that has a number for a name.
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(headers={"Origin": str(url)}, cookie_jar=jar) as session:
        link = URL(voice.room.link(WORKSPACE, ATTEMPT, TRAINEE))
        async with session.post(url.with_path(link.path)) as joined:
            if joined.status != web.HTTPOk.status_code:
                raise PracticeError("The call could not be joined.", (await joined.text())[:200])
        async with session.ws_connect(url / "calls" / ATTEMPT / "audio") as socket:
            timeline = await Caller(socket, steps, sounds).call()
    await product.lanes.idle()
    async with product.store.reading() as unit:
        attempt = await unit.attempt(ATTEMPT)
        entries = tuple(await unit.entries(ATTEMPT))
    if attempt is None:
        raise PracticeError("Nothing was kept of the call.")
    return Placed(timeline, attempt, entries, loaded.scenario.persona.name)


async def _prepare(product: Product, loaded: LoadedScenario) -> None:
    """Make a trainee with an assignment, and begin an attempt by voice."""
    now = SystemClock().now()
    async with product.store.unit() as unit:
        await unit.put_workspace(Workspace(WORKSPACE, "Local", "web"))
        await unit.put_person(Person(TRAINEE, WORKSPACE, "Caller", frozenset({Role.TRAINEE})))
        await unit.put_assignment(
            Assignment(
                ASSIGNMENT, WORKSPACE, TRAINEE, COACH, loaded.scenario.id, now, mode=Mode.VOICE
            )
        )
    for command in (Accept(ASSIGNMENT), Start(ASSIGNMENT, ATTEMPT, Mode.VOICE)):
        await _does(product, command)


async def _does(product: Product, command: Command) -> None:
    now = SystemClock().now()
    name = f"call:{type(command).__name__}:{now + timedelta()}"
    envelope = Envelope(name, WORKSPACE, TRAINEE, TRAINEE, command, now)
    await product.lanes.submit(envelope)
    refusal = await product.lanes.settled(envelope, 10.0)
    if refusal:
        raise PracticeError(refusal)
