"""What happens in a call as far as turns are concerned, and what is to be done about it.

Moments (`at`, `began` and so on) are seconds. `pause` numbers the trainee's pauses: an answer
that comes when the trainee speaks again is known by it to be late.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Window:
    """A window of the trainee's sound has passed; `p` is the probability that it holds speech."""

    at: float
    p: float


@dataclass(frozen=True, slots=True)
class Understood:
    """The turn so far is transcribed up to this pause."""

    at: float
    pause: int
    text: str


@dataclass(frozen=True, slots=True)
class Partly:
    """Part of a turn that goes on is transcribed."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Judged:
    """The probability that the turn up to this pause sounds finished."""

    at: float
    pause: int
    p: float


@dataclass(frozen=True, slots=True)
class Began:
    """The customer's line is heard from now on. `last`: it ends the call and is not cut off."""

    at: float
    last: bool = False


@dataclass(frozen=True, slots=True)
class Ending:
    """So little of the line is left that nobody would stop for it."""

    at: float


@dataclass(frozen=True, slots=True)
class Ended:
    """The customer's line has been heard."""

    at: float


Happening = Window | Understood | Partly | Judged | Began | Ending | Ended


@dataclass(frozen=True, slots=True)
class Talking:
    """The trainee has begun to speak: a silence is over."""

    at: float


@dataclass(frozen=True, slots=True)
class Transcribe:
    """Transcribe the turn up to where it paused, and answer with Understood."""

    pause: int
    until: float


@dataclass(frozen=True, slots=True)
class TranscribePart:
    """Transcribe what there is of a turn that goes on, and answer with Partly."""

    until: float


@dataclass(frozen=True, slots=True)
class Judge:
    """Ask how finished the turn up to this pause sounds, and answer with Judged."""

    pause: int
    until: float


@dataclass(frozen=True, slots=True)
class Hold:
    """Let the customer fall silent at once; it may go on."""

    onset: float


@dataclass(frozen=True, slots=True)
class GoOn:
    """The trainee only listened: let the customer go on where it was heard last."""

    began: float
    ended: float
    held: bool


@dataclass(frozen=True, slots=True)
class Yield:
    """The trainee has taken the turn: the rest of the line is not said."""

    onset: float


class OverBy(StrEnum):
    """What a turn was taken for finished by."""

    SOUND = "sound"  # it sounded finished
    TIMER = "timer"  # nothing came any more
    CUT_IN = "cut_in"  # the customer's patience with a monologue


@dataclass(frozen=True, slots=True)
class TurnOver:
    """The trainee's turn is over: these words. It had sound from `began` to `ended`."""

    at: float
    text: str
    began: float
    ended: float
    by: OverBy
    pauses: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Nothing:
    """What sounded like a turn held no words: forget its sound."""

    began: float
    ended: float


Act = Talking | Transcribe | TranscribePart | Judge | Hold | GoOn | Yield | TurnOver | Nothing
