"""The first administrator: while a workspace has none, there is nobody who could make one.

Who may be it is the platform's to tell: whoever installed the app, or administers the platform.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import available_timezones

from core.people import DigestTime, Person, Role
from core.ports import Unit


async def become_first_admin(unit: Unit, newcomer: Person, now: datetime) -> Person | None:
    """Make somebody the workspace's administrator if it has none; else return who they are here.

    `newcomer` is as the platform knows them; what is known of them already stays. Raises
    StorageError.
    """
    people = await unit.people(newcomer.workspace)
    known = next((p for p in people if p.id == newcomer.id), None)
    if any(Role.ADMIN in p.roles for p in people):
        return known
    zone = newcomer.time_zone if newcomer.time_zone in available_timezones() else "UTC"
    unknown = replace(newcomer, time_zone=zone, digest=DigestTime(since=now))
    first = known or unknown
    first = replace(first, roles=first.roles | {Role.ADMIN})
    await unit.put_person(first)
    await unit.audit(newcomer.workspace, now, "first_admin", {})
    return first
