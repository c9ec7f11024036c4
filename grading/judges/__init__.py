"""The port behind which a judge stands: something that reads a call and says what it saw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from core.attempt import Speaker
from core.messages import Metric, Quote
from core.scenario import Outcome
from grading.rubric import Check, Criterion
from grading.transcript import Transcript

UNSURE = "The judge could not tell."

_BOTH = frozenset(Speaker)
_TRAINEE = frozenset({Speaker.TRAINEE})
# Whether a problem was solved is for the customer to say: their words are evidence of it.
_SEEN_BY_CUSTOMER = ("resol", "solv", "outcome", "satisf")


@dataclass(frozen=True, slots=True)
class Context:
    """What a judge is told besides the words.

    `goal` and `brief` are the scenario's. `outcome` is what the exit condition that ended the
    call says of it, None when the call ended otherwise or nothing is known. `warmed` counts
    the steps the customer's mood rose, negative when it fell. `open_doubts` counts objections
    raised and never laid to rest. `known` holds the scenario's own words, as one text.
    """

    goal: str = ""
    brief: str = ""
    outcome: Outcome | None = None
    warmed: int | None = None
    open_doubts: int | None = None
    metrics: tuple[Metric, ...] = ()
    known: str = ""

    def metric(self, metric_id: str) -> float | None:
        """Return the value of a metric; None when it is not there or does not apply."""
        return next((m.value for m in self.metrics if m.id == metric_id), None)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a judge says of one criterion: a score from 1 to 5, or None and the reason.

    `rationale` is for the trainee, `quotes` stand word for word in the call, and `better` is a
    better wording to try.
    """

    score: int | None
    rationale: str = ""
    quotes: tuple[Quote, ...] = ()
    reason: str = ""
    better: str = ""

    @classmethod
    def unscored(cls, reason: str) -> Judgement:
        """Return a judgement without a score, with the reason in a sentence."""
        return cls(None, reason=reason)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a judge says to a yes/no check; `passed` None: it could not be told, and why."""

    passed: bool | None
    reason: str = ""
    quotes: tuple[Quote, ...] = ()


class Judge(Protocol):
    """Reads a call. Never raises for what a provider or a model does: that is unscored."""

    @property
    def name(self) -> str:
        """What the score card says it was graded by."""
        ...

    @property
    def approximate(self) -> bool:
        """Whether the scores are estimates by rule rather than by reading."""
        ...

    @property
    def revisions(self) -> tuple[tuple[str, str], ...]:
        """What pins this judge: (part, digest), as in ("prompt", "3f2a…")."""
        ...

    async def judge(
        self, criterion: Criterion, transcript: Transcript, context: Context
    ) -> Judgement:
        """Score one criterion of a call in which the trainee said something."""
        ...

    async def check(self, check: Check, transcript: Transcript, context: Context) -> Answer:
        """Answer one yes/no check."""
        ...


def witnesses(criterion: Criterion | Check) -> frozenset[Speaker]:
    """Whose words may stand as evidence: the trainee's, and the customer's on a resolution."""
    named = f"{criterion.id} {criterion.name} {criterion.signal or ''}".lower()
    return _BOTH if any(stem in named for stem in _SEEN_BY_CUSTOMER) else _TRAINEE
