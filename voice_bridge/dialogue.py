"""The conversation of one call: what is heard becomes turns, what the practice owes becomes lines.

Everything here happens in one task, one thing after the other; what takes long (understanding,
wording, speaking) runs beside it and reports by an event of its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import structlog

from core.attempt import Attempt, CallState
from core.composing import Composed
from core.errors import IllegalStep, ProviderError
from core.ports import Customer
from core.scenario import Scenario
from core.speech import Speech
from voice_bridge.book import Book
from voice_bridge.diary import Diary
from voice_bridge.ear import Ear
from voice_bridge.line import Line
from voice_bridge.mouth import Fate, Mouth, Outcome
from voice_bridge.reply import Reply, anticipated, delivered
from voice_bridge.turns.events import (
    Act,
    Began,
    GoOn,
    Happening,
    Hold,
    Judge,
    Judged,
    Nothing,
    OverBy,
    Partly,
    Talking,
    Transcribe,
    TranscribePart,
    TurnOver,
    Understood,
    Yield,
)
from voice_bridge.turns.floor import Customer as Holder
from voice_bridge.turns.floor import Floor, Trainee
from voice_bridge.wire import Caption, Doing, Notice, Shown, Trouble

log = structlog.get_logger()

Show = Callable[[Notice], None]
Spawn = Callable[[Coroutine[Any, Any, None]], None]
Put = Callable[[object], None]


@dataclass(frozen=True, slots=True)
class Changed:
    """The attempt may stand otherwise than it did."""


@dataclass(slots=True)
class Dialogue:
    """One call's conversation. `put` hands an event in, `spawn` runs work beside it."""

    book: Book
    customer: Customer
    speech: Speech
    scenario: Scenario
    attempt: Attempt
    floor: Floor
    ear: Ear
    mouth: Mouth
    diary: Diary
    show: Show
    put: Put
    spawn: Spawn
    opened: bool = False
    _reply: Reply | None = None
    _saying: Reply | None = None
    _lines: int = 0
    _held_at: float | None = None
    _cuts_in: bool = False
    _cut_at: float | None = None
    _waiting: TurnOver | None = None

    @property
    def over(self) -> bool:
        """Whether the call has ended, and nothing of it is still being said."""
        return self.attempt.state is CallState.ENDED and self._saying is None

    async def hear(self, at: float, audio: bytes) -> None:
        """Take sound of the trainee's."""
        for window in self.ear.take(at, audio):
            await self.happen(window)
        if self.floor.turn is None:
            self.ear.idle()

    async def happen(self, happening: Happening) -> None:
        """Let the floor decide what is to be done, and do it."""
        if isinstance(happening, Began):
            self._line_began(happening.at)
        for act in self.floor.step(happening):
            await self._do(act)
        if self._cut_at is not None and self.floor.trainee is not Trainee.SPEAKING:
            self.diary.cut_in(self._cut_at, happening.at)
            self._cut_at = None
        self._anticipate()

    async def _do(self, act: Act) -> None:
        match act:
            case Talking():
                await self.book.talking()
            case Transcribe(pause, until):
                self.spawn(self._transcribe(pause, until))
            case TranscribePart(until):
                await self.book.talking()
                self.spawn(self._transcribe_part(until))
            case Judge(pause):
                self.spawn(self._judge(pause))
            case Hold():
                self._held_at = self._now()
                self.mouth.hold()
                self.show(Doing("listening"))
            case GoOn():
                self.diary.listened(act)
                self.ear.forget(act.ended)
                self.mouth.go_on()
                self.show(Doing("speaking"))
            case Yield(onset):
                held = self._held_at if self._held_at is not None else onset
                self.diary.yielded(onset, held)
                self.mouth.cut()
            case TurnOver():
                await self._turn_over(act)
            case Nothing(_, ended):
                self.ear.forget(ended)
                await self.answer()

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()

    # What the trainee says

    async def _transcribe(self, pause: int, until: float) -> None:
        text = await self._words(until, paused=True)
        self.put(Understood(self._now(), pause, text))

    async def _transcribe_part(self, until: float) -> None:
        text = await self._words(until, paused=False)
        if text:
            self.diary.note(self._now(), "partial", words=len(text.split()))
            self.show(Caption("trainee", text, final=False))
        self.put(Partly(self._now(), text))

    async def _words(self, until: float, *, paused: bool) -> str:
        """Return what was said; nothing where it could not be made out, and a word about that."""
        for _ in range(2):
            try:
                return await self.ear.words(until, paused=paused)
            except ProviderError as error:
                log.warning("not_understood", attempt=self.attempt.id, error=str(error))
                if not error.retryable:
                    break
        if paused:
            self.show(Trouble("That could not be heard just now. Please say it again."))
        return ""

    async def _judge(self, pause: int) -> None:
        try:
            p = await self.ear.finished()
        except ProviderError as error:
            # Without a judgement the timer decides.
            log.warning("not_judged", attempt=self.attempt.id, error=str(error))
            return
        self.put(Judged(self._now(), pause, p))

    async def _turn_over(self, over: TurnOver) -> None:
        if self._saying is not None:
            # What was heard of the line that it cut off is entered first.
            self._waiting = over
            return
        self.diary.turn(over)
        self.ear.forget(over.at if over.by is OverBy.CUT_IN else over.ended)
        self._cuts_in = over.by is OverBy.CUT_IN
        self.show(Caption("trainee", over.text, final=True))
        self.show(Doing("thinking"))
        # Kept before it is answered. What it did to the attempt is known a moment later.
        envelope = await self.book.say(over.text, self.diary.taken())
        self.spawn(self._settle(envelope))
        reply = self._ready_for(over.text) or self._make(over.text)
        self._reply = None
        if reply is not None:
            self._say(reply)

    async def _settle(self, envelope: Any) -> None:  # noqa: ANN401 - the desk's own envelope
        await self.book.settled(envelope)
        self.put(Changed())

    # What the customer says

    def _anticipate(self) -> None:
        """Begin the answer before the turn is known to be over: mostly it is."""
        turn = self.floor.turn
        text = turn.text if turn is not None else None
        if not text or self._saying is not None or self.floor.customer is not Holder.QUIET:
            return
        if self._ready_for(text) is None:
            self._drop()
            self._reply = self._make(text)

    def _ready_for(self, text: str) -> Reply | None:
        reply = self._reply
        fits = reply is not None and reply.said == text
        if reply is None or not fits or reply.attempt.turns[:-1] != self.attempt.turns:
            return None
        return reply

    def _make(self, said: str) -> Reply | None:
        attempt = self.attempt
        if said:
            try:
                attempt = anticipated(attempt, self.scenario, self.book.clock.now(), said)
            except IllegalStep:
                return None
        self._lines += 1
        reply = Reply(attempt, self.scenario, said, Line(self._lines))
        reply.start(self.customer, self.speech.synthesiser)
        return reply

    def _drop(self) -> None:
        if self._reply is not None:
            self.spawn(self._reply.drop())
            self._reply = None

    def _say(self, reply: Reply) -> None:
        self._saying = reply
        self.spawn(self._speak(reply))

    async def _speak(self, reply: Reply) -> None:
        self.put(await self.mouth.say(reply.line))

    def _line_began(self, at: float) -> None:
        self.show(Doing("speaking"))
        self._cut_at, self._cuts_in = (at if self._cuts_in else None), False
        if self._saying is not None:
            self.spawn(self._show_line(self._saying))

    async def _show_line(self, reply: Reply) -> None:
        await reply.worded.wait()
        composed = reply.composed
        if composed is None or self._saying is not reply:
            return
        self.show(Caption("customer", composed.text, final=False))
        shown = composed.decision.shows
        documents = (*self.scenario.attachments, *self.scenario.documents)
        for document in documents:
            if document.id == shown:
                self.show(Shown(document.id, document.title))

    async def spoken(self, outcome: Outcome) -> None:
        """A line has been heard, or cut off: enter it, and go on."""
        reply = self._saying
        if reply is None or outcome.line is not reply.line:
            return
        composed = await reply.made()
        if composed is not None:
            await self._enter(reply, composed, outcome)
        self._saying = None
        self.show(Doing("listening"))
        self.attempt, _ = await self.book.read()
        if composed is None:
            # Whoever is at a loss for words is not asked again at once.
            self.show(Trouble("The line is bad just now. Please say that again."))
        elif self._waiting is None:
            await self.answer()
        if self._waiting is not None:
            over, self._waiting = self._waiting, None
            await self._turn_over(over)

    async def _enter(self, reply: Reply, composed: Composed, outcome: Outcome) -> None:
        if reply.mute:
            self.show(Trouble("The customer's voice is away just now: please read what they say."))
        cut = outcome.fate is Fate.CUT and not reply.mute
        self.diary.line(outcome)
        now = self.book.clock.now()
        replied = delivered(reply, composed, now, outcome.ms if cut else None, self.diary.taken())
        if replied is None:
            return
        self.show(Caption("customer", replied.text, final=True))
        await self.book.deliver(len(reply.attempt.turns), replied)

    # How the attempt stands

    async def changed(self) -> None:
        """Look how the attempt stands now, and do what is owed."""
        self.attempt, _ = await self.book.read()
        if self.attempt.state is CallState.ENDED:
            self._drop()
            if self._saying is not None:
                self.mouth.cut()
            return
        await self.answer()

    async def answer(self) -> None:
        """Say what the customer owes, if it is its turn."""
        free = self.floor.trainee is Trainee.SILENT and self._saying is None
        if not self.opened or not free or self.attempt.state is not CallState.OWING:
            return
        reply = self._reply if self._reply is not None and not self._reply.said else None
        if reply is None or reply.attempt != self.attempt:
            self._drop()
            reply = self._make("")
        self._reply = None
        if reply is not None:
            self._say(reply)

    def get_ready(self) -> None:
        """Begin the line that is owed, without saying it yet."""
        if self._reply is None and self.attempt.state is CallState.OWING:
            self._reply = self._make("")

    async def break_off(self) -> None:
        """The trainee is gone: what was heard is entered, and what they had said."""
        self._drop()
        turn = self.floor.turn
        if self._saying is not None:
            self.mouth.cut()
        if turn is not None and self._saying is None:
            text = await self._words(self.ear.now or turn.onset, paused=True)
            if text:
                await self.book.settled(await self.book.say(text, self.diary.taken()))

    async def stop(self) -> None:
        """Throw away whatever is in the making."""
        for reply in (self._reply, self._saying):
            if reply is not None:
                await reply.drop()
