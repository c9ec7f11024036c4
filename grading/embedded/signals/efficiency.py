"""Efficiency: direct without rushing. Five, less what cost the customer time."""

from __future__ import annotations

from core.messages import Quote
from core.stances import Stance
from grading.embedded.findings import best
from grading.embedded.heard import Heard, Sentence
from grading.embedded.overlap import content
from grading.embedded.signals.empathy import rude
from grading.embedded.signals.resolution import commitments
from grading.judges import Context, Judgement
from grading.metrics.wording import LONG, shaped
from grading.rubric import Criterion

_SLOW_S = 90.0
_VERY_SLOW_S = 240.0
_WALL_WORDS = 120
_SAME = 0.75
_RUSHED_WORDS = 6
_STALLS = 3

Fault = tuple[int, str, Quote | None]
"""Points lost, what happened, and where."""


def efficiency(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score how directly the call went, from what can be counted."""
    del criterion
    faults = [f for f in (_slow(context), _walls(heard), _twice(heard), _stalls(heard)) if f]
    if rushed := _rushed(heard):
        faults.append(rushed)
    score = max(1, 5 - sum(points for points, _, _ in faults))
    steps = commitments(heard)
    if not steps:
        # To be direct is to get somewhere: a call that led nowhere was no short way to anything.
        score = min(score, 3 if heard.showing(Stance.EXPLAINS) and not rude(heard) else 2)
        faults.append((0, "I found no step towards what the customer came for", None))
    if not faults:
        quotes = tuple(s.quote for s in best(steps))
        return Judgement(score, "Direct, with no long waits and nothing asked twice.", quotes)
    why = "; ".join(what for _, what, _ in faults) + "."
    why = why[0].upper() + why[1:]
    quotes = tuple(quote for _, _, quote in faults if quote is not None)
    return Judgement(score, why, quotes, better=_BETTER)


_BETTER = (
    "Try: “I have what I need. I am looking at your order now and will be back with you in a "
    "minute.” One thing at a time, and a word before each silence."
)


def _slow(context: Context) -> Fault | None:
    wait = context.metric("response_p90")
    if wait is None or wait <= _SLOW_S:
        return None
    points = 2 if wait > _VERY_SLOW_S else 1
    return points, f"the customer waited up to {wait:.0f} s for an answer", None


def _walls(heard: Heard) -> Fault | None:
    for turn in heard.turns:
        words = len(turn.line.text.split())
        if words > _WALL_WORDS or (words > LONG and not shaped(turn.line.text)):
            quote = turn.sentences[0].quote if turn.sentences else None
            return (2 if words > _WALL_WORDS else 1), f"one answer ran to {words} words", quote
    return None


def _twice(heard: Heard) -> Fault | None:
    questions: list[Sentence] = [s for s in heard.showing(Stance.ASKS) if "?" in s.text]
    for place, question in enumerate(questions):
        for earlier in questions[:place]:
            if earlier.turn != question.turn and _alike(earlier.text, question.text):
                return 1, "the same was asked twice", question.quote
    return None


def _alike(one: str, other: str) -> bool:
    words, more = content(one), content(other)
    return len(words) > 1 and len(words & more) >= _SAME * len(words | more)


def _stalls(heard: Heard) -> Fault | None:
    stalls = heard.showing(Stance.STALLS)
    if len(stalls) < _STALLS:
        return None
    return 1, f"the customer was asked to wait {len(stalls)} times", stalls[-1].quote


def _rushed(heard: Heard) -> Fault | None:
    words = sum(len(turn.line.text.split()) for turn in heard.turns)
    if words > _RUSHED_WORDS * max(2, len(heard.turns)):
        return None
    return 3, "the answers were so short that the matter had no room", _last(heard)


def _last(heard: Heard) -> Quote | None:
    said = [sentence.quote for sentence in heard.sentences]
    return said[-1] if said else None
