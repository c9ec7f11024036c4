"""The embedded judge: reads a call by rule, on this machine, and says what it saw."""

from __future__ import annotations

import asyncio
import re

from core.messages import Quote
from core.ports import Embedder
from grading.embedded.checks import answer
from grading.embedded.families import family_of
from grading.embedded.heard import Heard, hear
from grading.embedded.nearness import Nearness
from grading.embedded.overlap import content
from grading.judges import Answer, Context, Judgement
from grading.rubric import Check, Criterion
from grading.transcript import Transcript

REVISION = "2"
"""Goes up when a rule or a weight changes: scores of two revisions do not compare."""

_QUOTED = re.compile(r"[\u201c\"][^\u201d\"]{8,300}[\u201d\"]")
_RECITED = 0.75
_ENOUGH_WORDS = 5


class EmbeddedJudge:
    """A `Judge` of counts, rules and sentence vectors."""

    name = "the built-in grader"
    approximate = True
    revisions = (("embedded judge", REVISION),)

    def __init__(self, embedder: Embedder) -> None:
        self._nearness = Nearness(embedder)

    async def judge(
        self, criterion: Criterion, transcript: Transcript, context: Context
    ) -> Judgement:
        """Score one criterion, in a thread: it computes for some milliseconds."""
        return await asyncio.to_thread(self.score, criterion, transcript, context)

    async def check(self, check: Check, transcript: Transcript, context: Context) -> Answer:
        """Answer a check by what was said."""
        return answer(check, transcript, context)

    def score(self, criterion: Criterion, transcript: Transcript, context: Context) -> Judgement:
        """Score one criterion. Blocking."""
        heard = _without_recital(hear(transcript), criterion)
        if not any(turn.sentences for turn in heard.turns):
            return _nothing_for_the_customer(transcript)
        family = family_of(criterion, self._nearness)
        if family is None:
            return Judgement.unscored(
                f"The built-in grader has no means to judge “{criterion.name}”; a coach or a "
                "language model can."
            )
        return _frank(family.signal(heard, criterion, context, self._nearness), heard)


def _without_recital(heard: Heard, criterion: Criterion) -> Heard:
    """Leave out sentences that recite the rubric: its words are no evidence of the deed.

    Words that the rubric itself quotes are those that it wants to be said.
    """
    asked = content(_QUOTED.sub(" ", criterion.words))
    said = [(s, content(s.text)) for s in heard.sentences]
    recited = [
        s for s, w in said if len(w) >= _ENOUGH_WORDS and len(w & asked) >= _RECITED * len(w)
    ]
    return heard.without(recited) if recited else heard


def _nothing_for_the_customer(transcript: Transcript) -> Judgement:
    """Something was said, and all of it to the grader: that is not left open, it is a 1."""
    line = transcript.trainee[0]
    why = "I found no words that were meant for the customer; those for the grader do not count."
    return Judgement(1, why, (Quote(line.number, line.text.strip()),))


def _frank(judgement: Judgement, heard: Heard) -> Judgement:
    if judgement.score is None:
        return judgement
    # Where nothing was found, the first words show where it could have stood.
    quotes = judgement.quotes or tuple(s.quote for s in list(heard.sentences)[:1])
    aimed = " Words aimed at the grader were left out." * bool(heard.aimed)
    return Judgement(
        judgement.score,
        f"{judgement.rationale}{aimed}",
        quotes,
        better=judgement.better,
    )
