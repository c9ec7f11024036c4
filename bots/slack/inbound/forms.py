"""The forms of coaches, managers and administrators."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bots.chat.permits import Permits
from bots.slack.inbound.asking import Asker, Inbound
from bots.slack.inbound.newcomers import known, member
from bots.slack.modals import assign, digest_time, people, person, ways
from core.people import Person


class Forms:
    """Builds forms for whoever may fill them in. Each raises Refusal that says whom to ask."""

    def __init__(self, inbound: Inbound) -> None:
        self._in = inbound
        self.permits = Permits(inbound.here, inbound.here.library)

    async def assign(self, asker: Asker, value: str, _body: dict[str, Any]) -> dict[str, Any]:
        """The form to give a scenario; `value` is the trainee chosen at first."""
        giver = await self.asker(asker)
        await self.permits.giver(giver)
        return assign.view(giver, await self.people_of(asker), self._scenarios(), value)

    async def ways(self, asker: Asker, _value: str, _body: dict[str, Any]) -> dict[str, Any]:
        """The settings of the workspace."""
        await self._admin(asker)
        workspace = await self.permits.workspace(asker.workspace)
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
        await self.permits.manager(manager)
        seen = await member(self._in, asker.workspace, asker.person)
        return digest_time.view(manager, seen.time_zone)

    async def asker(self, asker: Asker) -> Person:
        """Return who asks. Raises Refusal."""
        found = await known(self._in, asker.workspace, asker.person)
        return await self.permits.known(asker.workspace, found)

    async def people_of(self, asker: Asker) -> Sequence[Person]:
        """Everybody of the asker's workspace."""
        return await self.permits.people(asker.workspace)

    async def _admin(self, asker: Asker) -> None:
        await self.permits.admin(await self.asker(asker))

    def _scenarios(self) -> list[Any]:
        return list(self._in.here.library.all())
