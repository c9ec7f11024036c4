"""Who may do what by a form or a button: each refusal says whom to ask, by name."""

from __future__ import annotations

from collections.abc import Sequence

from bots.chat.records import Records
from core import views
from core.errors import PracticeError, Refusal
from core.people import GIVERS, Person, Role, Workspace, ask_admin, require_coach
from core.ports import Library
from core.scenario import Mode, Scenario
from core.views import AttemptPage


class Permits:
    """Looks up people, and what they may see. Methods raise Refusal, and StorageError."""

    def __init__(self, records: Records, library: Library) -> None:
        self._records = records
        self._library = library

    async def known(self, workspace: str, person: Person | None) -> Person:
        """Return the person, if there is one."""
        if person is None:
            raise Refusal(
                "I don't know you here yet.", await self.whom(workspace, "add you to Scrimmage")
            )
        return person

    async def giver(self, person: Person) -> None:
        """Return if this person may give assignments."""
        if not person.roles & GIVERS:
            raise Refusal(
                "Assignments are given by coaches, managers and administrators.",
                await self.whom(person.workspace, "make you one", person.id),
            )

    async def admin(self, person: Person, instead: str = "") -> None:
        """Return if this person administers the workspace.

        `instead` is a sentence about what others may do, told with the refusal.
        """
        if Role.ADMIN not in person.roles:
            whom = await self.whom(person.workspace, "do it for you", person.id)
            raise Refusal("Only an administrator changes this.", f"{whom} {instead}".strip())

    async def manager(self, person: Person) -> None:
        """Return if this person manages a team."""
        if Role.MANAGER not in person.roles:
            raise Refusal(
                "The digest is for managers of a team.",
                await self.whom(person.workspace, "make you the manager of yours", person.id),
            )

    async def page(self, person: Person, attempt_id: str) -> AttemptPage:
        """Return an attempt that this person may see. Raises PracticeError when it is gone."""
        async with self._records.store.reading() as unit:
            return await views.attempt_page(unit, person, attempt_id)

    async def coached(self, person: Person, attempt_id: str) -> AttemptPage:
        """Return an attempt that this person may comment on."""
        found = await self.page(person, attempt_id)
        require_coach(person, found.trainee)
        return found

    async def reviewable(self, person: Person, attempt_id: str) -> AttemptPage:
        """Return an attempt that this person may review. Raises PracticeError without a score."""
        found = await self.coached(person, attempt_id)
        if not found.runs:
            raise PracticeError("This call has no score yet.", "Review it when it has been scored.")
        return found

    async def scenario(self, person: Person, value: str) -> Scenario:
        """Return the scenario of `assignment:<id>` or `attempt:<id>`. Raises PracticeError."""
        kind, _, name = value.partition(":")
        if kind == "attempt":
            return (await self.page(person, name)).scenario
        async with self._records.store.reading() as unit:
            assignment = await unit.assignment(person.workspace, name)
        if assignment is None or assignment.trainee != person.id:
            raise PracticeError("This assignment does not exist any more.", "Open My Training.")
        return self._library.scenario(assignment.scenario_id)

    async def needs_room(self, workspace: str, assignment: str, mode: Mode) -> bool:
        """Whether this would be a call by voice: asked for as one, or never anything else."""
        if mode is Mode.VOICE:
            return True
        async with self._records.store.reading() as unit:
            found = await unit.assignment(workspace, assignment)
        scenario = views.in_library(self._library, found.scenario_id) if found else None
        if found is None or scenario is None:
            return False
        return (found.mode or scenario.mode) is Mode.VOICE

    async def people(self, workspace: str) -> Sequence[Person]:
        """Everybody of a workspace."""
        async with self._records.store.reading() as unit:
            return await unit.people(workspace)

    async def names(self, found: AttemptPage) -> dict[str, str]:
        """Return the names of everybody who may have commented on an attempt, by id."""
        people = {p.id: p.name for p in await self.people(found.attempt.workspace)}
        return {c.author: people.get(c.author, "A coach") for c in found.comments} | people

    async def workspace(self, workspace: str) -> Workspace:
        """Return a workspace. Raises PracticeError."""
        async with self._records.store.reading() as unit:
            found = await unit.workspace(workspace)
        if found is None:
            raise PracticeError("This workspace is not set up.", "Install Scrimmage once more.")
        return found

    async def whom(self, workspace: str, what: str, asker: str = "") -> str:
        """Whom to ask for something, by name; an administrator who asks is told where to do it."""
        return ask_admin(await self.people(workspace), what, asker)
