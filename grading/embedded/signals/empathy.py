"""Empathy: does the trainee feel along, early and in earnest, before solving?

A small linear model over five counts. Its weights were fitted by ridge regression (penalty 8, on
standardised counts) to the mean rating of three experts for 50 short support chats, and the
spread was stretched by 1.5, since a regression shrinks towards the middle. Over the rule stand
caps that follow from the words of the scale, not from data.
"""

from __future__ import annotations

from core.moods import Mood
from core.stances import Stance
from grading.embedded.better import acknowledge
from grading.embedded.cues import Cue
from grading.embedded.findings import best, bounded
from grading.embedded.formula import is_formula
from grading.embedded.heard import Heard, Sentence
from grading.embedded.signals.kindness import in_view_of_the_call, kind_turns, obliging
from grading.judges import Context, Judgement
from grading.rubric import Criterion

FEELS = (Cue.SYMPATHY, Cue.REACTION, Stance.APOLOGISES, Stance.ACKNOWLEDGES)
UNDERSTANDS = (Cue.VALIDATION, Cue.INFERENCE)
WARM = (*FEELS, *UNDERSTANDS, Cue.SHARED, Cue.WISH, Cue.SUPPORT)
COLD = (Cue.MINIMISE, Stance.DISMISSES, Stance.BLAMES)
SOLVES = (Stance.PROMISES, Stance.HAS_DONE, Stance.OFFERS)

BASE = 1.44
WEIGHTS = {"warm": 0.86, "early": 0.69, "feels": 0.72, "understands": 0.53, "cold": -0.41}
_ENOUGH = 3
"""Warm turns that suffice: a long call need not be warm in every line."""


def empathy(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score how the customer's feelings were met."""
    del criterion
    seen = counts(heard)
    score = bounded(BASE + sum(WEIGHTS[name] * value for name, value in seen.items()))
    score, why = _capped(score, heard, context)
    if context.played and not rude(heard):
        kind = kind_turns(heard, WARM)
        score, why = in_view_of_the_call(score, why, heard, context, kind)
    quotes = tuple(s.quote for s in best(_telling(heard, score)))
    upset = context.mood not in {Mood.CALM, Mood.HAPPY}
    better = "" if score == 5 else acknowledge(heard.transcript, upset=upset)  # noqa: PLR2004
    return Judgement(score, why, quotes, better=better)


def counts(heard: Heard) -> dict[str, float]:
    """Return what the model weighs, each between 0 and 2."""
    warm = [turn.shows(*WARM) for turn in heard.turns]
    return {
        "warm": min(1.0, sum(warm) / min(len(warm), _ENOUGH)),
        "early": float(warm[0]),
        "feels": min(2, len(heard.showing(*FEELS))),
        "understands": min(2, len(heard.showing(*UNDERSTANDS))),
        "cold": float(bool(heard.showing(*COLD))),
    }


def rude(heard: Heard) -> list[Sentence]:
    """The sentences that insult, or are rude without being warm at the same time."""
    return [
        sentence
        for sentence in heard.showing(Stance.RUDE, Cue.INSULT)
        if sentence.shows(Cue.INSULT) or not sentence.shows(*WARM, Stance.TAKES_OWNERSHIP)
    ]


def _capped(score: int, heard: Heard, context: Context) -> tuple[int, str]:
    if rude(heard):
        return 1, "Some words were rude, and that is what the customer will remember of the call."
    warm = heard.showing(*WARM)
    if not warm:
        return min(score, 2), "I found no words that meet how the customer feels."
    if all(is_formula(sentence.text) for sentence in warm):
        return min(score, 2), "There is a formula, and no sign yet that it was meant for them."
    if context.warmed is not None and context.warmed < 0:
        return min(score, 3), "There were kind words, and the customer still left in a worse mood."
    if _late(heard):
        return min(score, 3), "There were kind words, but only after the solving had begun."
    return score, _seen(heard, score)


def _late(heard: Heard) -> bool:
    """Whether something was solved in a turn before the first warm one."""
    for turn in heard.turns:
        if turn.shows(*WARM):
            return False
        if turn.shows(*SOLVES):
            return True
    return False


def _seen(heard: Heard, score: int) -> str:
    feels, understands = heard.showing(*FEELS), heard.showing(*UNDERSTANDS)
    parts = [
        "a kind word for how they feel" * bool(feels),
        "a sign that it makes sense" * bool(understands),
    ]
    named = " and ".join(part for part in parts if part) or "some warmth"
    early = "early on" if heard.turns[0].shows(*WARM) else "though not at the start"
    if heard.showing(*COLD):
        return f"I saw {named}, {early}; other words made the trouble sound small or their fault."
    if score >= 4:  # noqa: PLR2004 - the upper two
        return f"I saw {named}, {early}: the customer could tell that you were with them."
    return f"I saw {named}, {early}; a word more about what it means to them would carry further."


def _telling(heard: Heard, score: int) -> list[Sentence]:
    if score == 1:
        return rude(heard) or heard.showing(*COLD)
    warm = heard.showing(*FEELS, *UNDERSTANDS) or heard.showing(*WARM)
    warm = warm or [s for s in heard.sentences if obliging(s)]
    return warm if score > 2 else warm + heard.showing(*COLD)  # noqa: PLR2004
