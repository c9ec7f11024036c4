"""Slack workspaces that have the app: opened at the start, and taken in among ours."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import structlog
from aiohttp import web

from bots.chat.findings import Level
from bots.slack.settings import SlackSettings
from core.errors import ProviderError
from core.people import Person, Workspace
from core.ports import Clock, Store
from core.practice.founding import become_first_admin

if TYPE_CHECKING:
    # Slack's libraries are loaded only where there is a Slack.
    from bots.slack.installations import Installations

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class TakeIn:
    """Takes in a workspace and who installed it there. An `OnInstall` of the Slack surface."""

    store: Store
    clock: Clock

    async def __call__(
        self, team_id: str, team_name: str, user_id: str, user_name: str, tz: str
    ) -> None:
        """Keep the workspace; who installed it becomes its administrator if it has none."""
        async with self.store.unit() as unit:
            known = await unit.workspace(team_id) or Workspace(team_id, team_name, "slack")
            await unit.put_workspace(replace(known, name=team_name or known.name))
            if user_id:
                someone = Person(user_id, team_id, user_name, frozenset(), time_zone=tz)
                await become_first_admin(unit, someone, self.clock.now())


@dataclass(frozen=True, slots=True)
class Opened:
    """`routes` are the pages by which the app is installed; none for a single workspace."""

    installations: Installations
    routes: tuple[web.RouteDef, ...] = ()


@asynccontextmanager
async def open_installations(
    settings: SlackSettings, database_url: str, store: Store, clock: Clock
) -> AsyncIterator[Opened]:
    """Check the settings with Slack and open the installations, for as long as the block runs.

    Raises PracticeError that tells all that is wrong. When Slack cannot be reached, the log says
    so, and what was to be asked is asked later.
    """
    from bots.slack.checks import check, refuse  # noqa: PLC0415 - only where there is a Slack

    found = await check(settings)
    refuse(found)
    for finding in found:
        if finding.level is Level.UNSURE and finding.mend:
            log.warning("slack_not_checked", finding=str(finding))
    opening = _many if settings.many else _one
    async with opening(settings, database_url, store, clock) as opened:
        yield opened


@asynccontextmanager
async def _one(
    settings: SlackSettings, _database_url: str, store: Store, clock: Clock
) -> AsyncIterator[Opened]:
    from bots.slack.one_workspace import OneWorkspace  # noqa: PLC0415 - as above

    one = OneWorkspace(settings, TakeIn(store, clock))
    try:
        try:
            await one.start()
        except ProviderError as error:
            log.warning("slack_workspace_unknown", error=str(error))
        yield Opened(one)
    finally:
        await one.close()


@asynccontextmanager
async def _many(
    settings: SlackSettings, database_url: str, store: Store, clock: Clock
) -> AsyncIterator[Opened]:
    from adapters.storage.engine import async_engine  # noqa: PLC0415 - as above
    from bots.slack.many_workspaces import ManyWorkspaces  # noqa: PLC0415 - as above
    from bots.slack.oauth import Installing  # noqa: PLC0415 - as above

    async with async_engine(database_url) as engine:
        many = ManyWorkspaces(settings, engine, clock)
        try:
            pages = Installing(settings, many, engine, TakeIn(store, clock))
            yield Opened(many, tuple(pages.routes()))
        finally:
            await many.close()
