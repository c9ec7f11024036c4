"""Wires the Teams surface in, where Teams is set up. Its libraries are loaded only then."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog
from aiohttp import web

from adapters.storage import SqlStore
from adapters.storage.contacts import SqlContacts
from adapters.storage.places_kept import SqlPlaces
from app.config import Settings
from bots.chat.findings import Level
from bots.chat.shelf import Shelf
from core.ports import CallRoom, Clock, Desk, Library, Ringer, Surface

if TYPE_CHECKING:
    from bots.teams.app import TeamsBot

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class TeamsGiven:
    """What the surface is made of."""

    settings: Settings
    store: SqlStore
    library: Library
    clock: Clock
    shelf: Shelf
    room: CallRoom | None = None
    ringer: Ringer | None = None


@dataclass(frozen=True, slots=True)
class TeamsParts:
    """The surface, before it has a desk to hand things to."""

    bot: TeamsBot

    @property
    def surface(self) -> Surface:
        """What delivers to Teams."""
        return self.bot.surface

    def routes(self, desk: Desk) -> tuple[web.RouteDef, ...]:
        """Return the routes that the server needs for Teams; what comes goes to this desk."""
        return (self.bot.connect(desk),)


@asynccontextmanager
async def open_teams(given: TeamsGiven) -> AsyncIterator[TeamsParts]:
    """Check the settings with Entra and open the surface, for as long as the block runs.

    Raises PracticeError that tells all that is wrong. When Entra cannot be reached, the log says
    so, and a token is asked for when there is something to send.
    """
    from bots.teams.app import TeamsBot, TeamsDeps  # noqa: PLC0415 - only where there is a Teams
    from bots.teams.checks import check, refuse  # noqa: PLC0415 - as above

    teams, store = given.settings.teams, given.store
    found = await check(teams)
    refuse(found)
    for finding in found:
        if finding.level is Level.UNSURE and finding.mend:
            log.warning("teams_not_checked", finding=str(finding))
    deps = TeamsDeps(
        teams,
        store,
        given.library,
        SqlPlaces(store),
        SqlContacts(store),
        given.clock,
        given.shelf,
        given.room,
        given.ringer,
    )
    bot = TeamsBot(deps)
    try:
        yield TeamsParts(bot)
    finally:
        await bot.close()
