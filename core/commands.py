"""What people can ask for. A surface turns a platform's event into one of these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.events import Replied
from core.people import Role, Ways
from core.review import Adjustment, NextStep
from core.scenario import Mode
from core.scoring import Verdict
from core.speech import Mark


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
class PutOff:
    """The trainee does not take an assignment on now; it stays in My Training."""

    assignment: str


@dataclass(frozen=True, slots=True)
class Start:
    """Begin an attempt at an accepted assignment. `attempt` is the id it will have."""

    assignment: str
    attempt: str
    mode: Mode = Mode.CHAT


@dataclass(frozen=True, slots=True)
class Say:
    """The trainee's words in a call. `marks` are what the sound of them did, by voice."""

    attempt: str
    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Typing:
    """The trainee is writing: their silence is no silence."""

    attempt: str


@dataclass(frozen=True, slots=True)
class End:
    """The trainee ends the call."""

    attempt: str


@dataclass(frozen=True, slots=True)
class Join:
    """The trainee has opened the call page of a call by voice: the call begins."""

    attempt: str


@dataclass(frozen=True, slots=True)
class Leave:
    """The trainee's call page is closed or lost; the call itself goes on until it ends."""

    attempt: str


@dataclass(frozen=True, slots=True)
class Rejoin:
    """By voice: the trainee is back after their call was held by nobody for a while."""

    attempt: str


@dataclass(frozen=True, slots=True)
class Deliver:
    """By voice: the customer's line has been heard. `turn` is the number it was made to have.

    It comes from whoever holds the call, and is kept nowhere: a line that was spoken when the
    process died is owed still, and is spoken again.
    """

    attempt: str
    turn: int
    replied: Replied


@dataclass(frozen=True, slots=True)
class NoteSound:
    """By voice: marks of the sound that belong to no turn."""

    attempt: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class OfferCall:
    """The trainee has begun to talk where no customer can hear: offer the call page.

    `occasion` names what was begun, so that one offer is made for it.
    """

    occasion: str


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
class ShowLines:
    """A coach wants the whole call where its review is, line by line."""

    attempt: str


@dataclass(frozen=True, slots=True)
class GiveReview:
    """A coach's verdict, adjustments and next step. Fields as in `core.review.Review`."""

    attempt: str
    verdict: Verdict
    words: str = ""
    adjustments: tuple[Adjustment, ...] = ()
    next_step: NextStep = NextStep.NONE
    scenario: str = ""
    meet_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DrawSample:
    """Bring this week's sample of attempts to their coaches. Sent by the clock."""

    until: datetime


@dataclass(frozen=True, slots=True)
class SendDigest:
    """Send a manager their digest of the seven days before `until`, in UTC."""

    until: datetime


@dataclass(frozen=True, slots=True)
class ChooseDigest:
    """When a manager wants their digest. Fields as in `core.people.DigestTime`."""

    on: bool
    weekday: int
    hour: int
    time_zone: str


@dataclass(frozen=True, slots=True)
class PutPerson:
    """An administrator adds or changes somebody. Fields as in `core.people.Person`."""

    person: str
    name: str
    roles: frozenset[Role]
    team: str = ""
    time_zone: str = "UTC"
    coaches: frozenset[str] = frozenset()
    manages: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PutWays:
    """An administrator changes how the workspace wants things done."""

    ways: Ways


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
    | PutOff
    | Start
    | Join
    | Leave
    | Rejoin
    | Deliver
    | NoteSound
    | OfferCall
    | Say
    | Typing
    | End
    | ReportBreak
    | Remark
    | AskCoach
    | ShowLines
    | GiveReview
    | GradeAgain
    | DrawSample
    | SendDigest
    | ChooseDigest
    | PutPerson
    | PutWays
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
