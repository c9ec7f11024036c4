"""Calls: offered, under way, over."""

from __future__ import annotations

from datetime import datetime
from math import ceil

from bots.chat.words.figures import attempts_left, name, title
from core.attempt import EndReason
from core.messages import (
    AssignmentOffered,
    Briefing,
    CallEnded,
    CallJoined,
    CallLeft,
    CallOffered,
    CallOpened,
)
from core.scenario import Mode, Outcome
from core.wording import counted, due, lasting, sentence

_MINUTE = 60
_HOW = {Mode.CHAT: "", Mode.VOICE: ", by voice", Mode.HYBRID: ", by chat or by voice"}

ACCEPTED = "Accepted. The briefing has what you need to begin."
PUT_OFF = "Put off for now. It waits for you here and in My Training."
USED_UP = "No attempts are left. Ask your coach if you would like another one."
END_ASKED = "End this call?"
END_MEANS = "You will be scored on what was said so far."
WRAP_UP = "Time to wrap up."
SCORING = "Every line is being read again. This takes a moment."
COME_AGAIN = "You have left the call. You can join again while there is time."


def named(offer: AssignmentOffered) -> str:
    """The offer's title, set off."""
    return f"“{title(offer.title)}”"


def offered(offer: AssignmentOffered, tz: str, now: datetime) -> str:
    """What an offer announces."""
    when = f" {sentence(due(offer.due_at, tz, now))}." if offer.due_at else ""
    return f"{named(offer)} is a new practice call for you, with {name(offer.customer.name)}.{when}"


def with_whom(offer: AssignmentOffered | Briefing) -> str:
    """With Dana, by voice · 10 minutes."""
    return f"With {name(offer.customer.name)}{_HOW[offer.mode]} · {lasting(offer.time_limit_s)}"


def briefed(brief: Briefing) -> str:
    """With Dana · 10 minutes · 2 attempts left."""
    over = brief.attempts_left == 0
    return with_whom(brief) + ("" if over else f" · {attempts_left(brief.attempts_left)}")


def tries(offer: AssignmentOffered) -> str:
    """2 attempts; nothing where any number will do."""
    return "" if offer.attempts is None else counted(offer.attempts, "attempt")


def first_word(call: CallOpened) -> str:
    """Dana writes first."""
    first = "speaks first" if call.mode is Mode.VOICE else "writes first"
    return f"{name(call.customer.name)} {first}"


def over(lasted_s: int | None) -> str:
    """Call ended after 4 min 12 s."""
    return f"Call ended after {lasting(lasted_s or 0)}"


def headed(call: CallOpened, lasted_s: int | None) -> str:
    """What the head of a call announces, while it runs and after."""
    if lasted_s is not None:
        return f"{over(lasted_s)}: {title(call.title)}."
    return f"{title(call.title)}. {first_word(call)}."


def kind(call: CallOpened) -> str:
    """What kind of call it is."""
    return "Practice call by voice" if call.mode is Mode.VOICE else "Practice call"


def not_begun(*, own: bool) -> str:
    """From when the time of a call runs that nobody has joined."""
    return "The time runs from when you join." if own else "The time runs from joining."


def time_left(deadline: datetime, now: datetime) -> str:
    """4 minutes left; nothing where the time is up."""
    left = (deadline - now).total_seconds()
    if left <= 0:
        return ""
    words = "less than a minute" if left < _MINUTE else counted(ceil(left / _MINUTE), "minute")
    return f"{words} left"


def why_ended(call: CallEnded, *, own: bool) -> str:
    """Who or what ended the call."""
    return {
        EndReason.TRAINEE: "You ended the call." if own else "The trainee ended the call.",
        EndReason.TIME: "The time is up.",
        EndReason.EXIT: f"{name(call.customer.name)} ended the call.",
    }[call.reason]


def kindly(call: CallEnded) -> str:
    """A word about an ending that the scenario foresees."""
    if call.reason is not EndReason.EXIT:
        return ""
    return {
        Outcome.GOOD: "That is a good ending.",
        Outcome.NEUTRAL: "",
        Outcome.BAD: "A hard one: the score will show what to try next time.",
    }[call.outcome]


def length(call: CallEnded) -> str:
    """4 min 12 s · 9 lines."""
    return f"{lasting(call.lasted_s)} · {counted(call.turns, 'line')}"


def call_offered(offer: CallOffered) -> str:
    """Whether the trainee would like to call."""
    what = f"{title(offer.title)} with {name(offer.customer.name)}"
    if offer.attempt is None:
        return f"Would you like to practise {what}?"
    return f"{what} is waiting for you."


def joined(call: CallJoined, *, own: bool) -> str:
    """Somebody has come to the call page."""
    return f"{'You have' if own else f'{name(call.name)} has'} joined the call."


def left(call: CallLeft, *, own: bool) -> str:
    """Somebody's call page is closed or lost."""
    return COME_AGAIN if own else f"{name(call.name)} has left the call."
