"""One workspace, served by the bot token of the settings."""

from __future__ import annotations

import asyncio
from datetime import datetime

from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.clients import Clients
from bots.slack.errors import asked
from bots.slack.installations import Installed, OnInstall, not_installed
from bots.slack.settings import SlackSettings


class OneWorkspace:
    """Implements `Installations`. Asks auth.test once; belongs to the loop that made it."""

    def __init__(self, settings: SlackSettings, on_install: OnInstall) -> None:
        self._clients = Clients(settings)
        self._token = settings.bot_token
        self._on_install = on_install
        self._asking = asyncio.Lock()
        self._known: Installed | None = None

    @property
    def bare(self) -> AsyncWebClient:
        """A client without a token."""
        return self._clients.make()

    async def start(self) -> Installed:
        """Learn which workspace the token is of, and tell of it; once is enough.

        When Slack cannot be reached, the first request from it or message to it tries again.
        Raises ProviderError, and StorageError when the workspace could not be taken in.
        """
        async with self._asking:
            if self._known is None:
                found = await self._ask()
                await self._on_install(found.team_id, found.team_name, "", "", "")
                self._known = found
            return self._known

    async def installed(self, workspace_id: str) -> Installed:
        """Return the app in this workspace. Raises ProviderError for any other."""
        known = self._known or await self.start()
        if known.team_id != workspace_id:
            raise not_installed(workspace_id)
        return known

    async def forget(self, workspace_id: str, removed_at: datetime) -> None:
        """Ask Slack anew next time: the token is the settings', and not ours to delete."""
        del removed_at
        if self._known is not None and self._known.team_id == workspace_id:
            self._known = None

    async def close(self) -> None:
        """Close all connections."""
        await self._clients.close()

    async def _ask(self) -> Installed:
        client = self._clients.make(self._token)
        answer = await asked(client.auth_test())
        return Installed(
            team_id=str(answer["team_id"]),
            team_name=str(answer["team"]),
            bot_id=str(answer.get("bot_id") or ""),
            bot_user_id=str(answer["user_id"]),
            client=client,
        )
