"""What people can ask for. A surface turns a platform's event into one of these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.scenario import Mode


@dataclass(frozen=True, slots=True)
class Assign:
    """Give a scenario to a trainee. `attempts` None means any number."""

    trainee: str
    scenario: str
    due_at: datetime | None = None
    attempts: int | None = None


@dataclass(frozen=True, slots=True)
class Accept:
    """The trainee takes an assignment on and wants its briefing."""

    assignment: str


@dataclass(frozen=True, slots=True)
class Start:
    """Begin an attempt at an accepted assignment. `attempt` is the id it will have."""

    assignment: str
    attempt: str
    mode: Mode = Mode.CHAT


@dataclass(frozen=True, slots=True)
class Say:
    """The trainee's words in a call."""

    attempt: str
    text: str


@dataclass(frozen=True, slots=True)
class Typing:
    """The trainee is writing: their silence is no silence."""

    attempt: str


@dataclass(frozen=True, slots=True)
class End:
    """The trainee ends the call."""

    attempt: str


@dataclass(frozen=True, slots=True)
class ReportBreak:
    """The customer fell out of its part: end the call, send the lines to the owner."""

    attempt: str
    turns: tuple[int, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Words written in the thread of an attempt that has ended: feedback, if by its coach."""

    attempt: str
    text: str
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class AskCoach:
    """The trainee would like a coach to look at the attempt."""

    attempt: str


@dataclass(frozen=True, slots=True)
class GradeAgain:
    """Grade an ended attempt once more; adds a score run."""

    attempt: str


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed in a call: silence, the warning, the limit. Sent by the clock."""

    attempt: str


@dataclass(frozen=True, slots=True)
class Resume:
    """The process has come back with this call running. Sent at the start."""

    attempt: str


Command = (
    Assign
    | Accept
    | Start
    | Say
    | Typing
    | End
    | ReportBreak
    | Remark
    | AskCoach
    | GradeAgain
    | Tick
    | Resume
)


@dataclass(frozen=True, slots=True)
class Envelope:
    """A command as it arrives. `id` is the event's own id: a second one changes nothing.

    `lane` names whatever owns the order: an attempt's id once there is one, else a person's.
    """

    id: str
    workspace: str
    by: str
    lane: str
    command: Command
    at: datetime
