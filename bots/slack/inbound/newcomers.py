"""The first administrator: somebody who administers the Slack workspace itself.

As long as nobody here is an administrator of Scrimmage, there is nobody who could make one.
"""

from __future__ import annotations

from dataclasses import dataclass

from bots.slack.errors import asked
from bots.slack.inbound.asking import Inbound
from core.people import Person, Role
from core.practice.founding import become_first_admin


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody as Slack knows them. `rules` is whether they administer the Slack workspace."""

    id: str
    name: str
    time_zone: str
    rules: bool


async def member(inbound: Inbound, workspace: str, person_id: str) -> Member:
    """Ask Slack who this is. Raises ProviderError."""
    client = await inbound.here.client(workspace)
    user = (await asked(client.users_info(user=person_id)))["user"]
    profile = user.get("profile", {})
    name = profile.get("real_name") or user.get("real_name") or user.get("name") or person_id
    rules = bool(user.get("is_admin") or user.get("is_owner"))
    return Member(person_id, str(name), str(user.get("tz") or "UTC"), rules)


async def known(inbound: Inbound, workspace: str, person_id: str) -> Person | None:
    """Return somebody; the first Slack administrator who comes becomes ours.

    Raises ProviderError, StorageError.
    """
    person = await inbound.here.person(workspace, person_id)
    if person is not None and Role.ADMIN in person.roles:
        return person
    async with inbound.here.store.reading() as unit:
        people = await unit.people(workspace)
    if any(Role.ADMIN in p.roles for p in people):
        return person
    found = await member(inbound, workspace, person_id)
    if not found.rules:
        return person
    newcomer = Person(person_id, workspace, found.name, frozenset(), time_zone=found.time_zone)
    async with inbound.here.store.unit() as unit:
        return await become_first_admin(unit, newcomer, inbound.here.clock.now())
