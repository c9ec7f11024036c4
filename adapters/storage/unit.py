"""One transaction, as the practice sees it. What each method does stands in the other modules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from adapters.storage import attempts, mail, people, reviews, scores
from adapters.storage.database import Transaction
from core.attempt import Attempt, Entry
from core.commands import Envelope
from core.messages import Outgoing
from core.people import Assignment, Comment, Person, Workspace
from core.review import Review, ReviewRequest
from core.scenario import Scenario
from core.scoring import ScoreRun


class SqlUnit:
    """Implements `core.ports.Unit`.

    What has no result is put off until something is read, or until the unit ends; its
    StorageError comes then.
    """

    def __init__(self, transaction: Transaction, *, reading: bool) -> None:
        self._run = transaction.run
        self._later = transaction.later
        self._reading = reading

    async def receive(self, envelope: Envelope) -> bool:
        """Remember the envelope for handling; False when its id was known already."""
        return await self._run(mail.receive, envelope)

    async def unfinished(self) -> Sequence[Envelope]:
        """Envelopes received and not finished, oldest first."""
        return await self._run(mail.unfinished)

    async def finish(self, envelope_id: str, at: datetime, refusal: str = "") -> None:
        """Mark an envelope as handled, with the sentence it was refused with, if it was."""
        self._later(mail.finish, envelope_id, at, refusal)

    async def refusal(self, envelope_id: str) -> str | None:
        """The sentence an envelope was refused with; "" when handled; None when not yet."""
        return await self._run(mail.refusal, envelope_id)

    async def workspace(self, workspace_id: str) -> Workspace | None:
        """Return the workspace."""
        return await self._run(people.workspace, workspace_id)

    async def workspaces(self) -> Sequence[Workspace]:
        """Every workspace."""
        return await self._run(people.workspaces)

    async def put_workspace(self, workspace: Workspace) -> None:
        """Add or replace."""
        self._later(people.put_workspace, workspace)

    async def person(self, workspace: str, person_id: str) -> Person | None:
        """Return the person."""
        return await self._run(people.person, workspace, person_id)

    async def people(self, workspace: str) -> Sequence[Person]:
        """Everybody of a workspace, by name."""
        return await self._run(people.people, workspace)

    async def put_person(self, person: Person) -> None:
        """Add or replace."""
        self._later(people.put_person, person)

    async def assignment(self, workspace: str, assignment_id: str) -> Assignment | None:
        """Return the assignment."""
        return await self._run(people.assignment, workspace, assignment_id)

    async def assignments(self, workspace: str, trainee: str) -> Sequence[Assignment]:
        """A trainee's assignments, oldest first."""
        return await self._run(people.assignments, workspace, trainee)

    async def put_assignment(self, assignment: Assignment) -> None:
        """Add or replace."""
        self._later(people.put_assignment, assignment)

    async def pin(self, scenario: Scenario) -> None:
        """Keep this revision of a scenario for the attempts that run on it."""
        self._later(people.pin, scenario)

    async def pinned(self, scenario_id: str, revision: str) -> Scenario | None:
        """Return a pinned revision."""
        return await self._run(people.pinned, scenario_id, revision)

    async def attempt(self, attempt_id: str) -> Attempt | None:
        """Return the attempt with all its turns; nobody else may change it until the end."""
        return await self._run(attempts.attempt, attempt_id, lock=not self._reading)

    async def attempts(self, workspace: str, trainee: str) -> Sequence[Attempt]:
        """A trainee's attempts without their turns, oldest first."""
        return await self._run(attempts.attempts, workspace, trainee)

    async def running(self) -> Sequence[str]:
        """Ids of attempts that are under way, or ended and not scored, in every workspace."""
        return await self._run(attempts.running)

    async def save(self, attempt: Attempt, entries: Sequence[Entry] = ()) -> None:
        """Add or replace the attempt; new turns and log entries are appended.

        Raises StorageError also when it does not continue what is stored.
        """
        self._later(attempts.save, attempt, tuple(entries))

    async def entries(self, attempt_id: str) -> Sequence[Entry]:
        """The attempt's event log, in order."""
        return await self._run(attempts.entries, attempt_id)

    async def add_run(self, run: ScoreRun) -> None:
        """Add a score run."""
        self._later(scores.add_run, run)

    async def runs(self, attempt_id: str) -> Sequence[ScoreRun]:
        """The attempt's score runs, oldest first."""
        return await self._run(scores.runs, attempt_id)

    async def last_runs(self, workspace: str, trainee: str) -> Sequence[ScoreRun]:
        """The newest score run of each of a trainee's attempts, oldest attempt first."""
        return await self._run(scores.last_runs, workspace, trainee)

    async def add_review(self, review: Review) -> None:
        """Add a coach's review."""
        self._later(reviews.add, review)

    async def reviews(self, attempt_id: str) -> Sequence[Review]:
        """The attempt's reviews, oldest first."""
        return await self._run(reviews.of_attempt, attempt_id)

    async def last_reviews(self, workspace: str, trainee: str) -> Sequence[Review]:
        """The newest review of each of a trainee's attempts that has one."""
        return await self._run(reviews.last, workspace, trainee)

    async def put_request(self, request: ReviewRequest) -> None:
        """Add or replace the request to review an attempt."""
        self._later(reviews.put_request, request)

    async def request(self, attempt_id: str) -> ReviewRequest | None:
        """The request to review this attempt, waiting or done."""
        return await self._run(reviews.request, attempt_id)

    async def waiting_reviews(self, workspace: str) -> Sequence[ReviewRequest]:
        """Requests that nobody has answered yet, oldest first."""
        return await self._run(reviews.waiting, workspace)

    async def add_comment(self, comment: Comment) -> None:
        """Add a coach's comment."""
        self._later(scores.add_comment, comment)

    async def comments(self, attempt_id: str) -> Sequence[Comment]:
        """The attempt's comments, oldest first."""
        return await self._run(scores.comments, attempt_id)

    async def post(self, outgoing: Outgoing) -> None:
        """Put a message into the outbox; a known id changes nothing."""
        self._later(mail.post, outgoing)

    async def undelivered(self) -> Sequence[Outgoing]:
        """Messages not yet delivered, in the order they were posted."""
        return await self._run(mail.undelivered)

    async def posted(self, outgoing_id: str) -> Outgoing | None:
        """A message of the outbox, delivered or not; None when it is no longer kept."""
        return await self._run(mail.posted, outgoing_id)

    async def delivered(self, outgoing_id: str, at: datetime) -> None:
        """Mark a message as delivered."""
        self._later(mail.delivered, outgoing_id, at)

    async def audit(self, workspace: str, at: datetime, what: str, data: dict[str, int]) -> None:
        """Write an entry of the audit log."""
        self._later(mail.audit, workspace, at, what, dict(data))
