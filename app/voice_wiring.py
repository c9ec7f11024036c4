"""Calls by voice, from the settings: what hears and speaks, where a call is held, what is kept."""

from __future__ import annotations

from asyncio import Lock, sleep
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

import structlog
from aiohttp import web

from adapters.queue.courier import Courier
from adapters.queue.lanes import Lanes
from adapters.speech.embedded import EmbeddedSpeech, available, open_embedded
from adapters.storage import SqlStore
from app.acs_wiring import AcsGiven, AcsParts, open_acs
from app.config import Settings
from bots.chat.soon import Soon
from bots.web.callers import admit
from bots.web.room import WebCallRoom
from core.errors import PracticeError, StorageError
from core.ports import Blobs, CallRoom, Clock, Customer, Ids, Recordings, Ringer
from core.speech import Speech
from voice_bridge.book import Guest
from voice_bridge.calls import Calls
from voice_bridge.recording import Recorder
from voice_bridge.room.routes import routes
from voice_bridge.studio import Studio
from voice_bridge.wire import Wire

log = structlog.get_logger()

_LOOK_S = 600.0


@dataclass(frozen=True, slots=True)
class VoiceGiven:
    """What calls by voice need of the product."""

    settings: Settings
    store: SqlStore
    recordings: Recordings
    blobs: Blobs
    clock: Clock
    room: WebCallRoom


@dataclass(frozen=True, slots=True)
class VoiceDesk:
    """Whom calls by voice are handed to, and who plays the customer in them."""

    lanes: Lanes
    courier: Courier
    customer: Customer
    ids: Ids


@dataclass(slots=True)
class Warmth:
    """Has the models loaded once, whoever asks first."""

    embedded: EmbeddedSpeech
    _done: bool = False
    _lock: Lock = field(default_factory=Lock)

    async def bring(self) -> None:
        """Load them, or wait until they are. Raises ProviderError, and then tries again."""
        async with self._lock:
            if not self._done:
                await self.embedded.warm()
                self._done = True


@dataclass(frozen=True, slots=True)
class Voice:
    """What calls by voice are held with, before there is a desk to hand things to."""

    given: VoiceGiven
    speech: Speech
    warmth: Warmth
    recorder: Recorder
    acs: AcsParts | None

    @property
    def room(self) -> CallRoom:
        """The call page."""
        return self.given.room

    @property
    def ringer(self) -> Ringer | None:
        """What rings people in Teams, where Azure is set up."""
        return self.acs.ringer if self.acs is not None else None

    async def warm(self) -> None:
        """Load the models, so that no call waits for them; once they are loaded, do nothing."""
        await self.warmth.bring()

    @asynccontextmanager
    async def connected(self, app: web.Application, desk: VoiceDesk) -> AsyncIterator[Calls]:
        """Hold calls at this desk for as long as the block runs; their sound comes to the app."""
        calls = Calls(self._studio(desk))
        desk.lanes.watch(calls.changed)
        app.add_routes(routes(_guest, calls.hold))
        app.add_routes(self._teams(calls, desk))

        async def let_go(_app: web.Application) -> None:
            await calls.close()

        # Before the server waits for its open sockets: each of them is a call.
        app.on_shutdown.append(let_go)
        # No group of tasks: what ends the block would be told as a group of errors.
        beside = Soon()
        # Whoever reads the briefing is about to come: the models are loaded meanwhile, and where
        # that fails whoever calls then is told.
        self.given.room.get_ready = lambda: beside.do("warm up speech", self.warm())
        beside.do("keep recordings", self._finish_left_over())
        try:
            yield calls
        finally:
            self.given.room.get_ready = None
            await beside.close()
            await calls.close()

    def _studio(self, desk: VoiceDesk) -> Studio:
        given, recorder = self.given, self.recorder
        return Studio(
            given.store,
            desk.lanes,
            given.clock,
            desk.ids,
            desk.customer,
            self.speech,
            self.warm,
            recorder.tape,
            recorder.finish,
        )

    async def _finish_left_over(self) -> None:
        """Keep, now and again, what was taped of calls that ended while nobody held them."""
        while True:
            try:
                await self.recorder.finish_left_over(self.given.store)
            except StorageError as error:
                log.warning("recordings_wait", error=str(error))
            await sleep(_LOOK_S)

    def _teams(self, calls: Calls, desk: VoiceDesk) -> Iterable[web.RouteDef]:
        async def hold(wire: Wire, workspace: str, attempt: str, person: str) -> None:
            await calls.hold(wire, Guest(workspace, attempt, person))

        return self.acs.routes(hold, desk.lanes, desk.courier) if self.acs is not None else ()


async def _guest(request: web.Request) -> Guest:
    found = await admit(request)
    return Guest(found.workspace, found.attempt, found.person)


@asynccontextmanager
async def open_voice(given: VoiceGiven) -> AsyncIterator[Voice | None]:
    """Open what hears and speaks, for as long as the block runs; None where there is none.

    Raises PracticeError that says what is wrong with the settings of speech.
    """
    settings = given.settings
    missing = "" if settings.speech == "off" else available()
    if missing:
        log.warning("no_calls_by_voice", why=missing)
    if missing or settings.speech == "off":
        if settings.acs.configured:
            raise PracticeError("Calls in Teams need speech.", missing or "Set SCRIMMAGE_SPEECH.")
        yield None
        return
    async with AsyncExitStack() as stack:
        embedded = open_embedded()
        stack.push_async_callback(embedded.aclose)
        speech = await _speech(given, embedded.speech, stack.push_async_callback)
        acs = None
        if settings.acs.configured:
            acs_given = AcsGiven(settings.acs, given.store, given.clock, settings.signing_secret())
            acs = await stack.enter_async_context(open_acs(acs_given))
        spools = settings.data / "spools"
        recorder = Recorder(spools, given.blobs, given.recordings, given.clock)
        yield Voice(given, speech, Warmth(embedded), recorder, acs)


async def _speech(given: VoiceGiven, embedded: Speech, at_the_end: Callable[..., object]) -> Speech:
    """Return what the settings name: ears and a voice of this machine, or behind an address."""
    if given.settings.speech == "embedded":
        return embedded
    from app.openai_speech import openai_speech  # noqa: PLC0415 - slow to import, rarely wanted

    speech, close = await openai_speech(
        given.settings, embedded.activity, embedded.end_of_turn, given.clock
    )
    at_the_end(close)
    return speech
