"""The forms of coaches, managers and administrators."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bots.slack.inbound.asking import Asker, Inbound
from bots.slack.inbound.newcomers import known, member
from bots.slack.modals import assign, digest_time, people, person, ways
from core.errors import PracticeError, Refusal
from core.people import GIVERS, Person, Role, Workspace, ask_admin


class Forms:
    """Builds forms for whoever may fill them in. Each raises Refusal that says whom to ask."""

    def __init__(self, inbound: Inbound) -> None:
        self._in = inbound

    async def assign(self, asker: Asker, value: str, _body: dict[str, Any]) -> dict[str, Any]:
        """The form to give a scenario; `value` is the trainee chosen at first."""
        giver = await self.asker(asker)
        if not giver.roles & GIVERS:
            raise Refusal(
                "Assignments are given by coaches, managers and administrators.",
                await self.whom(asker, "make you one"),
            )
        return assign.view(giver, await self.people_of(asker), self._scenarios(), value)

    async def ways(self, asker: Asker, _value: str, _body: dict[str, Any]) -> dict[str, Any]:
        """The settings of the workspace."""
        await self._admin(asker)
        workspace = await self.workspace(asker)
        return ways.view(workspace.ways, await self.people_of(asker))

    async def people(self, asker: Asker, _value: str, _body: dict[str, Any]) -> dict[str, Any]:
        """Everybody, and a way to somebody new."""
        await self._admin(asker)
        return people.view(await self.people_of(asker))

    async def person(self, asker: Asker, value: str, _body: dict[str, Any]) -> dict[str, Any]:
        """The form of one person, whom Slack may know better than we do."""
        await self._admin(asker)
        if not value:
            return people.view(await self.people_of(asker))
        everybody = await self.people_of(asker)
        found = next((p for p in everybody if p.id == value), None)
        seen = await member(self._in, asker.workspace, value)
        return person.view(value, seen.name, seen.time_zone, found, everybody)

    async def digest_time(self, asker: Asker, _value: str, _body: dict[str, Any]) -> dict[str, Any]:
        """When a manager's digest comes."""
        manager = await self.asker(asker)
        if Role.MANAGER not in manager.roles:
            raise Refusal(
                "The digest is for managers of a team.",
                await self.whom(asker, "make you the manager of yours"),
            )
        seen = await member(self._in, asker.workspace, asker.person)
        return digest_time.view(manager, seen.time_zone)

    async def asker(self, asker: Asker) -> Person:
        """Return who asks. Raises Refusal."""
        found = await known(self._in, asker.workspace, asker.person)
        if found is None:
            raise Refusal(
                "I don't know you here yet.", await self.whom(asker, "add you to Scrimmage")
            )
        return found

    async def people_of(self, asker: Asker) -> Sequence[Person]:
        """Everybody of the asker's workspace."""
        async with self._in.here.store.reading() as unit:
            return await unit.people(asker.workspace)

    async def workspace(self, asker: Asker) -> Workspace:
        """The asker's workspace. Raises PracticeError."""
        async with self._in.here.store.reading() as unit:
            found = await unit.workspace(asker.workspace)
        if found is None:
            raise PracticeError("This workspace is not set up.", "Install Scrimmage once more.")
        return found

    async def whom(self, asker: Asker, what: str) -> str:
        """Whom to ask for something, by name."""
        return ask_admin(await self.people_of(asker), what)

    async def _admin(self, asker: Asker) -> None:
        if Role.ADMIN not in (await self.asker(asker)).roles:
            raise Refusal(
                "Only an administrator changes this.", await self.whom(asker, "do it for you")
            )

    def _scenarios(self) -> list[Any]:
        return list(self._in.here.library.all())
