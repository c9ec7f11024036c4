"""Many workspaces, each with a token that came by OAuth and is kept in the database."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import structlog
from slack_sdk.errors import SlackTokenRotationError
from slack_sdk.oauth.installation_store import Bot, Installation
from slack_sdk.oauth.installation_store.sqlalchemy import AsyncSQLAlchemyInstallationStore
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.clients import Clients
from bots.slack.installations import Installed, not_installed
from bots.slack.settings import SlackSettings
from core.errors import ProviderError
from core.ports import Clock

log = structlog.get_logger()
_REMEMBERED = timedelta(minutes=5)
"""Another process may have changed what is stored, so it is read again after so long."""
_MINUTES_AHEAD = 120
"""A token that ends within so many minutes is renewed; Slack gives twelve hours."""


@dataclass(frozen=True, slots=True)
class _Remembered:
    installed: Installed
    until: datetime


class ManyWorkspaces:
    """Implements `Installations`. `engine` is SQLAlchemy's, from the store; we only hand it on.

    In the store an installation always stands under no enterprise: the id of a workspace is
    enough, and messages that go out know no more.
    """

    def __init__(
        self,
        settings: SlackSettings,
        engine: Any,  # noqa: ANN401 - of a library that only the store may name
        clock: Clock,
    ) -> None:
        self._clients = Clients(settings)
        self.store = AsyncSQLAlchemyInstallationStore(settings.client_id, engine)
        self._rotator = AsyncTokenRotator(
            client_id=settings.client_id,
            client_secret=settings.client_secret,
            client=self._clients.make(),
        )
        self._clock = clock
        self._remembered: dict[str, _Remembered] = {}
        self._reading: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    @property
    def bare(self) -> AsyncWebClient:
        """A client without a token."""
        return self._clients.make()

    async def installed(self, workspace_id: str) -> Installed:
        """Return the app in this workspace, with a token that is good for a while yet."""
        async with self._reading[workspace_id]:
            known = self._remembered.get(workspace_id)
            if known is None or known.until <= self._clock.now():
                known = await self._read(workspace_id)
                self._remembered[workspace_id] = known
            return known.installed

    async def add(self, installation: Installation) -> Installed:
        """Keep a new installation; from now on it is the one that counts in its workspace."""
        installation.enterprise_id = None
        workspace = str(installation.team_id)
        await self.store.async_save(installation)
        self._remembered.pop(workspace, None)
        return await self.installed(workspace)

    async def forget(self, workspace_id: str, removed_at: datetime) -> None:
        """Delete the workspace's tokens, unless they are newer than the removal."""
        bot = await self._stored(workspace_id)
        if bot is not None and bot.installed_at > removed_at.timestamp():
            return
        await self.store.async_delete_all(enterprise_id=None, team_id=workspace_id)
        self._remembered.pop(workspace_id, None)

    async def close(self) -> None:
        """Close all connections to Slack; the engine belongs to whoever gave it."""
        await self._clients.close()

    async def _read(self, workspace_id: str) -> _Remembered:
        bot = await self._stored(workspace_id)
        if bot is None:
            self._remembered.pop(workspace_id, None)
            raise not_installed(workspace_id)
        bot = await self._renewed(bot)
        here = Installed(
            team_id=workspace_id,
            team_name=bot.team_name or "",
            bot_id=bot.bot_id,
            bot_user_id=bot.bot_user_id,
            client=self._clients.make(bot.bot_token),
        )
        return _Remembered(here, self._clock.now() + _REMEMBERED)

    async def _stored(self, workspace_id: str) -> Bot | None:
        return await self.store.async_find_bot(enterprise_id=None, team_id=workspace_id)

    async def _renewed(self, bot: Bot) -> Bot:
        """Return the bot with a newer token when its own soon ends, and keep that."""
        try:
            newer = await self._rotator.perform_bot_token_rotation(
                bot=bot, minutes_before_expiration=_MINUTES_AHEAD
            )
        except (aiohttp.ClientError, TimeoutError, OSError):
            # The old one is good for up to two hours yet, and the next reading tries again.
            return bot
        except SlackTokenRotationError as error:
            return await self._renewed_by_another(bot, error)
        if newer is None:
            return bot
        await self.store.async_save_bot(newer)
        return newer

    async def _renewed_by_another(self, bot: Bot, error: SlackTokenRotationError) -> Bot:
        """A refresh token works once: another process may have used it, and kept what it got."""
        stored = await self._stored(str(bot.team_id))
        if stored is not None and stored.bot_token != bot.bot_token:
            return stored
        log.error("slack_token_not_renewed", workspace=bot.team_id)
        raise ProviderError("Slack does not renew the workspace's token", retryable=True) from error
