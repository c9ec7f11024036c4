"""Who somebody is in Teams, and who becomes the first administrator.

Teams tells no bot who administers the tenant: the settings name the first administrator. In the
Agents Playground, which is on this machine, it is whoever comes first.
"""

from __future__ import annotations

from bots.teams.connector import Member, Refused
from bots.teams.here import Here
from bots.teams.inbound.asking import Asker
from core.errors import ProviderError
from core.people import Person, Role
from core.practice.founding import become_first_admin


async def known(here: Here, asker: Asker) -> Person | None:
    """Return somebody; whom the settings name becomes the administrator where there is none.

    Raises StorageError.
    """
    person = await here.person(asker.workspace, asker.person)
    if person is not None and Role.ADMIN in person.roles:
        return person
    if not here.settings.playground and not here.settings.admin:
        return person
    async with here.store.reading() as unit:
        people = await unit.people(asker.workspace)
    if any(Role.ADMIN in p.roles for p in people):
        return person
    seen = await member(here, asker)
    if not _named(here, asker, seen):
        return person
    name = asker.name or (seen.name if seen else "") or asker.person
    zone = asker.zone or "UTC"
    newcomer = Person(asker.person, asker.workspace, name, frozenset(), time_zone=zone)
    async with here.store.unit() as unit:
        return await become_first_admin(unit, newcomer, here.clock.now())


def _named(here: Here, asker: Asker, seen: Member | None) -> bool:
    """Whether the settings name this person."""
    wanted = here.settings.admin.lower()
    if here.settings.playground and not wanted:
        return True
    return wanted == asker.person.lower() or (seen is not None and wanted in seen.mail)


async def member(here: Here, asker: Asker) -> Member | None:
    """Ask Teams who this is; None where it does not say."""
    try:
        return await here.connector.member(asker.where, asker.account or asker.person)
    except Refused:
        return await _listed(here, asker) if asker.personal else None
    except ProviderError:
        return None


async def _listed(here: Here, asker: Asker) -> Member | None:
    """Look among everybody of a personal chat, which is one."""
    try:
        members = await here.connector.members(asker.where)
    except ProviderError:
        return None
    return next((one for one in members if one.id == asker.person), None)
