"""Installing the app from a browser: /slack/install, and the way back from Slack."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

import structlog
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.oauth.async_callback_options import (
    AsyncCallbackOptions,
    AsyncFailureArgs,
    AsyncSuccessArgs,
)
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.state_store.sqlalchemy import AsyncSQLAlchemyOAuthStateStore

from bots.slack import install_pages
from bots.slack.installations import Installed, OnInstall
from bots.slack.manifest import SCOPES
from bots.slack.many_workspaces import ManyWorkspaces
from bots.slack.settings import INSTALL_PATH, REDIRECT_PATH, SlackSettings

log = structlog.get_logger()
_STATE_S = 600
_OF_AN_ORGANISATION = "org_install"


class Installing(AsyncOAuthFlow):
    """Bolt's flow, which also tells us who installed the app. Give its routes to the server.

    `engine` is the one that `ManyWorkspaces` has.
    """

    def __init__(
        self,
        settings: SlackSettings,
        many: ManyWorkspaces,
        engine: Any,  # noqa: ANN401 - of a library that only the store may name
        on_install: OnInstall,
    ) -> None:
        super().__init__(client=many.bare, settings=_oauth_settings(settings, many, engine))
        self._many = many
        self._on_install = on_install

    def routes(self) -> list[web.RouteDef]:
        """Return the two pages."""
        return [
            web.get(INSTALL_PATH, self._install),
            web.get(REDIRECT_PATH, self._redirect),
        ]

    async def store_installation(
        self, request: AsyncBoltRequest, installation: Installation
    ) -> None:
        """Keep the tokens, and let the workspace and who installed it be taken in."""
        del request
        here = await self._many.add(installation)
        name, zone = await _who(here, str(installation.user_id))
        await self._on_install(here.team_id, here.team_name, str(installation.user_id), name, zone)
        log.info("slack_installed", workspace=here.team_id)

    async def run_installation(self, code: str) -> Installation | None:
        """Get the token for the code; one for a whole organisation is not taken."""
        found = await super().run_installation(code)
        if found is not None and (found.is_enterprise_install or not found.team_id):
            raise _OrganisationError
        return found

    async def finish(self, request: AsyncBoltRequest) -> BoltResponse:
        """Take in whoever comes back from Slack, or say what went wrong."""
        try:
            return await self.handle_callback(request)
        except _OrganisationError:
            return install_pages.failure(_OF_AN_ORGANISATION, 200)
        except Exception:
            # Whoever installs gets a sentence and a reference, and the log gets the rest.
            reference = uuid.uuid4().hex[:8]
            log.exception("slack_installing_failed", reference=reference)
            return install_pages.failure("", 500, reference)

    async def _install(self, request: web.Request) -> web.Response:
        return await to_aiohttp_response(
            await self.handle_installation(await to_bolt_request(request))
        )

    async def _redirect(self, request: web.Request) -> web.Response:
        return await to_aiohttp_response(await self.finish(await to_bolt_request(request)))


class _OrganisationError(Exception):
    """The app was installed for a whole organisation."""


class _States(AsyncSQLAlchemyOAuthStateStore):
    """Also deletes what nobody came back with: anybody may open /slack/install."""

    async def async_issue(self, *args: object, **kwargs: object) -> str:
        """Return a new state, good for some minutes."""
        states = self.oauth_states
        now = datetime.now(UTC).replace(tzinfo=None)
        async with self.engine.begin() as connection:
            await connection.execute(states.delete().where(states.c.expire_at < now))
        return await super().async_issue(*args, **kwargs)


def _oauth_settings(
    settings: SlackSettings,
    many: ManyWorkspaces,
    engine: Any,  # noqa: ANN401 - as above
) -> AsyncOAuthSettings:
    site = settings.api_url.removesuffix("api/")
    return AsyncOAuthSettings(
        client_id=settings.client_id,
        client_secret=settings.client_secret,
        scopes=SCOPES,
        # Not left away: Bolt would look for some in the environment.
        user_scopes=(),
        redirect_uri=settings.base_url + REDIRECT_PATH,
        install_path=INSTALL_PATH,
        redirect_uri_path=REDIRECT_PATH,
        install_page_rendering_enabled=False,
        callback_options=AsyncCallbackOptions(success=_succeeded, failure=_failed),
        authorization_url=f"{site}oauth/v2/authorize",
        installation_store=many.store,
        state_store=_States(_STATE_S, engine),
        state_expiration_seconds=_STATE_S,
    )


async def _succeeded(args: AsyncSuccessArgs) -> BoltResponse:
    installed = args.installation
    return install_pages.success(
        str(installed.app_id), str(installed.team_id), installed.team_name or ""
    )


async def _failed(args: AsyncFailureArgs) -> BoltResponse:
    log.warning("slack_not_installed", reason=install_pages.known(args.reason))
    return install_pages.failure(args.reason, args.suggested_status_code)


async def _who(here: Installed, user_id: str) -> tuple[str, str]:
    """Name and time zone of who installed it; the id and "" when Slack will not tell."""
    try:
        user = (await here.client.users_info(user=user_id))["user"]
    except SlackApiError:
        return user_id, ""
    return str(user.get("real_name") or user.get("name") or user_id), str(user.get("tz") or "")
