"""Objection handling: was a doubt met with understanding, an answer, and a look back?"""

from __future__ import annotations

import re

from core.beats import Act
from core.messages import Quote
from core.scenario import Outcome
from core.stances import Stance
from grading.context import Context, Doubt
from grading.embedded.cues import Cue
from grading.embedded.findings import best, quotes
from grading.embedded.heard import Heard, Spoken
from grading.judges import Judgement
from grading.rubric import HIGHEST, Criterion

_DOUBT = re.compile(
    r"\b(?:but|why (?:should|would)|too (?:expensive|much|long|late)|not (?:sure|"
    r"convinced|interested|enough)|"
    r"i don'?t (?:think|believe|want|need|see|trust)|already (?:have|been|told)|"
    r"expensive|competitor|think about it|"
    r"no time|budget|can'?t afford|how do i know)\b",
    re.IGNORECASE,
)
_MEETS = (Cue.VALIDATION, Cue.REACTION, Cue.SYMPATHY, Stance.ACKNOWLEDGES, Stance.AGREES)
_ANSWERS = (Stance.EXPLAINS, Stance.PROMISES, Stance.HAS_DONE, Stance.OFFERS)
_LOOKS_BACK = (Stance.CHECKS_BACK, Cue.PROBE, Stance.ASKS)
_BETTER = (
    "“I see why you ask. May I tell you how it is with us, and then you say whether that will do?”"
)
_HALF = 0.5


def objections(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score how doubts were met; unscored when the customer raised none that I can see."""
    del criterion
    if context.played and context.doubts:
        return _played(heard, context)
    met = [turn for turn in heard.turns if _answers_a_doubt(heard, turn)]
    if not met:
        return Judgement.unscored("I did not see the customer raise an objection.")
    return _in_words(met, context)


def _in_words(met: list[Spoken], context: Context) -> Judgement:
    parts = (_MEETS, _ANSWERS, _LOOKS_BACK)
    total = sum(any(turn.shows(*part) for turn in met) for part in parts)
    score = min((1, 2, 4, 5)[total], 5 if not context.open_doubts else 3)
    why = (
        "The doubt was passed over.",
        "The doubt was met with half an answer.",
        "The doubt was taken seriously and answered.",
        "The doubt was understood, answered, and checked.",
    )[total]
    if context.open_doubts:
        why += " One doubt was still open at the end."
    seen = [s for turn in met for s in turn.sentences if s.shows(*_MEETS, *_ANSWERS)]
    found = tuple(s.quote for s in best(seen))
    return Judgement(score, why, found, better="" if score == HIGHEST else _BETTER)


def _played(heard: Heard, context: Context) -> Judgement:
    """By what became of each doubt: the customer says whether an answer will do."""
    faced = [d for d in context.doubts if d.raised or d.resolved]
    answered = [d for d in faced if d.resolved]
    if not faced:
        return _none_came(heard, context)
    share = len(answered) / len(faced)
    replies = _replies_to_doubts(heard, context)
    score = _score(share, heard, context)
    left = next((d for d in faced if not d.resolved), None)
    why = _what_became(len(answered), len(faced), left)
    if context.outcome is Outcome.BAD:
        score, why = min(score, 2), f"{why} {context.ending}"
    return Judgement(score, why, replies, better="" if score == HIGHEST else _BETTER)


def _score(share: float, heard: Heard, context: Context) -> int:
    if not share:
        return 2 if heard.showing(*_ANSWERS) and context.gained else 1
    if share < 1:
        return 3 if share >= _HALF else 2
    explored = heard.showing(*_LOOKS_BACK)
    return HIGHEST if context.outcome is Outcome.GOOD and explored else 4


def _what_became(answered: int, faced: int, left: Doubt | None) -> str:
    if left is None:
        return "Every doubt that came up was answered."
    count = f"{answered} of {faced} doubts were answered" if answered else "No doubt was answered"
    return f"{count}; this one stayed open: “{left.words}”" if left.words else f"{count}."


def _none_came(heard: Heard, context: Context) -> Judgement:
    if context.outcome in {Outcome.GOOD, None} and context.gained:
        return Judgement.unscored("The customer raised no objection in this call.")
    why = "The call did not get to the point at which doubts are spoken of and can be answered."
    return Judgement(2, why, quotes(list(heard.sentences)[-1:]), better=_BETTER)


def _replies_to_doubts(heard: Heard, context: Context) -> tuple[Quote, ...]:
    """What was said just before the customer accepted an answer, or else after a doubt."""
    accepted = {r.turn - 1 for r in context.replies if r.did(Act.ACCEPT)}
    raised = {r.turn + 1 for r in context.replies if r.did(Act.OBJECT, Act.OBJECT_AGAIN)}
    told = [s for s in heard.sentences if s.turn in (accepted or raised)]
    return quotes(told or list(heard.sentences)[-1:])


def _answers_a_doubt(heard: Heard, turn: Spoken) -> bool:
    before = heard.transcript.before(turn.line.number)
    return any(_DOUBT.search(line.text.replace("\u2019", "'")) for line in before)
