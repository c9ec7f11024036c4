"""What the practice needs of the world, as protocols. Adapters and fakes implement them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from core.attempt import Attempt, Call, Entry
from core.beats import Beat
from core.commands import Envelope
from core.messages import Outgoing, ToThread
from core.people import Assignment, Comment, Person, Workspace
from core.reading import Note, Reading
from core.review import Review, ReviewRequest
from core.scenario import Scenario
from core.scoring import ScoreRun


class Clock(Protocol):
    """The time. Injected everywhere, so that tests and simulations own it."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        ...


class Ids(Protocol):
    """New identifiers."""

    def new(self) -> str:
        """Return an id that has not been given out before."""
        ...


class Embedder(Protocol):
    """Sentence embeddings."""

    def embed(self, sentences: Sequence[str]) -> Sequence[Sequence[float]]:
        """Return a unit vector for each sentence, all of one length. Blocking, a few ms each."""
        ...


@dataclass(frozen=True, slots=True)
class Sentence:
    """A part of the customer's line that may be shown.

    `line` names the authored line, if one; `move` is the place in the beat of what it says, None
    where the words belong to no move of their own.
    """

    text: str
    line: str = ""
    move: int | None = None


class Customer(Protocol):
    """Understands the trainee and words the customer's lines. What it does is `core.customer`'s."""

    async def prepare(self, scenario: Scenario) -> None:
        """Get ready for this scenario, so that the first reply is quick. May be called twice."""
        ...

    async def read(self, call: Call) -> Reading:
        """Tell what the trainee did in `call.attempt.unanswered`. Raises ProviderError."""
        ...

    def say(self, call: Call, beat: Beat) -> AsyncIterator[Sentence | Note]:
        """Word the beat, sentence by sentence, each checked; notes go to the event log.

        Raises ProviderError, also between sentences.
        """
        ...


class Grader(Protocol):
    """Scores an ended attempt."""

    async def grade(
        self, attempt: Attempt, scenario: Scenario, entries: Sequence[Entry], run_id: str
    ) -> ScoreRun:
        """Return a new score run. What a judge could not do is unscored, with the reason."""
        ...


class Library(Protocol):
    """The scenarios of a workspace."""

    def scenario(self, scenario_id: str) -> Scenario:
        """Return the newest revision. Raises PracticeError when there is none of this id."""
        ...

    def all(self) -> Sequence[Scenario]:
        """Return every scenario, by category and title."""
        ...


class Surface(Protocol):
    """A place where messages are shown: the browser, Slack, Teams."""

    async def deliver(self, outgoing: Outgoing) -> None:
        """Show the message; showing the same id twice shows it once. Raises ProviderError."""
        ...

    async def typing(self, thread: ToThread, *, on: bool) -> None:
        """Show, or stop showing, that the customer is writing. Never raises; may do nothing."""
        ...

    async def draft(self, thread: ToThread, turn: int, text: str) -> None:
        """Show what there is of a line that is still being written. Never raises."""
        ...


class Desk(Protocol):
    """Where surfaces hand commands in."""

    async def submit(self, envelope: Envelope) -> bool:
        """Save the command durably; False when its id was known. Raises StorageError."""
        ...

    async def settled(self, envelope: Envelope, within_s: float) -> str | None:
        """Wait until the command was handled. Returns "" or the refusal; None: still working."""
        ...


class CallRoom(Protocol):
    """Where a call by voice is held: our call page, behind links that open it once."""

    def expect(self) -> None:
        """Somebody is about to come: get ready, so that they do not wait. Returns at once."""
        ...

    def link(self, workspace: str, attempt: str, person: str) -> str:
        """Return an address that opens the call page for this person, once, for some minutes."""
        ...


@dataclass(frozen=True, slots=True)
class Recording:
    """The sound of an attempt: trainee left, customer right. `seconds` from the call's start.

    `name` is the blob it is kept in, `media_type` how it is coded, such as "audio/mpeg".
    """

    attempt: str
    name: str
    media_type: str
    seconds: float
    at: datetime


class Blobs(Protocol):
    """Large things by name. A name is letters, digits, `-`, `_`, `.` and `/`."""

    async def put(self, name: str, file: Path) -> None:
        """Keep a copy of this file under the name, whole or not at all. Raises StorageError."""
        ...

    def read(self, name: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """Yield the bytes from `start` up to, not including, `end`. Raises StorageError."""
        ...

    async def size(self, name: str) -> int | None:
        """Return how many bytes it has, None when there is none. Raises StorageError."""
        ...

    async def delete(self, name: str) -> None:
        """Forget it; what is not there is forgotten already. Raises StorageError."""
        ...


class Recordings(Protocol):
    """The recordings of attempts: what is known of them; their sound is in Blobs."""

    async def keep(self, recording: Recording) -> None:
        """Add it, or replace the one there is of this attempt. Raises StorageError."""
        ...

    async def find(self, attempt: str) -> Recording | None:
        """Return the recording of an attempt. The caller checks who may hear it."""
        ...


class Ringer(Protocol):
    """Lets the customer of a call by voice ring somebody on their own platform."""

    async def ring(self, workspace: str, attempt: str, person: str) -> None:
        """Ring this person for the attempt. Raises ProviderError."""
        ...


class Unit(Protocol):
    """One transaction. All of it is kept, or none. Methods raise StorageError.

    Reads of what does not exist, or belongs to another workspace, return None.
    """

    async def receive(self, envelope: Envelope) -> bool:
        """Remember the envelope for handling; False when its id was known already."""
        ...

    async def unfinished(self) -> Sequence[Envelope]:
        """Envelopes received and not finished, oldest first."""
        ...

    async def finish(self, envelope_id: str, at: datetime, refusal: str = "") -> None:
        """Mark an envelope as handled, with the sentence it was refused with, if it was."""
        ...

    async def refusal(self, envelope_id: str) -> str | None:
        """The sentence an envelope was refused with; "" when handled; None when not yet."""
        ...

    async def workspace(self, workspace_id: str) -> Workspace | None:
        """Return the workspace."""
        ...

    async def workspaces(self) -> Sequence[Workspace]:
        """Every workspace."""
        ...

    async def put_workspace(self, workspace: Workspace) -> None:
        """Add or replace."""
        ...

    async def person(self, workspace: str, person_id: str) -> Person | None:
        """Return the person."""
        ...

    async def people(self, workspace: str) -> Sequence[Person]:
        """Everybody of a workspace, by name."""
        ...

    async def put_person(self, person: Person) -> None:
        """Add or replace."""
        ...

    async def assignment(self, workspace: str, assignment_id: str) -> Assignment | None:
        """Return the assignment."""
        ...

    async def assignments(self, workspace: str, trainee: str) -> Sequence[Assignment]:
        """A trainee's assignments, oldest first."""
        ...

    async def put_assignment(self, assignment: Assignment) -> None:
        """Add or replace."""
        ...

    async def pin(self, scenario: Scenario) -> None:
        """Keep this revision of a scenario for the attempts that run on it."""
        ...

    async def pinned(self, scenario_id: str, revision: str) -> Scenario | None:
        """Return a pinned revision."""
        ...

    async def attempt(self, attempt_id: str) -> Attempt | None:
        """Return the attempt with all its turns. The caller checks the workspace."""
        ...

    async def attempts(self, workspace: str, trainee: str) -> Sequence[Attempt]:
        """A trainee's attempts without their turns, oldest first."""
        ...

    async def running(self) -> Sequence[str]:
        """Ids of attempts that are under way, or ended and not scored, in every workspace."""
        ...

    async def save(self, attempt: Attempt, entries: Sequence[Entry] = ()) -> None:
        """Add or replace the attempt; new turns and log entries are appended."""
        ...

    async def entries(self, attempt_id: str) -> Sequence[Entry]:
        """The attempt's event log, in order."""
        ...

    async def add_run(self, run: ScoreRun) -> None:
        """Add a score run."""
        ...

    async def runs(self, attempt_id: str) -> Sequence[ScoreRun]:
        """The attempt's score runs, oldest first."""
        ...

    async def last_runs(self, workspace: str, trainee: str) -> Sequence[ScoreRun]:
        """The newest score run of each of a trainee's attempts, oldest attempt first."""
        ...

    async def add_review(self, review: Review) -> None:
        """Add a coach's review."""
        ...

    async def reviews(self, attempt_id: str) -> Sequence[Review]:
        """The attempt's reviews, oldest first."""
        ...

    async def last_reviews(self, workspace: str, trainee: str) -> Sequence[Review]:
        """The newest review of each of a trainee's attempts that has one."""
        ...

    async def put_request(self, request: ReviewRequest) -> None:
        """Add or replace the request to review an attempt."""
        ...

    async def request(self, attempt_id: str) -> ReviewRequest | None:
        """The request to review this attempt, waiting or done."""
        ...

    async def waiting_reviews(self, workspace: str) -> Sequence[ReviewRequest]:
        """Requests that nobody has answered yet, oldest first."""
        ...

    async def add_comment(self, comment: Comment) -> None:
        """Add a coach's comment."""
        ...

    async def comments(self, attempt_id: str) -> Sequence[Comment]:
        """The attempt's comments, oldest first."""
        ...

    async def post(self, outgoing: Outgoing) -> None:
        """Put a message into the outbox; a known id changes nothing."""
        ...

    async def undelivered(self) -> Sequence[Outgoing]:
        """Messages not yet delivered, in the order they were posted."""
        ...

    async def posted(self, outgoing_id: str) -> Outgoing | None:
        """A message of the outbox, delivered or not; None when it is no longer kept."""
        ...

    async def delivered(self, outgoing_id: str, at: datetime) -> None:
        """Mark a message as delivered."""
        ...

    async def audit(self, workspace: str, at: datetime, what: str, data: dict[str, int]) -> None:
        """Write an entry of the audit log."""
        ...


class Store(Protocol):
    """Where everything is kept."""

    def unit(self, *, urgent: bool = False) -> AbstractAsyncContextManager[Unit]:
        """Open a transaction: committed at the end of the block, rolled back on any error.

        An `urgent` one is short, and goes before others where they wait for each other.
        """
        ...

    def reading(self) -> AbstractAsyncContextManager[Unit]:
        """Open a unit that only reads and waits for no writer. Writing in it: StorageError."""
        ...
