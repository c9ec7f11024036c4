"""Who somebody is in Teams, by their e-mail: among the members of the teams that have the app."""

from __future__ import annotations

import asyncio

import aiohttp

from bots.teams.connector import Connector, Refused
from bots.teams.pace import Pace
from bots.teams.references import Reference, Scope
from bots.teams.settings import TeamsSettings
from bots.teams.tokens import Tokens
from core.contacts import Contacts, Kind
from core.errors import ProviderError
from core.ports import Clock

_CALL_S = 15.0


async def members_by_mail(
    settings: TeamsSettings, contacts: Contacts, tenant: str, clock: Clock
) -> dict[str, str]:
    """Return the object ids of all members by e-mail and user principal name, in lower case.

    A team that the app was removed from meanwhile is passed over. Raises ProviderError, and
    StorageError.
    """
    base = await contacts.get(tenant, Kind.WORKSPACE, tenant)
    if base is None:
        raise ProviderError("the app has never been heard from this tenant", retryable=False)
    teams = await contacts.all(tenant, Kind.TEAM)
    tokens, found = Tokens(settings), dict[str, str]()
    timeout = aiohttp.ClientTimeout(total=_CALL_S)
    try:
        async with aiohttp.ClientSession(timeout=timeout, trust_env=True) as session:
            connector = Connector(session, tokens.get, Pace(clock, asyncio.sleep))
            for team in teams:
                where = Reference.read(base.data).at(team.id, Scope.CHANNEL)
                try:
                    members = await connector.members(where)
                except Refused:
                    continue
                found |= {mail: member.id for member in members for mail in member.mail}
    finally:
        await tokens.close()
    return found
