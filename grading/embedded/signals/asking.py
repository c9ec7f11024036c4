"""Asking, where it is known what the customer told for it: discovery, listening, building on it."""

from __future__ import annotations

from core.beats import Act
from core.scenario import Outcome
from grading.context import Context
from grading.embedded.better import ask
from grading.embedded.findings import quotes
from grading.embedded.heard import Heard, Sentence
from grading.judges import Judgement
from grading.rubric import HIGHEST

_BY_COUNT = (1, 3, 4, 5)
"""Scores for nothing learned, one thing, two, more."""
_MUCH = 3


def learned(context: Context) -> int:
    """How many different things the customer told because they were asked."""
    return len(set(context.about(Act.TELL, Act.USE_TOOL)))


def found_out(heard: Heard, context: Context) -> Judgement:
    """Score discovery by what was found out."""
    count = learned(context)
    score = _BY_COUNT[min(count, len(_BY_COUNT) - 1)]
    questions = [step for step in context.steps if step.asks]
    left = next((step for step in questions if not step.met), None)
    asked = _that_told(heard, context)
    if not count and asked:
        score = 2
    if count and questions and left is None and context.outcome is Outcome.GOOD:
        score = max(score, 4)
    if context.outcome is Outcome.BAD:
        score = min(score, 3)
    why = _what_was_learned(count)
    if left is not None:
        score = min(score, 4)
        why += f" One question was left: “{left.example}”"
    better = "" if score == HIGHEST else f"“{left.example}”" if left else ask(heard.transcript)
    return Judgement(score, why, quotes(asked or list(heard.sentences)[:1]), better=better)


def _what_was_learned(count: int) -> str:
    if not count:
        return "I found no question that got the customer to tell you something new."
    things = "one thing" if count == 1 else f"{count} things"
    return f"Your questions brought out {things} that the customer tells only when asked."


def _that_told(heard: Heard, context: Context) -> list[Sentence]:
    """The questions that were answered with something new, or else any question."""
    told = {r.turn - 1 for r in context.replies if r.did(Act.TELL, Act.USE_TOOL)}
    asked = [s for s in heard.sentences if "?" in s.text]
    return [s for s in asked if s.turn in told] or asked


def listened(judgement: Judgement, context: Context) -> Judgement:
    """Return a judgement of questions, no better than what the questions brought out."""
    if judgement.score is None or learned(context) or judgement.score <= 2:  # noqa: PLR2004
        return judgement
    why = "You asked, and the customer told you nothing new for it."
    return Judgement(2, why, judgement.quotes, better=judgement.better)


def built_upon(judgement: Judgement, context: Context) -> Judgement:
    """Return a judgement of uptake in view of what the proposal answered.

    Where the customer was asked, told, and agreed to what was proposed, it followed from that.
    """
    if judgement.score is None or context.outcome is Outcome.BAD:
        return judgement
    heard_out = learned(context) + sum(d.resolved for d in context.doubts)
    agreed = context.outcome is Outcome.GOOD
    floor = 4 if agreed and heard_out >= _MUCH else 3 if agreed and heard_out else 1
    if judgement.score >= floor:
        return judgement
    why = "What you proposed answered what the customer had told you, and they agreed to it."
    return Judgement(floor, why, judgement.quotes, better=judgement.better)
