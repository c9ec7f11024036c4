"""Records of a practice for tests of what keeps them."""

# ruff: noqa: ANN401 - the changes are whatever fields a test gives other values

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from core.attempt import (
    Attempt,
    CallState,
    CustomerState,
    Ended,
    EndReason,
    Entry,
    ObjectionProgress,
    Speaker,
    Turn,
)
from core.commands import Command, Envelope, Say
from core.messages import Address, CustomerSaid, Face, Message, Outgoing, ToThread
from core.moods import Feeling, Mood
from core.people import Assignment, Comment, Person, Role, Workspace
from core.review import Adjustment, NextStep, Review, ReviewRequest, WhyReview
from core.scenario import Mode
from core.scoring import ScoreRun, Verdict

NOON = datetime(2026, 3, 2, 12, 0, 0, 123456, tzinfo=UTC)


def later(minutes: float) -> datetime:
    """So many minutes after noon."""
    return NOON + timedelta(minutes=minutes)


def workspace(workspace_id: str = "acme", **changes: Any) -> Workspace:
    """A workspace."""
    return replace(Workspace(workspace_id, "Acme", "web"), **changes)


def person(person_id: str = "tess", **changes: Any) -> Person:
    """A trainee."""
    return replace(Person(person_id, "acme", "Tess", frozenset({Role.TRAINEE})), **changes)


def assignment(assignment_id: str = "task", **changes: Any) -> Assignment:
    """An assignment of Tess's."""
    known = Assignment(assignment_id, "acme", "tess", "carl", "sample", NOON)
    return replace(known, **changes)


def turn(number: int, text: str = "Hello.", **changes: Any) -> Turn:
    """A turn; the customer's are even."""
    speaker = Speaker.TRAINEE if number % 2 else Speaker.CUSTOMER
    return replace(Turn(number, speaker, text, later(number), Mood.CALM), **changes)


def entry(number: int, kind: str = "noted", **data: object) -> Entry:
    """A log entry."""
    return Entry(number, later(number), kind, tuple(data.items()))


def attempt(attempt_id: str = "call", turns: int = 0, **changes: Any) -> Attempt:
    """An attempt of Tess's that is under way, with so many turns."""
    known = Attempt(
        id=attempt_id,
        workspace="acme",
        trainee="tess",
        assignment="task",
        scenario_id="sample",
        scenario_revision="r1",
        rubric_id="built-in",
        mode=Mode.CHAT,
        seed=7,
        created_at=NOON,
        customer=CustomerState(Feeling(0.25), (ObjectionProgress("why"),)),
        state=CallState.LISTENING,
        started_at=NOON,
        turns=tuple(turn(number) for number in range(turns)),
    )
    return replace(known, **changes)


def ended(attempt_id: str, at: datetime, **changes: Any) -> Attempt:
    """An attempt that has ended, with two turns."""
    end = Ended(EndReason.TRAINEE, at)
    call = attempt(attempt_id, 2, state=CallState.ENDED, ended=end, created_at=at)
    return replace(call, **changes)


def envelope(envelope_id: str = "e1", command: Command | None = None, **changes: Any) -> Envelope:
    """Something the trainee said."""
    said = command or Say("call", "Hello?")
    return replace(Envelope(envelope_id, "acme", "tess", "call", said, NOON), **changes)


def outgoing(
    outgoing_id: str = "o1",
    message: Message | None = None,
    to: Address | None = None,
    **changes: Any,
) -> Outgoing:
    """Something the customer said."""
    said = message or CustomerSaid("call", 0, Face("Pat"), "You charged me twice.")
    return replace(Outgoing(outgoing_id, "acme", to or ToThread("call"), said, NOON), **changes)


def run(run_id: str = "run", attempt_id: str = "call", **changes: Any) -> ScoreRun:
    """A score run."""
    known = ScoreRun(
        id=run_id,
        attempt=attempt_id,
        at=NOON,
        rubric_id="built-in",
        graded_by="heuristics",
        approximate=True,
        overall=3.5,
        verdict=Verdict.PASSED,
        why="All is well.",
        criteria=(),
    )
    return replace(known, **changes)


def comment(comment_id: str = "c1", attempt_id: str = "call", **changes: Any) -> Comment:
    """A coach's comment."""
    return replace(Comment(comment_id, attempt_id, "carl", "Well done.", NOON), **changes)


def review(review_id: str = "v1", attempt_id: str = "call", **changes: Any) -> Review:
    """A coach's review, with something in every field."""
    known = Review(
        id=review_id,
        attempt=attempt_id,
        run="run",
        author="carl",
        at=NOON,
        verdict=Verdict.CONDITIONAL,
        words="Say it back first.",
        adjustments=(Adjustment("empathy", 2, "It came late."),),
        next_step=NextStep.ONE_TO_ONE,
        scenario="sample",
        meet_at=later(60),
    )
    return replace(known, **changes)


def request(attempt_id: str = "call", **changes: Any) -> ReviewRequest:
    """A request to review one of Tess's attempts."""
    return replace(ReviewRequest(attempt_id, "acme", "tess", WhyReview.LOW, NOON), **changes)
