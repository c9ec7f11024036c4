"""One call by voice, from the first wire to the last word. It outlives its wires."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import structlog

from core.attempt import Attempt, CallState, EndReason
from core.composing import OPENING_BEAT_S
from core.errors import PracticeError
from core.practice.telling import how_it_ended
from core.scenario import Scenario
from voice_bridge.book import Book
from voice_bridge.dialogue import Changed, Dialogue
from voice_bridge.diary import Diary
from voice_bridge.drafts import Drafts
from voice_bridge.ear import Ear
from voice_bridge.hearing import Hearing
from voice_bridge.mouth import Mouth, Outcome
from voice_bridge.presence import Came, Gone, Heard, Presence
from voice_bridge.studio import Studio
from voice_bridge.taping import Taping
from voice_bridge.turns.events import Began, Ended, Ending, Judged, Partly, Understood
from voice_bridge.turns.floor import Floor
from voice_bridge.turns.pace import PACES
from voice_bridge.wire import Broken, Close, HungUp, Over, TimeShort, Until, Wire

log = structlog.get_logger()

_LONG = timedelta(minutes=2)
"""Of a shorter call everybody knows how long it is."""


@dataclass(frozen=True, slots=True)
class _Opening:
    """The beat before the customer speaks first is over."""


@dataclass(slots=True)
class Call:
    """A call that is being held: `run` holds it, `attach` brings sound to it.

    `parted`: its trainee has gone, and the attempt waits.
    """

    book: Book
    studio: Studio
    attempt: Attempt
    scenario: Scenario
    parted: bool = False
    _events: asyncio.Queue[object] = field(default_factory=asyncio.Queue)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _taping: Taping = field(init=False)
    _mouth: Mouth = field(init=False)
    _presence: Presence = field(init=False)
    _diary: Diary = field(init=False)
    _dialogue: Dialogue = field(init=False)

    def __post_init__(self) -> None:
        put, spawn, scenario = self._events.put_nowait, self._spawn, self.scenario
        self._taping, self._diary = Taping(self._wall), Diary(self._wall)
        self._mouth = Mouth(put, self._taping.customer, self._broke)
        self._presence = Presence(self.attempt.id, self._mouth, put)
        show, speech = self._presence.show, self.studio.speech
        ear = Ear(speech, scenario.persona.language, scenario.persona.name)
        hearing = Hearing(ear, self.attempt.id, self._diary, put, show, spawn)
        drafts = Drafts(self.studio.customer, speech.synthesiser, scenario, self.book.clock, spawn)
        window_s = ear.activity.window_ms / 1000
        floor = Floor(PACES[scenario.patience], window_s, scenario.monologue_words)
        self._dialogue = Dialogue(
            self.book,
            scenario,
            self.attempt,
            floor,
            hearing,
            self._mouth,
            drafts,
            put,
            show,
            spawn,
        )

    def changed(self) -> None:
        """Something has changed in the attempt: time has passed, or it was ended elsewhere."""
        self._events.put_nowait(Changed())

    async def attach(self, wire: Wire) -> None:
        """Bring a wire's sound to the call until either is gone. Another wire takes its place."""
        await self._presence.attach(wire)

    async def run(self) -> None:
        """Hold the call until it has ended, or its trainee has gone. Raises what is a bug."""
        self._spawn(self._presence.tell_all())
        try:
            while not self._dialogue.over and not self.parted:
                await self._handle(await self._events.get())
            if not self.parted:
                await self._say_over()
        finally:
            await self._close()

    async def _handle(self, event: object) -> None:
        match event:
            case Heard(at, audio):
                self._taping.trainee(at, audio)
                await self._dialogue.hear(at, audio)
            case Began() | Ending() | Ended() | Understood() | Partly() | Judged():
                await self._dialogue.happen(event)
            case Outcome():
                await self._dialogue.spoken(event)
                self._look()
            case Changed():
                await self._dialogue.changed()
                self._look()
            case _:
                await self._come_or_go(event)

    async def _come_or_go(self, event: object) -> None:
        match event:
            case Came():
                await self._welcome(event)
            case _Opening():
                self._dialogue.opened = True
                await self._dialogue.answer()
            case HungUp():
                await self._break_off()
                await self.book.end()
                await self._dialogue.changed()
            case Gone() if self._presence.is_gone(event):
                await self._break_off()
                await self.book.sounded(self._diary.taken())
                await self.book.leave()
                self.parted = True

    async def _welcome(self, came: Came) -> None:
        """Somebody has come, for the first time or again."""
        if came.wire is not self._presence.wire:
            return
        now = asyncio.get_running_loop().time()
        if came.lost_at is not None:
            self._diary.note(came.lost_at, "line_lost")
            self._diary.note(now, "line_back", away_ms=round((now - came.lost_at) * 1000))
        elif not self._dialogue.opened:
            await self._open()
        self._mouth.switch(came.wire)
        self._presence.show(self._dialogue.doing)
        self._until()

    async def _open(self) -> None:
        """Begin the call, or take up one that nobody held. Raises PracticeError."""
        # The models may have to be loaded first: silence is not to be taken for the customer's.
        self._presence.show(self._dialogue.doing)
        if self.attempt.state is CallState.READY:
            refusal = await self.book.join()
            if refusal:
                raise PracticeError(refusal)
        elif self.attempt.turns:
            await self.book.rejoin()
        self.attempt, _ = await self.book.read()
        self._dialogue.attempt = self.attempt
        self._taping.tape = self.studio.tape_of(self.attempt)
        await self.studio.warm()
        await self.studio.customer.prepare(self.scenario)
        self._dialogue.drafts.get_ready(self.attempt)
        beat = 0.0 if self.attempt.turns else OPENING_BEAT_S
        asyncio.get_running_loop().call_later(beat, self._events.put_nowait, _Opening())

    async def _break_off(self) -> None:
        """Keep what was said and heard so far."""
        await self._dialogue.break_off()
        if self._mouth.busy:
            while not isinstance(event := await self._events.get(), Outcome):
                pass  # what else happened meanwhile no longer matters
            await self._dialogue.spoken(event)

    def _look(self) -> None:
        """Tell the page what it needs to know of how the attempt stands."""
        before, now = self.attempt, self._dialogue.attempt
        self.attempt = now
        if now.deadline != before.deadline:
            self._until()
        if now.warned and not before.warned and now.deadline and now.started_at:
            left = now.deadline - self.book.clock.now()
            if now.deadline - now.started_at > _LONG:
                self._presence.show(TimeShort(max(0, round(left.total_seconds()))))

    async def _say_over(self) -> None:
        ended = self._dialogue.attempt.ended
        await self.book.sounded(self._diary.taken())
        wire = self._presence.wire
        if ended is None or wire is None:
            return
        words = _ENDED[ended.reason]
        if ended.reason is EndReason.EXIT:
            words = how_it_ended(ended.exit or "", self.scenario)[1] or words
        await wire.tell(Over(ended.reason.value, words))
        await wire.close(Close.ENDED, words)

    async def _close(self) -> None:
        await self._dialogue.stop()
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self.attempt = self._dialogue.attempt
        self._taping.close()
        await self._presence.hang_up(Close.GOING_AWAY, "The call is taken up again in a moment.")

    def _until(self) -> None:
        self._presence.show(Until(self.book.clock.now(), self._dialogue.attempt.deadline))

    def _broke(self, wire: Wire, broken: Broken) -> None:
        self._spawn(self._presence.broke(wire, broken))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("call_work_failed", attempt=self.attempt.id, exc_info=error)

    def _wall(self, at: float) -> datetime:
        return self.book.clock.now() - timedelta(seconds=asyncio.get_running_loop().time() - at)


_ENDED = {
    EndReason.TRAINEE: "You ended the call.",
    EndReason.TIME: "The time is up.",
    EndReason.EXIT: "The customer has hung up.",
}
