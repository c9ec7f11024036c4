"""One call by voice, from the first wire to the last word. It outlives its wires."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

import structlog

from core.attempt import Attempt, CallState, EndReason
from core.composing import OPENING_BEAT_S
from core.errors import PracticeError
from core.ports import Customer
from core.practice.telling import how_it_ended
from core.scenario import Scenario
from core.speech import Speech, seconds_of
from voice_bridge.book import Book
from voice_bridge.dialogue import Changed, Dialogue
from voice_bridge.diary import Diary
from voice_bridge.ear import Ear
from voice_bridge.mouth import Mouth, Outcome
from voice_bridge.turns.events import Began, Ended, Ending, Judged, Partly, Understood
from voice_bridge.turns.floor import Floor
from voice_bridge.turns.pace import PACES
from voice_bridge.wire import (
    Broken,
    Close,
    HungUp,
    Notice,
    Over,
    Played,
    Sound,
    TimeShort,
    Until,
    Wire,
)

log = structlog.get_logger()

GRACE_S = 10.0
"""How long a call is held for a trainee whose connection was lost."""


class Tape(Protocol):
    """Records both sides."""

    def trainee(self, at: datetime, audio: bytes) -> None:
        """Record the trainee's sound, which began at this moment."""
        ...

    def customer(self, at: datetime, audio: bytes) -> None:
        """Record what was heard of the customer, which began at this moment."""
        ...

    def close(self) -> None:
        """Keep what there is, and record no more."""
        ...


TapeOf = Callable[[Attempt], Tape | None]
"""Begins, or goes on, to record an attempt that has started; None where nothing is recorded."""


@dataclass(frozen=True, slots=True)
class _Heard:
    at: float
    audio: bytes


@dataclass(frozen=True, slots=True)
class _Opening:
    """The beat before the customer speaks first is over."""


@dataclass(frozen=True, slots=True)
class _Gone:
    """Nobody has come back within the grace."""

    since: float


@dataclass(slots=True)
class Call:
    """A call that is being held. `run` holds it; `attach` brings sound to it."""

    book: Book
    customer: Customer
    speech: Speech
    attempt: Attempt
    scenario: Scenario
    warm: Callable[[], Awaitable[None]]
    tape_of: TapeOf
    parted: bool = False
    _tape: Tape | None = None
    _wire: Wire | None = None
    _events: asyncio.Queue[object] = field(default_factory=asyncio.Queue)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _notices: asyncio.Queue[Notice] = field(default_factory=asyncio.Queue)
    _ended: asyncio.Event = field(default_factory=asyncio.Event)
    _lost_at: float | None = None
    _warned: bool = False
    _dialogue: Dialogue = field(init=False)
    _mouth: Mouth = field(init=False)
    _diary: Diary = field(init=False)

    def __post_init__(self) -> None:
        self._mouth = Mouth(self._put, self._record, self._broke)
        self._diary = Diary(self._wall)
        ear = Ear(self.speech, self.scenario.persona.language, self.scenario.persona.name)
        window_s = ear.activity.window_ms / 1000
        floor = Floor(PACES[self.scenario.patience], window_s, self.scenario.monologue_words)
        self._dialogue = Dialogue(
            self.book,
            self.customer,
            self.speech,
            self.scenario,
            self.attempt,
            floor,
            ear,
            self._mouth,
            self._diary,
            self._notices.put_nowait,
            self._put,
            self._spawn,
        )

    # From outside

    def changed(self) -> None:
        """Something has changed in the attempt: time has passed, or it was ended elsewhere."""
        self._put(Changed())

    async def attach(self, wire: Wire) -> None:
        """Bring a wire's sound to the call until either is gone. Another wire takes its place."""
        if self._wire is not None:
            await self._wire.close(Close.ELSEWHERE, "The call was opened in another window.")
        self._wire = wire
        self._put(wire)
        try:
            async for incoming in wire.receive():
                self._take(wire, incoming)
        except Broken as broken:
            log.info("wire_broken", attempt=self.attempt.id, close=broken.close.name)
            await wire.close(broken.close, broken.words)
        finally:
            if self._wire is wire:
                self._lose()

    def _take(self, wire: Wire, incoming: Sound | Played | HungUp) -> None:
        if self._wire is not wire:
            return
        match incoming:
            case Sound(audio):
                self._put(_Heard(self._loop_time(), audio))
            case Played(line, ms, stopped):
                if stopped:
                    self._mouth.played(line, ms)
            case HungUp():
                self._put(incoming)

    def _broke(self, wire: Wire, broken: Broken) -> None:
        """A wire took no sound: closing it ends what it receives."""
        log.info("wire_broken", attempt=self.attempt.id, close=broken.close.name)
        self._spawn(wire.close(broken.close, broken.words))

    def _lose(self) -> None:
        self._wire = None
        self._mouth.switch(None)
        now = self._loop_time()
        self._lost_at = now
        asyncio.get_running_loop().call_later(GRACE_S, self._put, _Gone(now))

    # Inside

    async def run(self) -> None:
        """Hold the call until it has ended, or its trainee has gone. Raises what is a bug."""
        self._spawn(self._tell_all())
        try:
            while not self._dialogue.over and not self.parted:
                await self._handle(await self._events.get())
            if not self.parted:
                await self._say_over()
        finally:
            await self._close()

    async def _handle(self, event: object) -> None:
        match event:
            case _Heard(at, audio):
                self._record_trainee(at, audio)
                await self._dialogue.hear(at, audio)
            case Outcome():
                await self._dialogue.spoken(event)
                await self._look()
            case Changed():
                await self._dialogue.changed()
                await self._look()
            case HungUp():
                await self._hang_up()
            case _Opening():
                self._dialogue.opened = True
                await self._dialogue.answer()
            case _Gone(since):
                if self._wire is None and self._lost_at == since:
                    await self._part()
            case Began() | Ending() | Ended() | Understood() | Partly() | Judged():
                await self._dialogue.happen(event)
            case _:
                await self._welcome(event)

    async def _welcome(self, wire: object) -> None:
        """Somebody has come, for the first time or again."""
        if wire is not self._wire or self._wire is None:
            return
        if self._lost_at is not None:
            away = self._loop_time() - self._lost_at
            self._diary.note(self._lost_at, "line_lost")
            self._diary.note(self._loop_time(), "line_back", away_ms=round(away * 1000))
            self._lost_at = None
        elif not self._dialogue.opened:
            await self._open()
        self._mouth.switch(self._wire)
        self._until()

    async def _open(self) -> None:
        """Begin the call, or take up one that nobody held. Raises PracticeError."""
        if self.attempt.state is CallState.READY:
            refusal = await self.book.join()
            if refusal:
                raise PracticeError(refusal)
        elif self.attempt.turns:
            await self.book.rejoin()
        await self._refresh()
        self._tape = self.tape_of(self._dialogue.attempt)
        await self.warm()
        await self.customer.prepare(self.scenario)
        self._dialogue.get_ready()
        beat = 0.0 if self._dialogue.attempt.turns else OPENING_BEAT_S
        asyncio.get_running_loop().call_later(beat, self._put, _Opening())

    async def _refresh(self) -> None:
        self._dialogue.attempt, _ = await self.book.read()

    async def _hang_up(self) -> None:
        await self._dialogue.break_off()
        if self._mouth.busy:
            outcome = await self._outcome()
            await self._dialogue.spoken(outcome)
        await self.book.end()
        await self._dialogue.changed()

    async def _outcome(self) -> Outcome:
        """Wait for the line that was cut; what else comes meanwhile no longer matters."""
        while not isinstance(event := await self._events.get(), Outcome):
            pass
        return event

    async def _part(self) -> None:
        """Nobody came back: keep what was said, and let the call wait."""
        await self._dialogue.break_off()
        if self._mouth.busy:
            await self._dialogue.spoken(await self._outcome())
        await self.book.sounded(self._diary.taken())
        await self.book.leave()
        self.parted = True

    async def _look(self) -> None:
        """Tell the page what it needs to know of how the attempt stands."""
        attempt = self._dialogue.attempt
        if attempt.warned and not self._warned and attempt.deadline is not None:
            left = attempt.deadline - self.book.clock.now()
            if attempt.deadline - (attempt.started_at or attempt.deadline) > timedelta(minutes=2):
                self._show(TimeShort(max(0, round(left.total_seconds()))))
        if attempt.deadline != self.attempt.deadline:
            self._until()
        self._warned, self.attempt = attempt.warned, attempt

    async def _say_over(self) -> None:
        attempt = self._dialogue.attempt
        await self.book.sounded(self._diary.taken())
        if attempt.ended is None or self._wire is None:
            return
        words = _ENDED[attempt.ended.reason]
        if attempt.ended.reason is EndReason.EXIT:
            words = how_it_ended(attempt.ended.exit or "", self.scenario)[1] or words
        await self._wire.tell(Over(attempt.ended.reason.value, words))
        await self._wire.close(Close.ENDED, words)

    async def _close(self) -> None:
        await self._dialogue.stop()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.attempt = self._dialogue.attempt
        if self._tape is not None:
            self._tape.close()
        if self._wire is not None:
            await self._wire.close(Close.GOING_AWAY, "The call is picked up again in a moment.")
        self._ended.set()

    # Ways out

    async def _tell_all(self) -> None:
        while True:
            notice = await self._notices.get()
            if self._wire is not None:
                await self._wire.tell(notice)

    def _show(self, notice: Notice) -> None:
        self._notices.put_nowait(notice)

    def _until(self) -> None:
        self._show(Until(self.book.clock.now(), self._dialogue.attempt.deadline))

    def _put(self, event: object) -> None:
        self._events.put_nowait(event)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("call_work_failed", attempt=self.attempt.id, exc_info=error)

    @staticmethod
    def _loop_time() -> float:
        return asyncio.get_running_loop().time()

    def _wall(self, at: float) -> datetime:
        return self.book.clock.now() - timedelta(seconds=self._loop_time() - at)

    def _record(self, at: float, audio: bytes) -> None:
        if self._tape is not None:
            self._tape.customer(self._wall(at), audio)

    def _record_trainee(self, at: float, audio: bytes) -> None:
        if self._tape is not None:
            self._tape.trainee(self._wall(at - seconds_of(audio)), audio)


_ENDED = {
    EndReason.TRAINEE: "You ended the call.",
    EndReason.TIME: "The time is up.",
    EndReason.EXIT: "The customer has hung up.",
}
