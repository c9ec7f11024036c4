"""How a call went, where it is known how the customer took it: resolution and efficiency."""

from __future__ import annotations

from core.beats import Act
from core.scenario import Outcome
from grading.context import Context

_HALF = 0.5
_FEW = 2


def settled(context: Context, words: int, *, timed: bool) -> tuple[int, str]:
    """Score the resolution of a call that was played; `words` is what the wordings alone earn.

    A kind no is a solution where the scenario says so: what counts is how the call ended.
    """
    if context.outcome is Outcome.BAD:
        return 1, f"The call did not end well. {context.ending}"
    if context.outcome is Outcome.GOOD:
        return _reached(context)
    if context.outcome is Outcome.NEUTRAL:
        return _otherwise(context, timed=timed)
    return _unfinished(context, words, timed=timed)


def _reached(context: Context) -> tuple[int, str]:
    if context.open_doubts:
        return 4, f"The call reached its goal. {context.ending} {_open(context)}"
    return 5, f"The call reached its goal. {context.ending}"


def _otherwise(context: Context, *, timed: bool) -> tuple[int, str]:
    """An end that is neither good nor bad: worth something when it was found out and is firm."""
    answered = any(d.resolved for d in context.doubts)
    looked = any(context.about(Act.TELL)) or (timed and answered)
    if not looked:
        return 2, f"The matter was not found out first. {context.ending}"
    left_out = any(s.asks and not s.met for s in context.steps)
    score = 4 if timed and not context.open_doubts and not left_out else 3
    return score, f"The call found an end, though not the best one. {context.ending}"


def _unfinished(context: Context, words: int, *, timed: bool) -> tuple[int, str]:
    left = next((s for s in context.steps if not s.met), None)
    if left is None and context.steps:
        why = "All steps were there; the customer was not yet content when the call ended."
        return (4 if timed else 3), f"{why} {_open(context)}".strip()
    if context.reached >= _HALF:
        # A question left out is a step that no promise makes good.
        most = 3 if any(s.asks and not s.met for s in context.steps) else 4
        why = "Most of the way was gone, and the call ended before it was settled."
        return max(3, min(words, most)), why
    if context.gained:
        return min(words, 3), "Something moved, and the matter itself stayed open."
    return min(words, 2), "Nothing was settled."


def _open(context: Context) -> str:
    doubt = next((d.words for d in context.doubts if d.raised and not d.resolved), "")
    return f"One doubt stayed open: “{doubt}”" if doubt else ""


def pace(context: Context) -> tuple[int, list[str]]:
    """Return the most that efficiency can come to, and what took time without moving anything.

    Each of what is named costs a point.
    """
    wasted: list[str] = []
    if context.times(Act.TELL_AGAIN):
        wasted.append("something was asked that the customer had told already")
    if context.times(Act.NUDGE):
        wasted.append("the customer had to ask whether you were still there")
    if context.times(Act.INTERRUPT):
        wasted.append("the customer had to break into a long speech")
    if context.times(Act.DOUBT) >= _FEW:
        wasted.append("the customer had to ask for a firm word more than once")
    if _idle(context) > _FEW:
        wasted.append(f"{_idle(context)} of your messages moved nothing forward")
    return _most(context), wasted


def _idle(context: Context) -> int:
    """Replies after which nothing was gained, the opening and the pleasantries left out."""
    return sum(not r.gained and not r.did(Act.OPEN, Act.GREET, Act.SOFTEN) for r in context.replies)


def _most(context: Context) -> int:
    if context.outcome is Outcome.GOOD:
        return 5
    nowhere = context.outcome is None and not context.reached
    if context.outcome is Outcome.BAD or nowhere or not context.gained:
        return 2
    return 4 if context.reached >= _HALF or context.outcome is Outcome.NEUTRAL else 3
