"""Efficiency: direct without rushing. Five, less what cost the customer time."""

from __future__ import annotations

from core.messages import Quote
from core.scenario import Outcome
from core.stances import Stance
from grading.embedded.findings import best
from grading.embedded.heard import Heard, Sentence
from grading.embedded.overlap import content
from grading.embedded.signals.course import pace
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
_MOST_OF_IT = 0.5

Fault = tuple[int, str, Quote | None]
"""Points lost, what happened, and where."""


def efficiency(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score how directly the call went, from what can be counted."""
    del criterion
    faults = [f for f in (_slow(context), _walls(heard), _twice(heard), _stalls(heard)) if f]
    if (rushed := _rushed(heard)) and context.outcome is not Outcome.GOOD:
        faults.append(rushed)
    if context.played:
        most, wasted = pace(context)
        faults += [(1, what, None) for what in wasted]
    else:
        most = _got_somewhere(heard)
    score = max(1, min(most, 5 - sum(points for points, _, _ in faults)))
    return _told(heard, score, faults, context)


def _got_somewhere(heard: Heard) -> int:
    """To be direct is to get somewhere: a call that led nowhere was no short way to anything."""
    if commitments(heard):
        return 5
    return 3 if heard.showing(Stance.EXPLAINS) and not rude(heard) else 2


def _told(heard: Heard, score: int, faults: list[Fault], context: Context) -> Judgement:
    quotes = tuple(quote for _, _, quote in faults if quote is not None)
    quotes = quotes or tuple(s.quote for s in best(commitments(heard)))
    said = "; ".join(what for _, what, _ in faults)
    if score == 5:  # noqa: PLR2004 - the top
        why = "Direct, with no long waits and nothing asked twice."
    elif context.outcome is Outcome.GOOD:
        why = f"You got there, and {said}."
    elif context.outcome is Outcome.BAD:
        why = f"The call was short because the customer gave up{f'; {said}' if said else ''}."
    elif not context.played and said:
        why = f"{said[0].upper()}{said[1:]}."
    elif context.outcome is Outcome.NEUTRAL and not said:
        why = "Direct; a question more could have led to a better end."
    elif context.reached >= _MOST_OF_IT and not said:
        why = "Direct; the customer had not yet said that all was settled when the call ended."
    else:
        why = f"The matter was not brought to its end{f'; {said}' if said else ''}."
    return Judgement(score, why, quotes, better=next((b for b in map(_better, faults) if b), ""))


def _better(fault: Fault) -> str:
    return next((better for word, better in _BETTER.items() if word in fault[1]), "")


_BETTER = {
    "wait": "“I am looking at it now and will be back with you in a minute.”",
    "still there": "“I am still here; give me one more minute and you have your answer.”",
    "words": "“In short: this is how it is, and this is what I do now. Shall I tell you more?”",
    "speech": "“In short: this is how it is, and this is what I do now. Shall I tell you more?”",
    "firm word": "“Yes, I am doing it, and I will tell you by when.”",
}


def _slow(context: Context) -> Fault | None:
    wait = context.metric("response_p90")
    if wait is None or wait <= _SLOW_S:
        return None
    points = 2 if wait > _VERY_SLOW_S else 1
    return points, f"the customer waited up to {wait:.0f} s for an answer", None


def _walls(heard: Heard) -> Fault | None:
    for turn in heard.turns:
        words = len(turn.line.text.split())
        # What is said has no paragraphs; too much of it is too much all the same.
        shapeless = not heard.transcript.spoken and not shaped(turn.line.text)
        if words > _WALL_WORDS or (words > LONG and shapeless):
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
