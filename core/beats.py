"""What the customer does next, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.moods import Mood


class Act(StrEnum):
    """One thing the customer can do in a line. Authored lines are filed under these names."""

    OPEN = "open"  # the scripted opening line
    GREET = "greet"
    SOFTEN = "soften"  # answers kindness
    OFFENCE = "offence"  # answers rudeness or blame
    TELL = "tell"  # gives a fact that was asked for
    TELL_AGAIN = "tell_again"
    DOES_NOT_KNOW = "does_not_know"
    USE_TOOL = "use_tool"
    OBJECT = "object"  # raises an objection
    OBJECT_AGAIN = "object_again"
    ACCEPT = "accept"  # an objection has been answered
    PUSH_BACK = "push_back"  # answers a refusal
    DOUBT = "doubt"  # answers a hedge: wants something firmer
    WAIT = "wait"  # answers "one moment"
    FOLLOW = "follow"  # has understood an explanation
    CONFUSED = "confused"  # has not understood
    PRESS = "press"  # comes back to its own concern
    CONFIRM = "confirm"  # answers "is that right?"
    CONSIDER = "consider"  # answers an offer or a promise it is not yet content with
    TANGENT = "tangent"
    RETURN = "return"  # comes back from a tangent
    INTERRUPT = "interrupt"  # cuts into a monologue
    DEFLECT = "deflect"  # stays in character under attack
    HURT = "hurt"  # answers threats and abuse
    PUZZLED = "puzzled"  # words that have nothing to do with the matter
    ILLEGIBLE = "illegible"  # an emoji alone, keys at random, nothing
    NUDGE = "nudge"  # a second message into silence
    LOST = "lost"  # the line was gone for a moment
    LEAVE_SILENCE = "leave_silence"
    LEAVE_RUDE = "leave_rude"
    LEAVE_STUCK = "leave_stuck"
    CLOSE = "close"  # an exit condition is met
    GOODBYE = "goodbye"  # answers the trainee's goodbye


@dataclass(frozen=True, slots=True)
class Move:
    """An act and what it is about: the id of a fact, objection, tool, tangent or exit."""

    act: Act
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Beat:
    """What the customer will convey in one line: its moves, in order, in this mood."""

    moves: tuple[Move, ...]
    mood: Mood

    @property
    def ends_call(self) -> bool:
        """Whether the customer hangs up after this line."""
        return any(move.act in _LAST for move in self.moves)


_LAST = frozenset({Act.LEAVE_SILENCE, Act.LEAVE_RUDE, Act.LEAVE_STUCK, Act.CLOSE})
