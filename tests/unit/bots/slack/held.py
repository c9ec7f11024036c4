"""Calls that were held, assignments and people, of any size and with any words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from core.attempt import Attempt, CallState, Ended, EndReason, Speaker, Turn, new_customer
from core.messages import CheckResult, CriterionScore, Face, Quote
from core.moods import Mood
from core.people import Assignment, Comment, Person, Role
from core.review import Review
from core.scenario import Mode, Scenario
from core.scoring import ScoreRun, Verdict, overall
from core.views import AttemptPage, Medal, PastAttempt, Status, TrainingItem
from tests.samples import scenario

NOW = datetime(2026, 3, 4, 15, 30, tzinfo=UTC)  # a Wednesday
HOUR = timedelta(hours=1)
TIA = Person("U0TIA0001", "w", "Tia Trainee", frozenset({Role.TRAINEE}), team="North")
OMAR = Person("U0OMAR001", "w", "Omar Other", frozenset({Role.TRAINEE}), team="South")
CLEO = Person("U0CLEO001", "w", "Cleo Coach", frozenset({Role.COACH}), coaches=frozenset({TIA.id}))
MAX = Person(
    "U0MAX0001", "w", "Max Manager", frozenset({Role.MANAGER}), manages=frozenset({"North"})
)
ADA = Person("U0ADA0001", "w", "Ada Admin", frozenset({Role.ADMIN}))
PEOPLE = (TIA, OMAR, CLEO, MAX, ADA)
SAID = (
    "You charged me twice.",
    "I am sorry about that. When was it?",
    "On the third.",
    "Then I'll refund the second one today.",
)


def attempt(*said: str, ended: bool = True) -> Attempt:
    """A call in which this was said, the customer first."""
    speakers = (Speaker.CUSTOMER, Speaker.TRAINEE)
    turns = tuple(
        Turn(n, speakers[n % 2], text, NOW + timedelta(seconds=21 * n), Mood.FRUSTRATED)
        for n, text in enumerate(said)
    )
    return Attempt(
        id="t1",
        workspace="w",
        trainee=TIA.id,
        assignment="a1",
        scenario_id="sample",
        scenario_revision="r1",
        rubric_id="built-in",
        mode=Mode.CHAT,
        seed=1,
        created_at=NOW,
        customer=new_customer(scenario()),
        state=CallState.ENDED if ended else CallState.LISTENING,
        started_at=NOW,
        ended=Ended(EndReason.TRAINEE, NOW + HOUR) if ended else None,
        turns=turns,
        scored=ended,
    )


def criterion(name: str, score: int | None, *quotes: Quote) -> CriterionScore:
    """A score of this criterion, with its evidence."""
    return CriterionScore(name.lower(), name, score, 0.5, f"About {name}.", quotes)


EMPATHY = criterion("Empathy", 4, Quote(1, "I am sorry"))
RESOLUTION = criterion("Resolution", 2, Quote(3, "I'll refund"))


def run(*criteria: CriterionScore, verdict: Verdict = Verdict.PASSED) -> ScoreRun:
    """A score run with these criteria."""
    scored = criteria or (EMPATHY, RESOLUTION)
    checks = (CheckResult("quoted", "Date asked for", passed=True, quotes=(Quote(1, "When"),)),)
    return ScoreRun(
        "r1",
        "t1",
        NOW,
        "built-in",
        "fake",
        True,
        overall(scored),
        verdict,
        "As told.",
        scored,
        checks,
    )


def page(
    *said: str,
    runs: tuple[ScoreRun, ...] = (run(),),
    comments: tuple[Comment, ...] = (),
    reviews: tuple[Review, ...] = (),
    about: Scenario | None = None,
) -> AttemptPage:
    """Everything about a call in which this was said."""
    held = attempt(*(said or SAID))
    return AttemptPage(held, about or scenario(), TIA, runs, comments, 2, reviews)


def comment(text: str, turn: int | None = None, author: str = CLEO.id) -> Comment:
    """A coach's comment."""
    return Comment(f"c-{turn}-{text[:9]}", "t1", author, text, NOW, turn)


def past(
    name: str, score: float | None = None, *, ended: bool = True, ago_h: int = 1
) -> PastAttempt:
    """An attempt at an assignment; without a score it is being scored, or runs."""
    found = None if score is None else replace(run(), attempt=name, overall=score)
    return PastAttempt(name, "A sample", NOW - ago_h * HOUR, ended, found)


def item(  # noqa: PLR0917 - an assignment has as many sides
    name: str = "a1",
    status: Status = Status.ASSIGNED,
    mode: Mode = Mode.HYBRID,
    tried: tuple[PastAttempt, ...] = (),
    left: int | None = 3,
    due_h: int | None = None,
    medal: Medal | None = None,
    words: str = "A sample",
) -> TrainingItem:
    """An assignment as it stands in My Training."""
    due = None if due_h is None else NOW + due_h * HOUR
    accepted = None if status is Status.ASSIGNED else NOW
    given = Assignment(name, "w", TIA.id, CLEO.id, "sample", NOW, due, left, None, accepted)
    return TrainingItem(
        given,
        words,
        f"{words}: refund the second charge.",
        "support",
        Face(f"Pat {words}"),
        mode,
        600,
        status,
        left,
        tried,
        medal,
    )
