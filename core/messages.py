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
    """A new assignment for a trainee; `why` says what it follows from, where it follows."""

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
    why: str = ""


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
    """The head of a call's thread. `deadline` None: the time runs from when the trainee joins."""

    attempt: str
    assignment: str | None
    title: str
    goal: str
    customer: Face
    documents: tuple[Document, ...]
    deadline: datetime | None
    mode: Mode = Mode.CHAT


@dataclass(frozen=True, slots=True)
class CallJoined:
    """Somebody has come to the call page of a call by voice."""

    attempt: str
    person: str
    name: str
    deadline: datetime | None = None


@dataclass(frozen=True, slots=True)
class CallLeft:
    """Somebody's call page is closed or lost."""

    attempt: str
    person: str
    name: str


@dataclass(frozen=True, slots=True)
class CallOffered:
    """The trainee may call here: for a call under way (`attempt`) or for an assignment."""

    assignment: str
    title: str
    customer: Face
    attempt: str | None = None


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
    """For the coaches: an attempt that wants a look, and why in a sentence.

    `coaches` are the people whose words count as feedback, as (id, name); `lines` those to look
    at first; `reason` is "low", "high", "sample" or "asked".
    """

    attempt: str
    trainee: str
    title: str
    why: str
    overall: float | None
    lines: tuple[Quote, ...] = ()
    verdict: str = ""
    reason: str = "asked"
    coaches: tuple[tuple[str, str], ...] = ()
    trainee_id: str = ""


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A turn of the call as the coach sees it; comments may be anchored to it."""

    attempt: str
    turn: int
    speaker: str
    text: str
    by_trainee: bool
    into_s: int


@dataclass(frozen=True, slots=True)
class Adjusted:
    """A criterion that the coach scored otherwise: both numbers, and why."""

    id: str
    name: str
    was: int | None
    now: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The coach's review, for the trainee and for where it was asked for.

    `overall_was` is the score before the adjustments; `next_step` is "none", "one_to_one",
    "remedial" or "new_attempt", and `next_title` the remedial scenario's title.
    """

    attempt: str
    review: str
    title: str
    trainee: str
    coach: str
    verdict: str
    words: str
    overall: float | None
    overall_was: float | None
    adjusted: tuple[Adjusted, ...]
    next_step: str
    next_title: str = ""
    meet_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OneToOne:
    """To coach and trainee each: they are to talk about an attempt, at a moment if one is set."""

    attempt: str
    title: str
    other: str
    other_name: str
    by_coach: bool
    meet_at: datetime | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class ResultShared:
    """The short form for a team's channel. What its settings do not let it see is None."""

    attempt: str
    trainee: str
    title: str
    verdict: str | None
    overall: float | None
    medal: str | None = None


@dataclass(frozen=True, slots=True)
class CriterionMean:
    """The average of a criterion over a team's attempts, 1 to 5, and the same a period before."""

    name: str
    mean: float
    before: float | None
    attempts: int


@dataclass(frozen=True, slots=True)
class HelpNeeded:
    """Somebody who may need help: why, and the criterion to begin with ("" for none)."""

    person: str
    name: str
    why: tuple[str, ...]
    begin_with: str = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """A manager's look at a period, of the people they manage.

    `done` and `overdue` count assignments, `attempts` calls of the period that were scored;
    `waiting` are reviews that coaches have not given yet.
    """

    since: datetime
    until: datetime
    teams: tuple[str, ...]
    people: int
    attempts: int
    done: int
    overdue: int
    waiting: int
    overall: float | None
    overall_before: float | None
    criteria: tuple[CriterionMean, ...]
    help: tuple[HelpNeeded, ...]


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
    | CallJoined
    | CallLeft
    | CallOffered
    | TraineeSaid
    | CustomerSaid
    | TimeWarning
    | CallEnded
    | Scoring
    | ScoreCard
    | CoachSaid
    | ReviewAsked
    | ReviewLine
    | Reviewed
    | OneToOne
    | ResultShared
    | Digest
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


@dataclass(frozen=True, slots=True)
class ToReview:
    """Addressed to wherever a coach was asked to review the attempt; may be several places."""

    attempt: str


@dataclass(frozen=True, slots=True)
class ToChannel:
    """Addressed to a channel of the platform, by the platform's id for it."""

    channel: str


Address = ToPerson | ToThread | ToReview | ToChannel


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
