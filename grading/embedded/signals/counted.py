"""Signals that count: how often a kind of sentence was seen, or how much of it there was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.stances import Stance
from grading.embedded.better import acknowledge, ask
from grading.embedded.cues import Cue
from grading.embedded.findings import quotes
from grading.embedded.heard import Heard
from grading.embedded.signals.asking import found_out
from grading.judges import Context, Judgement
from grading.rubric import HIGHEST, LOWEST, Criterion

_BY_COUNT = (1, 3, 4, 5)
"""Scores for never, once, twice, more often."""
_AVOIDS = frozenset({"avoid", "avoids", "avoided", "without", "refrain", "refrains"})
_OWN = "“Leave this with me: I am doing it myself, and I will write to you when it is done.”"


@dataclass(frozen=True, slots=True)
class Counted:
    """Scores how often something good was seen. `what` names it for the rationale."""

    wanted: tuple[Cue | Stance, ...]
    what: str
    better: Callable[[Heard], str]

    def __call__(self, heard: Heard, criterion: Criterion, context: Context) -> Judgement:
        """Score how often it was seen."""
        del criterion, context
        seen = heard.showing(*self.wanted)
        score = _BY_COUNT[min(len(seen), len(_BY_COUNT) - 1)]
        why = f"I saw {self.what}." if seen else f"I found no {self.what}."
        better = "" if score == HIGHEST else self.better(heard)
        return Judgement(score, why, quotes(seen), better=better)


@dataclass(frozen=True, slots=True)
class Amount:
    """Scores how much there was of something that is not good in itself, such as advice.

    The scale of such a criterion says how much; one that asks for its absence ("avoids advice")
    turns the scale round.
    """

    wanted: tuple[Cue | Stance, ...]
    what: str

    def __call__(self, heard: Heard, criterion: Criterion, context: Context) -> Judgement:
        """Score the share of turns in which it was seen."""
        del context
        share = sum(turn.shows(*self.wanted) for turn in heard.turns) / len(heard.turns)
        much = LOWEST + round((HIGHEST - LOWEST) * share)
        wants_none = _AVOIDS & set(f"{criterion.name} {criterion.description}".lower().split())
        score = LOWEST + HIGHEST - much if wants_none else much
        why = f"I saw {self.what} in {share:.0%} of your messages."
        return Judgement(score, why, quotes(heard.showing(*self.wanted)))


_questions = Counted(
    (Cue.PROBE, Stance.CHECKS_BACK),
    "questions that find out more",
    lambda heard: ask(heard.transcript),
)


def discovery(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score questions: by what they brought out where that is known, else by their number."""
    if context.played:
        return found_out(heard, context)
    return _questions(heard, criterion, context)


ownership = Counted(
    (Stance.TAKES_OWNERSHIP, Stance.PROMISES, Stance.HAS_DONE),
    "words that take the matter on",
    lambda _: _OWN,
)
validation = Counted(
    (Cue.VALIDATION, Stance.ACKNOWLEDGES, Cue.REACTION),
    "words that let the feeling stand",
    lambda heard: acknowledge(heard.transcript),
)
advice = Amount((Cue.ADVICE,), "advice")
self_oriented = Amount((Cue.SHARED,), "words about yourself")
dismissing = Amount(
    (Cue.MINIMISE, Stance.DISMISSES, Stance.BLAMES, Cue.INSULT), "words that make it small"
)
