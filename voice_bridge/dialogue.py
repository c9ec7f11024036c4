"""The conversation of one call: what is heard becomes turns, what the practice owes becomes lines.

Everything here happens in one task, one thing after the other; what takes long (understanding,
wording, speaking) runs beside it and reports by an event of its own.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from core.attempt import Attempt, CallState
from core.commands import Envelope
from core.composing import Composed
from core.scenario import Scenario
from voice_bridge.book import Book
from voice_bridge.drafts import Drafts
from voice_bridge.hearing import Hearing, Put, Show, Spawn
from voice_bridge.mouth import Fate, Mouth, Outcome
from voice_bridge.reply import Reply, delivered
from voice_bridge.turns.endings import Ending, ending_of
from voice_bridge.turns.events import (
    Act,
    Began,
    GoOn,
    Happening,
    Hold,
    Judge,
    Nothing,
    OverBy,
    Talking,
    Transcribe,
    TranscribePart,
    TurnOver,
    Yield,
)
from voice_bridge.turns.floor import Customer, Floor, Trainee
from voice_bridge.wire import Caption, Doing, Shown, Trouble


@dataclass(frozen=True, slots=True)
class Changed:
    """The attempt may stand otherwise than it did."""


@dataclass(slots=True)
class Dialogue:
    """One call's conversation. `opened`: the customer may speak.

    `put` hands an event in, `show` passes a notice on, `spawn` runs work beside.
    """

    book: Book
    scenario: Scenario
    attempt: Attempt
    floor: Floor
    hearing: Hearing
    mouth: Mouth
    drafts: Drafts
    put: Put
    show: Show
    spawn: Spawn
    opened: bool = False
    _saying: Reply | None = None
    _held_at: float | None = None
    _cuts_in: bool = False
    _cut_at: float | None = None
    _waiting: TurnOver | None = None

    @property
    def over(self) -> bool:
        """Whether the call has ended, and nothing of it is still being said."""
        return self.attempt.state is CallState.ENDED and self._saying is None

    @property
    def doing(self) -> Doing:
        """What the customer does, for somebody who has just come."""
        if not self.opened:
            return Doing("coming")
        return Doing("speaking" if self.floor.customer is Customer.SPEAKING else "listening")

    async def hear(self, at: float, audio: bytes) -> None:
        """Take sound of the trainee's."""
        ear = self.hearing.ear
        for window in ear.take(at, audio):
            await self.happen(window)
        if self.floor.turn is None:
            ear.idle(at)

    async def happen(self, happening: Happening) -> None:
        """Let the floor decide what is to be done, and do it."""
        if isinstance(happening, Began):
            self._line_began(happening.at)
        for act in self.floor.step(happening):
            await self._do(act)
        if self._cut_at is not None and self.floor.trainee is not Trainee.SPEAKING:
            self.hearing.diary.cut_in(self._cut_at, happening.at)
            self._cut_at = None
        self._anticipate()

    async def _do(self, act: Act) -> None:
        match act:
            case Talking():
                await self.book.talking()
            case Transcribe(pause, until):
                self.hearing.transcribe(pause, until)
            case TranscribePart(until):
                await self.book.talking()
                self.hearing.transcribe_part(until)
            case Judge(pause, until):
                self.hearing.judge(pause, until)
            case Hold() | GoOn() | Yield():
                self._let_speak(act)
            case TurnOver():
                await self._turn_over(act)
            case Nothing(_, ended):
                self.hearing.ear.forget(ended)
                await self.answer()

    def _let_speak(self, act: Hold | GoOn | Yield) -> None:
        """Hold the customer, let it go on, or have it yield."""
        match act:
            case Hold():
                self._held_at = asyncio.get_running_loop().time()
                self.mouth.hold()
                self.show(Doing("listening"))
            case GoOn():
                self.hearing.diary.listened(act)
                self.hearing.ear.forget(act.ended)
                self.mouth.go_on()
                self.show(Doing("speaking"))
            case Yield(onset):
                held_at = onset if self._held_at is None else self._held_at
                self.hearing.diary.yielded(onset, held_at)
                self.mouth.cut()

    # What the trainee says

    async def _turn_over(self, over: TurnOver) -> None:
        if self._saying is not None:
            # What was heard of the line that it cut off is entered first.
            self._waiting = over
            return
        diary = self.hearing.diary
        diary.turn(over)
        self._cuts_in = over.by is OverBy.CUT_IN
        self.hearing.ear.forget(over.at if self._cuts_in else over.ended)
        self.show(Caption("trainee", over.text, final=True))
        self.show(Doing("thinking"))
        # Kept before it is answered. What it did to the attempt is known a moment later.
        envelope = await self.book.say(over.text, diary.taken())
        self.spawn(self._settle(envelope))
        self._say(self.drafts.answer(self.attempt, over.text))

    async def _settle(self, envelope: Envelope) -> None:
        await self.book.settled(envelope)
        self.put(Changed())

    def _anticipate(self) -> None:
        turn = self.floor.turn
        text = turn.text if turn is not None else None
        free = self._saying is None and self.floor.customer is Customer.QUIET
        # Of a turn that has more to come an answer would be thrown away: a model's costs money.
        if text and free and ending_of(text) is not Ending.OPEN:
            self.drafts.anticipate(self.attempt, text)

    # What the customer says

    def _say(self, reply: Reply | None) -> None:
        self._saying = reply
        if reply is not None:
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
        if reply.composed is not None and self._saying is reply:
            self.show(Caption("customer", reply.composed.text, final=False))

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
        await self._go_on(at_a_loss=composed is None)

    async def _enter(self, reply: Reply, composed: Composed, outcome: Outcome) -> None:
        if reply.mute:
            self.show(Trouble("The customer's voice is away just now: please read what they say."))
        cut = outcome.fate is Fate.CUT and not reply.mute
        diary, now = self.hearing.diary, self.book.clock.now()
        diary.line(outcome)
        replied = delivered(reply, composed, now, outcome.ms if cut else None, diary.taken())
        if replied is None:
            return
        self.show(Caption("customer", replied.text, final=True))
        await self.book.deliver(len(reply.attempt.turns), replied)
        # Once it is entered the page may have it.
        if document := self.scenario.document(replied.decision.shows):
            self.show(Shown(document.id, document.title))

    async def _go_on(self, *, at_a_loss: bool) -> None:
        """Take up the turn that cut a line off, else what is owed."""
        if at_a_loss:
            # Whoever is at a loss for words is not asked again at once.
            self.show(Trouble("The line is bad just now. Please say that again."))
        elif self._waiting is None:
            await self.answer()
        if self._waiting is not None:
            over, self._waiting = self._waiting, None
            await self._turn_over(over)

    # How the attempt stands

    async def changed(self) -> None:
        """Look how the attempt stands now, and do what is owed."""
        self.attempt, _ = await self.book.read()
        if self.attempt.state is not CallState.ENDED:
            await self.answer()
            return
        self.drafts.drop()
        if self._saying is not None:
            self.mouth.cut()

    async def answer(self) -> None:
        """Say what the customer owes, if it is its turn."""
        free = self.floor.trainee is Trainee.SILENT and self._saying is None
        if self.opened and free and self.attempt.state is CallState.OWING:
            self._say(self.drafts.owed(self.attempt))

    async def break_off(self) -> None:
        """The trainee is gone: have the customer stop, and keep what the trainee had said."""
        self.drafts.drop()
        turn = self.floor.turn
        if self._saying is not None:
            self.mouth.cut()
        elif turn is not None:
            until = self.hearing.ear.now
            text = await self.hearing.words(turn.onset if until is None else until, paused=True)
            if text:
                marks = self.hearing.diary.taken()
                await self.book.settled(await self.book.say(text, marks))

    async def stop(self) -> None:
        """Throw away whatever is in the making."""
        await self.drafts.stop()
        if self._saying is not None:
            await self._saying.drop()
