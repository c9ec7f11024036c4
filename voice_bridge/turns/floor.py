"""Who has the floor: the state machine of turn-taking.

    step(happening) -> acts

The trainee is silent, speaking, or pausing within a turn; the customer is quiet, speaking, or held.

    silent ──onset──> speaking ──offset──> pausing ──onset──> speaking …
    pausing ──silent for long enough, and words──> silent, TurnOver

The rules:
  1. A turn is over when it sounds finished and the silence fits (`pace`), or the timer has run out;
     a turn without words is none.
  2. While the customer speaks, any sound of the trainee holds it at once (Hold). If it was only a
     sound of listening, or none of words, the customer goes on (GoOn); else it yields (Yield).
  3. The last line of a call is not stopped, nor one that is nearly over.
  4. A monologue that tries the customer's patience is cut into, at a pause if there is one soon;
     for a moment the customer then talks on whatever the trainee does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from voice_bridge.turns.activity import Activity, Offset, Onset
from voice_bridge.turns.endings import ending_of
from voice_bridge.turns.events import (
    Act,
    Began,
    Ended,
    Ending,
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
    Window,
    Yield,
)
from voice_bridge.turns.listening_sounds import only_listens
from voice_bridge.turns.pace import (
    CUT_IN_LATEST_S,
    CUT_IN_PAUSE_S,
    INSIST_S,
    LONG_S,
    PARTIAL_S,
    SHORT_S,
    Pace,
)


class Trainee(Enum):
    """What the trainee does."""

    SILENT = auto()
    SPEAKING = auto()
    PAUSING = auto()


class Customer(Enum):
    """What the customer does."""

    QUIET = auto()
    SPEAKING = auto()
    HELD = auto()


@dataclass(slots=True)
class Turn:
    """The trainee's turn so far. `paused_at` is when its last stretch of speech ended."""

    began: float
    onset: float
    over_customer: bool
    paused_at: float | None = None
    pause: int = 0
    text: str | None = None
    so_far: str = ""
    p: float | None = None
    tried_at: float | None = None
    partial_at: float = 0.0
    pauses: list[tuple[float, float]] = field(default_factory=list)


@dataclass(slots=True)
class Floor:
    """One call's turns. `most_words` is the length of a monologue that the customer bears."""

    pace: Pace
    window_s: float
    most_words: int
    customer: Customer = Customer.QUIET
    turn: Turn | None = None
    _activity: Activity = field(init=False)
    _pauses: int = 0
    _stoppable: bool = True
    _insists_until: float = 0.0
    _cuts_in: bool = False
    _heard_at: float = 0.0

    def __post_init__(self) -> None:
        self._activity = Activity(self.window_s)

    @property
    def trainee(self) -> Trainee:
        """What the trainee does: it follows from their turn."""
        if self.turn is None:
            return Trainee.SILENT
        return Trainee.SPEAKING if self.turn.paused_at is None else Trainee.PAUSING

    def step(self, happening: Happening) -> list[Act]:
        """Take note of what happened; return what is to be done, in order."""
        match happening:
            case Window(at, p):
                self._heard_at = at
                return self._window(at, p)
            case Understood(pause=pause, text=text):
                return self._understood(pause, text)
            case Partly(text=text):
                return self._partly(self._heard_at, text)
            case Judged(pause=pause, p=p):
                if (turn := self._pausing(pause)) is not None:
                    turn.p = p
                return self._over(self._heard_at)
            case Began(at, last):
                self._began(at, last=last)
            case Ending():
                self._stoppable = False
            case Ended():
                self.customer = Customer.QUIET
        return []

    def _window(self, at: float, p: float) -> list[Act]:
        match self._activity.feed(at, p):
            case Onset(onset):
                return self._onset(at, onset)
            case Offset(offset):
                return self._offset(offset)
        if self.turn is not None and self.turn.paused_at is None:
            return [*self._goes_on(at, self.turn), *self._still_speaking(at, self.turn)]
        return self._over(at)

    # The trainee

    def _onset(self, at: float, onset: float) -> list[Act]:
        acts: list[Act] = [Talking(onset)]
        # What begins as the line ends is an answer, whatever words it has.
        over = self.customer is not Customer.QUIET and self._stoppable
        if self.turn is None:
            self.turn = Turn(onset, onset, over)
        elif self.turn.paused_at is not None:
            self.turn.pauses.append((self.turn.paused_at, onset))
        self.turn.onset, self.turn.paused_at, self.turn.text = onset, None, None
        self.turn.partial_at = onset
        return acts + self._hold(at)

    def _offset(self, offset: float) -> list[Act]:
        turn = self.turn
        if turn is None:
            return []
        self._pauses += 1
        turn.pause, turn.paused_at = self._pauses, offset
        turn.text, turn.p = None, None
        return [Transcribe(turn.pause, offset), Judge(turn.pause, offset)]

    def _still_speaking(self, at: float, turn: Turn) -> list[Act]:
        if turn.tried_at is not None and at - turn.tried_at >= CUT_IN_LATEST_S:
            return self._finish(turn, at, at, turn.so_far, OverBy.CUT_IN)
        every = SHORT_S if self.customer is Customer.HELD else PARTIAL_S
        if at - turn.partial_at >= every:
            turn.partial_at = at
            return [TranscribePart(at)]
        return []

    def _pausing(self, pause: int) -> Turn | None:
        """Return the turn, if this is where it pauses now."""
        turn = self.turn
        here = turn is not None and turn.paused_at is not None and turn.pause == pause
        return turn if here else None

    def _understood(self, pause: int, text: str) -> list[Act]:
        # Silence is counted on the sound's own clock: sound may come late.
        turn, at = self._pausing(pause), self._heard_at
        if turn is None or turn.paused_at is None:
            return []
        turn.text = turn.so_far = text
        self._weigh(at, turn)
        if turn.over_customer and only_listens(text):
            return self._only_listened(turn.began, turn.paused_at)
        if not text:
            return self._over(at)
        acts: list[Act] = []
        if self.customer is Customer.HELD:
            acts.append(self._yield(turn))
        return acts + self._over(at)

    def _partly(self, at: float, text: str) -> list[Act]:
        turn = self.turn
        if turn is None or turn.paused_at is not None:
            return []
        turn.so_far = text
        self._weigh(at, turn)
        if self.customer is Customer.HELD and not only_listens(text):
            return [self._yield(turn)]
        return []

    def _weigh(self, at: float, turn: Turn) -> None:
        """Notice a monologue that tries the customer's patience."""
        if turn.tried_at is None and len(turn.so_far.split()) > self.most_words:
            turn.tried_at = at

    def _over(self, at: float) -> list[Act]:
        """End the turn if its silence is long enough and its words are known."""
        turn = self.turn
        if turn is None or turn.paused_at is None or turn.text is None:
            return []
        silence = at - turn.paused_at
        if not turn.text:
            return self._forget(turn.began, turn.paused_at) if silence >= self.pace.sure_s else []
        if turn.tried_at is not None and silence >= CUT_IN_PAUSE_S:
            return self._finish(turn, at, turn.paused_at, turn.text, OverBy.CUT_IN)
        wait_s = self.pace.wait_s(turn.p, ending_of(turn.text))
        if self.customer is Customer.SPEAKING or silence < wait_s:
            return []
        by = OverBy.TIMER if silence >= self.pace.timer_s else OverBy.SOUND
        return self._finish(turn, at, turn.paused_at, turn.text, by)

    def _finish(self, turn: Turn, at: float, ended: float, text: str, by: OverBy) -> list[Act]:
        self._cuts_in = by is OverBy.CUT_IN
        # Whoever is cut into while they speak goes on with a new turn.
        goes_on = turn.paused_at is None
        self.turn = Turn(at, at, over_customer=False, partial_at=at) if goes_on else None
        return [TurnOver(at, text, turn.began, ended, by, tuple(turn.pauses))]

    def _forget(self, began: float, ended: float) -> list[Act]:
        self.turn = None
        return [Nothing(began, ended)]

    # The customer

    def _began(self, at: float, *, last: bool) -> None:
        self.customer, self._stoppable = Customer.SPEAKING, not last
        self._insists_until = at + INSIST_S if self._cuts_in else 0.0
        self._cuts_in = False

    def _hold(self, at: float) -> list[Act]:
        stoppable = self._stoppable and at >= self._insists_until
        if self.customer is not Customer.SPEAKING or not stoppable or self.turn is None:
            return []
        self.customer = Customer.HELD
        self.turn.over_customer = True
        return [Hold(self.turn.onset)]

    def _goes_on(self, at: float, turn: Turn) -> list[Act]:
        """The trainee speaks on: in the end the customer yields, whatever it was."""
        acts: list[Act] = []
        insisted = self._insists_until and at >= self._insists_until
        if self.customer is Customer.SPEAKING and insisted:
            acts += self._hold(at)
        if self.customer is Customer.HELD and at - turn.onset >= LONG_S:
            acts.append(self._yield(turn))
        return acts

    def _yield(self, turn: Turn) -> Yield:
        self.customer = Customer.QUIET
        turn.over_customer = False
        return Yield(turn.onset)

    def _only_listened(self, began: float, ended: float) -> list[Act]:
        held = self.customer is Customer.HELD
        if self.customer is Customer.QUIET:
            # The line was over before the sound was understood: it took no turn all the same.
            return self._forget(began, ended)
        self.turn, self.customer = None, Customer.SPEAKING
        return [GoOn(began, ended, held)]
