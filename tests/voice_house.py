"""A call by voice on virtual time: a real practice and store, ears and a voice that are fakes."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from core.attempt import Attempt, Entry
from core.commands import Accept, Start
from core.scenario import Mode, Scenario
from core.speech import FRAME_BYTES, FRAME_MS, Speech
from tests.fakes.coded_speech import Phrasebook, coded_speech
from tests.fakes.customer import ScriptedCustomer
from tests.fakes.library import FakeLibrary
from tests.fakes.speech import silence
from tests.house import TRAINEE, House, house
from tests.samples import scenario
from tests.virtual_time import PatientStore, VirtualClock
from voice_bridge.book import Guest
from voice_bridge.calls import Calls
from voice_bridge.studio import Studio
from voice_bridge.wire import Close, HungUp, Incoming, Notice, Played, Sound

ATTEMPT = "v1"
N = TypeVar("N", bound=Notice)


@dataclass(frozen=True, slots=True)
class Heard:
    """A frame of the customer's sound, and when it came."""

    at: float
    line: int
    audio: bytes


class FakeWire:
    """Implements `wire.Wire`: remembers what came, and answers a stop as a page does."""

    def __init__(self) -> None:
        self.incoming: asyncio.Queue[Incoming | None] = asyncio.Queue()
        self.heard: list[Heard] = []
        self.notices: list[tuple[float, Notice]] = []
        self.stops: list[float] = []
        self.closed: tuple[Close, str] | None = None
        self._line = 0
        self._begun: dict[int, asyncio.Event] = defaultdict(asyncio.Event)
        self._queued_until = 0.0
        self._from = (0, 0.0)

    async def receive(self) -> AsyncIterator[Incoming]:
        while (incoming := await self.incoming.get()) is not None:
            yield incoming

    async def hears_line(self, number: int) -> None:
        """Wait until this line begins."""
        await self._begun[number].wait()

    async def begin(self, line: int, from_ms: int) -> None:
        self._line = line
        self._begun[line].set()
        self._queued_until = _now()
        self._from = (from_ms, _now())

    async def play(self, audio: bytes) -> None:
        self._queued_until = max(self._queued_until, _now()) + len(audio) / 32000
        self.heard.append(Heard(_now(), self._line, audio))

    async def finish(self, line: int) -> None:
        """Nothing to do: all was played in time."""

    async def stop(self, line: int) -> None:
        self.stops.append(_now())
        from_ms, since = self._from
        played = from_ms + round(min(_now(), self._queued_until) * 1000 - since * 1000)
        self._queued_until = _now()
        self.incoming.put_nowait(Played(line, played, stopped=True))

    async def tell(self, notice: Notice) -> None:
        self.notices.append((_now(), notice))

    async def close(self, how: Close, words: str = "") -> None:
        if self.closed is None:
            self.closed = how, words
            self.incoming.put_nowait(None)

    def drop(self) -> None:
        """Lose the connection."""
        self.incoming.put_nowait(None)

    def told(self, kind: type[N]) -> list[N]:
        """The notices of a kind."""
        return [notice for _, notice in self.notices if isinstance(notice, kind)]


def _now() -> float:
    return asyncio.get_running_loop().time()


@dataclass
class Line:
    """A trainee on the line: a microphone that is never off, and a wire."""

    wire: FakeWire
    book: Phrasebook
    _said: bytearray = field(default_factory=bytearray)

    async def microphone(self) -> None:
        """Send a frame every 20 ms: what is to be said, else silence."""
        frame, size = silence(FRAME_MS), len(silence(FRAME_MS))
        while True:
            await asyncio.sleep(FRAME_MS / 1000)
            piece = bytes(self._said[:size]) or frame
            del self._said[:size]
            self.wire.incoming.put_nowait(Sound(piece.ljust(size, b"\0")))

    async def says(self, text: str, *, ms: int = 0, finished: bool = True) -> None:
        """Say something, and wait until it is said."""
        self._said += self.book.sound(text, ms=ms, finished=finished)
        frames = -(-len(self._said) // FRAME_BYTES)
        await asyncio.sleep((frames + 1) * FRAME_MS / 1000)

    def hangs_up(self) -> None:
        """Press End call."""
        self.wire.incoming.put_nowait(HungUp())


@dataclass
class VoiceHouse:
    """What a test of a call works with."""

    house: House
    calls: Calls
    book: Phrasebook
    speech: Speech

    @asynccontextmanager
    async def line(self) -> AsyncIterator[Line]:
        """Come onto the line, until the block ends."""
        wire = FakeWire()
        line = Line(wire, self.book)
        guest = Guest("w", ATTEMPT, TRAINEE)
        holding = asyncio.create_task(self.calls.hold(wire, guest))
        microphone = asyncio.create_task(line.microphone())
        try:
            yield line
        finally:
            microphone.cancel()
            wire.drop()
            await holding

    async def attempt(self) -> Attempt:
        """The attempt as it is kept."""
        return await self.house.attempt(ATTEMPT)

    async def spoken(self) -> list[tuple[str, str]]:
        """What was said so far: speaker and words."""
        return [(turn.speaker.value, turn.text) for turn in (await self.attempt()).turns]

    async def log(self, kind: str) -> list[Entry]:
        """The entries of a kind in the event log."""
        async with self.house.store.reading() as unit:
            return [entry for entry in await unit.entries(ATTEMPT) if entry.kind == kind]


async def _ready() -> None:
    """Fakes are always warm."""


@asynccontextmanager
async def voice_house(
    folder: Path, customer: ScriptedCustomer | None = None, played: Scenario | None = None
) -> AsyncIterator[VoiceHouse]:
    """A house in which a call by voice is about to begin. On virtual time only."""
    async with house(folder) as built:
        chosen = replace(played or scenario(), mode=Mode.VOICE)
        built.store = PatientStore(built.store)
        built.clock = VirtualClock()
        built.customer = customer or ScriptedCustomer()
        built.library = FakeLibrary(chosen)
        built.sleep = asyncio.sleep
        built.lanes = built.process()
        assert await built.does(Accept("as1")) == ""
        assert await built.does(Start("as1", ATTEMPT, Mode.VOICE)) == ""
        book = Phrasebook()
        speech = coded_speech(book)
        lanes, ids = built.lanes, built.ids
        studio = Studio(built.store, lanes, built.clock, ids, built.customer, speech, _ready)
        calls = Calls(studio)
        built.lanes.watch(calls.changed)
        try:
            yield VoiceHouse(built, calls, book, speech)
        finally:
            await calls.close()
