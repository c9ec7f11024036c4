"""The port behind which a judge stands: something that reads a call and says what it saw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from core.attempt import Speaker
from core.messages import Quote
from grading.context import Context
from grading.rubric import Check, Criterion
from grading.transcript import Transcript

__all__ = ["HUNG_UP", "UNSURE", "Answer", "Context", "Judge", "Judgement", "witnesses"]

HUNG_UP = "The customer ended the call, so there was no room left for a goodbye."
UNSURE = "The judge could not tell."

_BOTH = frozenset(Speaker)
_TRAINEE = frozenset({Speaker.TRAINEE})
# Whether a problem was solved is for the customer to say: their words are evidence of it.
_SEEN_BY_CUSTOMER = ("resol", "solv", "outcome", "satisf")


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
