"""Slack as a process meets it that can be ended at any line."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.clients import Clients
from bots.slack.installations import Installed, not_installed
from bots.slack.settings import SlackSettings
from tests.lives import Life
from tests.slack.town import Town


class MortalClient(AsyncWebClient):
    """Dies before Slack was asked, or before its answer was read."""

    life: Life

    async def api_call(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - the SDK's own
        self.life.step()
        answer = await super().api_call(*arguments, **named)
        self.life.step()
        return answer


class BothWorkspaces:
    """Implements `Installations`: acme and bravo, each with the token that the Town gave it."""

    def __init__(self, town: Town, settings: SlackSettings, life: Life) -> None:
        self._town = town
        self._clients = Clients(settings)
        self._life = life

    @property
    def bare(self) -> AsyncWebClient:
        return self._clients.make()

    async def installed(self, workspace_id: str) -> Installed:
        for each in self._town.workspaces:
            if each.team == workspace_id:
                client = self._client(each.bot_token)
                return Installed(each.team, each.name, each.bot, each.bot_user, client)
        raise not_installed(workspace_id)

    async def forget(self, workspace_id: str, removed_at: datetime) -> None:
        raise not_installed(workspace_id)

    async def close(self) -> None:
        await self._clients.close()

    def _client(self, token: str) -> AsyncWebClient:
        made = self._clients.make(token)
        client = MortalClient(
            made.token,
            base_url=made.base_url,
            session=made.session,
            retry_handlers=made.retry_handlers,
        )
        client.life = self._life
        return client
