"""An attempt: one practice call, as it stands and as it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from core.moods import Feeling, Mood
from core.scenario import Mode, Scenario


class Speaker(StrEnum):
    """Who said a turn."""

    TRAINEE = "trainee"
    CUSTOMER = "customer"


class CallState(StrEnum):
    """Where a call stands. `engine.TABLE` tells which event may follow in each."""

    READY = "ready"  # accepted, not yet begun
    LISTENING = "listening"  # it is the trainee's turn
    OWING = "owing"  # the customer owes a line
    ENDED = "ended"


class Owed(StrEnum):
    """Which line the customer owes."""

    OPENING = "opening"
    REPLY = "reply"
    NUDGE = "nudge"
    LOST = "lost"  # by voice: the trainee is back after the connection was gone
    LEAVING = "leaving"


class EndReason(StrEnum):
    """Why a call ended: one of three."""

    TRAINEE = "trainee_ended"
    EXIT = "exit_condition"
    TIME = "time_limit"


class ObjectionState(StrEnum):
    """How an objection stands."""

    WAITING = "waiting"
    RAISED = "raised"
    RETURNED = "returned"  # raised, passed over and brought up again
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True)
class Turn:
    """One contribution, as delivered. `at` in UTC; `mood` is the customer's after the turn."""

    number: int
    speaker: Speaker
    text: str
    at: datetime
    mood: Mood
    key: str = ""
    beat: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the event log: what happened, when, and plain data about it (no speech)."""

    number: int
    at: datetime
    kind: str
    data: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class ObjectionProgress:
    """An objection's state; `asked_at` is the trainee's turn count when it was last raised."""

    id: str
    state: ObjectionState = ObjectionState.WAITING
    asked_at: int = 0
    times: int = 0


@dataclass(frozen=True, slots=True)
class CustomerState:
    """What the customer feels, has said, and still waits for.

    `met` counts the steps done, as (exit id, step id, times). `cued` are objections that the
    trainee's words have brought up and that there was no room for yet. `kindness` counts kind acts
    of each sort, so that the tenth "sorry" moves nothing. `idle` counts the trainee's turns
    since something last moved; `said` holds digests of the lines spoken. `lost` is whether the
    customer still has to say that it lost the trainee for a moment. `shown` are the documents
    that it has sent along.
    """

    feeling: Feeling
    objections: tuple[ObjectionProgress, ...] = ()
    told: tuple[str, ...] = ()
    met: tuple[tuple[str, str, int], ...] = ()
    cued: tuple[str, ...] = ()
    tangents: tuple[str, ...] = ()
    on_tangent: bool = False
    tools: tuple[str, ...] = ()
    kindness: tuple[tuple[str, int], ...] = ()
    affronts: int = 0
    offers: int = 0
    idle: int = 0
    nudges: int = 0
    said: tuple[str, ...] = ()
    lost: bool = False
    shown: tuple[str, ...] = ()

    def objection(self, objection_id: str) -> ObjectionProgress:
        """Return the progress of one objection; KeyError when the scenario has no such."""
        for progress in self.objections:
            if progress.id == objection_id:
                return progress
        raise KeyError(objection_id)


@dataclass(frozen=True, slots=True)
class Ended:
    """How the call ended. `exit` is the id of the exit condition when that was the reason."""

    reason: EndReason
    at: datetime
    exit: str | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One practice call. Times are UTC; `seed` makes the embedded customer's choices repeat.

    `silent_since` is when the trainee's silence began, None while it is not their turn;
    `deadline` when the time limit passes.
    """

    id: str
    workspace: str
    trainee: str
    assignment: str | None
    scenario_id: str
    scenario_revision: str
    rubric_id: str
    mode: Mode
    seed: int
    created_at: datetime
    customer: CustomerState
    state: CallState = CallState.READY
    owed: Owed | None = None
    started_at: datetime | None = None
    deadline: datetime | None = None
    silent_since: datetime | None = None
    warned: bool = False
    ended: Ended | None = None
    turns: tuple[Turn, ...] = ()
    entries: int = 0
    scored: bool = False
    broke_character: bool = False

    @property
    def trainee_turns(self) -> int:
        """How many turns the trainee has taken."""
        return sum(turn.speaker is Speaker.TRAINEE for turn in self.turns)

    @property
    def unanswered(self) -> tuple[Turn, ...]:
        """The trainee's turns since the customer last spoke, oldest first."""
        last = max((t.number for t in self.turns if t.speaker is Speaker.CUSTOMER), default=-1)
        return tuple(t for t in self.turns if t.number > last)

    def seconds_in(self, at: datetime) -> float:
        """Seconds from the start of the call to `at`, 0 when it has not begun."""
        return (at - self.started_at).total_seconds() if self.started_at else 0.0


def new_customer(scenario: Scenario) -> CustomerState:
    """Return the customer as it picks up the phone."""
    return CustomerState(
        feeling=Feeling.starting(scenario.persona.mood),
        objections=tuple(ObjectionProgress(o.id) for o in scenario.objections),
    )


@dataclass(frozen=True, slots=True)
class Call:
    """What a customer port is given: the attempt and the scenario, without the rubric."""

    attempt: Attempt
    scenario: Scenario
