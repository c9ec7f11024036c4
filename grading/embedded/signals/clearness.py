"""Clarity: can the customer tell what is, what was agreed, and what is not possible?

Fluency is about how it reads; this is about what one knows afterwards.
"""

from __future__ import annotations

import re

from core.beats import Act
from core.scenario import Outcome
from core.stances import Stance
from grading.context import Context
from grading.embedded.findings import quotes
from grading.embedded.heard import Heard
from grading.embedded.signals.conduct import fluency
from grading.embedded.signals.vagueness import VAGUE, vague_share
from grading.judges import Judgement
from grading.rubric import HIGHEST, LOWEST, Criterion

_CONCRETE = re.compile(
    r"\d|\b(?:today|tomorrow|now|(?:mon|tues|wednes|thurs|fri|satur|sun)day|this (?:morning|"
    r"afternoon|evening|week)|noon|o'clock|two|three|four|five|ten|thirty|days?|weeks?)\b",
    re.IGNORECASE,
)
_REASON = re.compile(r"\b(?:because|since|as|so that|after|within|thirty|days?)\b|:", re.IGNORECASE)
_CLEAR_NO = re.compile(r"\b(?:clear|kind|plain)\w* no\b|\bno said\b|\bsaying no\b", re.IGNORECASE)
_AT_ONCE = 3
_BETTER_NO = "“I can't do that, and I will tell you why. What I can do instead is this, today.”"
_BETTER = "“In short: this is what I do, this is when, and this is what it costs you.”"
_HALF = 0.5


def clearness(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score clarity: a clear no where one is asked for, else what the customer can rely on."""
    if not context.played:
        return fluency(heard, criterion, context)
    if _CLEAR_NO.search(criterion.words):
        return _the_no(heard, context)
    read = fluency(heard, criterion, context)
    faults = _faults(heard, context)
    score = max(LOWEST, (read.score or HIGHEST) - sum(points for points, _ in faults))
    if not any(_CONCRETE.search(s.text) for s in heard.sentences):
        faults.append((1, "there was no figure, day or time to hold on to"))
        score = min(score, 3)
    if not faults:
        return read
    why = "; ".join(what for _, what in faults)
    return Judgement(score, f"{why[0].upper()}{why[1:]}.", read.quotes, better=_BETTER)


def _faults(heard: Heard, context: Context) -> list[tuple[int, str]]:
    faults = []
    vague = vague_share(heard)
    if vague >= _HALF:
        faults.append((3, "much of it was vague, so that the customer had to guess"))
    if any(sum("?" in s.text for s in turn.sentences) >= _AT_ONCE for turn in heard.turns):
        faults.append((1, "several questions came at once"))
    if context.times(Act.CONFUSED):
        faults.append((1, "the customer had to ask what was meant"))
    if context.outcome is Outcome.BAD or not context.gained:
        faults.append((1, "the customer did not learn what they could count on"))
    return faults


def _the_no(heard: Heard, context: Context) -> Judgement:
    refusals = heard.showing(Stance.REFUSES)
    if context.outcome is Outcome.BAD and not refusals:
        return Judgement(1, f"There was no clear no. {context.ending}", better=_BETTER_NO)
    if not refusals or vague_share(heard) >= _HALF:
        why = "I heard no clear no, so the customer has to keep trying."
        seen = [s for s in heard.sentences if VAGUE.search(s.text)] or list(heard.sentences)[:1]
        return Judgement(2, why, quotes(seen), better=_BETTER_NO)
    turn = next(t for t in heard.turns if refusals[0] in t.sentences)
    reason = any(_REASON.search(s.text) for s in turn.sentences)
    offered = [
        s for s in heard.showing(Stance.OFFERS, Stance.PROMISES) if s.turn >= refusals[0].turn
    ]
    if context.outcome is Outcome.BAD:
        return Judgement(2, f"The no was said, and not kindly. {context.ending}", quotes(refusals))
    score = 3 + reason + bool(reason and (offered or context.outcome is Outcome.GOOD))
    why = (
        "The no was clear; the reason for it was missing.",
        "The no was clear, with its reason; what is possible instead came late or not at all.",
        "The no was clear, with its reason, and you went on to what is possible.",
    )[score - 3]
    better = "" if score == HIGHEST else _BETTER_NO
    return Judgement(score, why, quotes([*refusals[:1], *offered[:1]]), better=better)
