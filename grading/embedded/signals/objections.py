"""Objection handling: was a doubt met with understanding, an answer, and a look back?"""

from __future__ import annotations

import re

from core.stances import Stance
from grading.embedded.cues import Cue
from grading.embedded.findings import best
from grading.embedded.heard import Heard, Spoken
from grading.judges import Context, Judgement
from grading.rubric import Criterion

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
    "Try: “I see why you ask, after what you were told before. This time I am "
    "doing it myself, and "
    "you will have it in writing. Does that settle it for you?”"
)


def objections(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score how doubts were met; unscored when the customer raised none that I can see."""
    del criterion
    met = [turn for turn in heard.turns if _answers_a_doubt(heard, turn)]
    if not met:
        return Judgement.unscored("I did not see the customer raise an objection.")
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
    quotes = tuple(s.quote for s in best(seen))
    return Judgement(score, why, quotes, better="" if score == 5 else _BETTER)  # noqa: PLR2004


def _answers_a_doubt(heard: Heard, turn: Spoken) -> bool:
    before = heard.transcript.before(turn.line.number)
    return any(_DOUBT.search(line.text.replace("\u2019", "'")) for line in before)
