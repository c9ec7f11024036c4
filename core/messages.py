"""What the product says. Every surface renders every one of these.

A message holds what there is to say, never how it looks: no markup, no platform's words. Times
are UTC, durations in seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.attempt import EndReason
from core.scenario import Document, Mode, Outcome


@dataclass(frozen=True, slots=True)
class Face:
    """The customer as it is shown: its name and the file name of its picture ("" for none)."""

    name: str
    picture: str = ""


@dataclass(frozen=True, slots=True)
class AssignmentOffered:
    """A new assignment for a trainee."""

    assignment: str
    title: str
    goal: str
    customer: Face
    documents: tuple[Document, ...]
    time_limit_s: int
    mode: Mode
    assigned_by: str
    due_at: datetime | None
    attempts: int | None


@dataclass(frozen=True, slots=True)
class Briefing:
    """What to know before the call."""

    assignment: str
    title: str
    goal: str
    brief: str
    customer: Face
    documents: tuple[Document, ...]
    time_limit_s: int
    mode: Mode
    attempts_left: int | None


@dataclass(frozen=True, slots=True)
class CallOpened:
    """The head of a call's thread."""

    attempt: str
    assignment: str | None
    title: str
    goal: str
    customer: Face
    documents: tuple[Document, ...]
    deadline: datetime


@dataclass(frozen=True, slots=True)
class TraineeSaid:
    """The trainee's own words, for surfaces that do not show them by themselves."""

    attempt: str
    turn: int
    name: str
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class CustomerSaid:
    """A line of the customer's. `shows` is a picture or document that it sends along."""

    attempt: str
    turn: int
    customer: Face
    text: str
    shows: Document | None = None


@dataclass(frozen=True, slots=True)
class TimeWarning:
    """So much time is left, in seconds."""

    attempt: str
    left_s: int


@dataclass(frozen=True, slots=True)
class CallEnded:
    """The call is over, and why. `description` is the exit condition's, where that was why."""

    attempt: str
    reason: EndReason
    outcome: Outcome
    description: str
    customer: Face
    lasted_s: int
    turns: int


@dataclass(frozen=True, slots=True)
class Quote:
    """Evidence: words that stand in the turn of this number."""

    turn: int
    text: str


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """One criterion on the card. `score` is 1 to 5, None when unscored, with the reason.

    `weight` is its share of the overall score, `before` the score of the last attempt,
    `minimum` the mandatory minimum where there is one, `better` what to try in better words.
    """

    id: str
    name: str
    score: int | None
    weight: float
    rationale: str
    quotes: tuple[Quote, ...] = ()
    reason: str = ""
    minimum: int | None = None
    before: int | None = None
    better: str = ""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A yes/no check; None when it could not be told."""

    id: str
    name: str
    passed: bool | None
    reason: str = ""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Metric:
    """A counted figure, ready to be shown: 12.5 "s", 43 "%"; `value` None: not applicable."""

    id: str
    name: str
    value: float | None
    unit: str = ""
    band: str = ""


@dataclass(frozen=True, slots=True)
class Scoring:
    """The call is being scored."""

    attempt: str


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """The result of one score run. `overall` is 1 to 5; None when nothing could be scored."""

    attempt: str
    run: str
    title: str
    overall: float | None
    verdict: str
    why: str
    criteria: tuple[CriterionScore, ...]
    checks: tuple[CheckResult, ...]
    metrics: tuple[Metric, ...]
    overall_before: float | None
    graded_by: str
    approximate: bool
    assignment: str | None = None
    attempts_left: int | None = None


@dataclass(frozen=True, slots=True)
class CoachSaid:
    """A coach's words to the trainee; `quote` is the turn they are about, where they name one."""

    attempt: str
    comment: str
    coach: str
    text: str
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class ReviewAsked:
    """For the coach: an attempt that wants a look, and why."""

    attempt: str
    trainee: str
    title: str
    why: str
    overall: float | None
    lines: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class BreakReported:
    """For the scenario's owner: the customer fell out of its part in these lines."""

    attempt: str
    scenario: str
    title: str
    trainee: str
    lines: tuple[Quote, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A short word back to the person who asked for something: it is done."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Something could not be done: why, and how to mend it. `reference` finds it in the log."""

    sentence: str
    mend: str = ""
    reference: str = ""


Message = (
    AssignmentOffered
    | Briefing
    | CallOpened
    | TraineeSaid
    | CustomerSaid
    | TimeWarning
    | CallEnded
    | Scoring
    | ScoreCard
    | CoachSaid
    | ReviewAsked
    | BreakReported
    | Noted
    | Refused
)


@dataclass(frozen=True, slots=True)
class ToPerson:
    """Addressed to somebody directly."""

    person: str


@dataclass(frozen=True, slots=True)
class ToThread:
    """Addressed to the thread of an attempt, where its trainee and coaches are."""

    attempt: str


Address = ToPerson | ToThread


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message on its way. `id` is remembered by the surface, so that it is shown once.

    `not_before` is when it may be delivered at the earliest: the customer takes time to write.
    """

    id: str
    workspace: str
    to: Address
    message: Message
    at: datetime
    not_before: datetime | None = None
