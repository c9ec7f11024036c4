"""Where the app is installed, and the client for each workspace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from core.errors import ProviderError


class OnInstall(Protocol):
    """Told of every workspace that has the app; may be told of one again.

    `user_id` is who installed it, "" when nobody can tell. `tz` is a name of the time zone
    database, "" when unknown.
    """

    async def __call__(
        self, team_id: str, team_name: str, user_id: str, user_name: str, tz: str
    ) -> None:
        """Take the workspace in. Raises StorageError."""
        ...


@dataclass(frozen=True, slots=True)
class Installed:
    """The app in one workspace: ids of its bot, and the client that acts as it."""

    team_id: str
    team_name: str
    bot_id: str
    bot_user_id: str
    client: AsyncWebClient


class Installations(Protocol):
    """What the surface needs to know of installations."""

    @property
    def bare(self) -> AsyncWebClient:
        """A client without a token, for `AsyncApp(client=…)`."""
        ...

    async def installed(self, workspace_id: str) -> Installed:
        """Return the app in this workspace, from memory when it was asked for lately.

        Raises ProviderError: not retryable when the app is not installed there.
        """
        ...

    async def forget(self, workspace_id: str, removed_at: datetime) -> None:
        """Forget the workspace's tokens, as the app was removed there at this time.

        Slack may tell of it late: an installation that is newer stays.
        """
        ...

    async def close(self) -> None:
        """Close all connections."""
        ...


async def client_of(installations: Installations, workspace_id: str) -> AsyncWebClient:
    """Return the client for a workspace. Raises ProviderError as `installed` does."""
    return (await installations.installed(workspace_id)).client


class Authorize(AsyncAuthorize):
    """Tells Bolt who we are where a request comes from: `AsyncApp(authorize=Authorize(…), …)`.

    Bolt would ask auth.test each time; what we remember does as well, and costs nothing.
    """

    def __init__(self, installations: Installations) -> None:
        self._installations = installations

    async def __call__(  # noqa: PLR0913 - Bolt's own
        self,
        *,
        context: AsyncBoltContext,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None,
        actor_enterprise_id: str | None = None,
        actor_team_id: str | None = None,
        actor_user_id: str | None = None,
    ) -> AuthorizeResult | None:
        """Return who we are in this workspace, None where the app is not installed."""
        del context, actor_enterprise_id, actor_team_id, actor_user_id
        if team_id is None:
            return None
        try:
            here = await self._installations.installed(team_id)
        except ProviderError as error:
            if error.retryable:
                raise
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=here.team_id,
            team=here.team_name,
            bot_id=here.bot_id,
            bot_user_id=here.bot_user_id,
            bot_token=here.client.token,
            user_id=user_id,
        )


def not_installed(workspace_id: str) -> ProviderError:
    """Return the error for a workspace that does not have the app."""
    return ProviderError(f"the app is not installed in {workspace_id}", retryable=False)
