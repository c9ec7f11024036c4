"""Looks, before anybody writes to the app, whether Slack takes what we were given."""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine, Sequence

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bots.chat.findings import Finding, Level
from bots.chat.findings import refuse as refuse_wrong
from bots.slack.clients import Clients
from bots.slack.findings import APPS, SIGNING_SECRET, refused, unreachable
from bots.slack.manifest import PURPOSES, SCOPES
from bots.slack.settings import SlackSettings

_SIGNING_SECRET = re.compile(r"[0-9a-f]{32}")
_Step = Callable[[AsyncWebClient, SlackSettings], Coroutine[None, None, list[Finding]]]


async def check(settings: SlackSettings, call_s: float = 10.0) -> Sequence[Finding]:
    """Return what was found, the good things too. Each call to Slack may take `call_s` seconds.

    Never raises for what Slack answers, nor when it cannot be reached: that is a finding.
    """
    found: list[Finding] = []
    clients = Clients(settings, call_s)
    try:
        for method, step in _steps(settings):
            try:
                found += await step(clients.make(settings.bot_token), settings)
            except SlackApiError as error:
                found.append(refused(method, _code(error)))
            except (aiohttp.ClientError, TimeoutError, OSError):
                found.append(unreachable(settings.api_url))
                break
    finally:
        await clients.close()
    return [*found, *_signing_secret(settings)]


def refuse(found: Sequence[Finding]) -> None:
    """Raise PracticeError that tells everything that is wrong, if anything is."""
    refuse_wrong(found, "Slack")


def _steps(settings: SlackSettings) -> list[tuple[str, _Step]]:
    steps: list[tuple[str, _Step]] = []
    if settings.bot_token:
        steps.append(("auth.test", _bot_token))
    if settings.app_token:
        steps.append(("apps.connections.open", _app_token))
    if settings.many:
        steps.append(("oauth.v2.access", _credentials))
    return steps


async def _bot_token(client: AsyncWebClient, _settings: SlackSettings) -> list[Finding]:
    answer = await client.auth_test()
    where = f"{answer.get('team')}, workspace {answer.get('team_id')}"
    told = f"The bot token is that of @{answer.get('user')} in {where}."
    return [Finding(Level.GOOD, told), *_scopes(answer)]


def _scopes(answer: AsyncSlackResponse) -> list[Finding]:
    """Slack tells with every answer what the token was granted."""
    granted = answer.headers.get("x-oauth-scopes")
    if granted is None:
        return [Finding(Level.UNSURE, "Slack did not tell which scopes the app has.")]
    having = {scope.strip() for scope in granted.split(",")}
    missing = [scope for scope in SCOPES if scope not in having]
    if not missing:
        return [Finding(Level.GOOD, "The app has every scope that it uses.")]
    mend = f"Reinstall the app from the manifest: {APPS} → App Manifest, then Install App."
    return [
        Finding(Level.WRONG, f"Without the scope {name} the app may not {PURPOSES[name]}.", mend)
        for name in missing
    ]


async def _app_token(client: AsyncWebClient, settings: SlackSettings) -> list[Finding]:
    await client.apps_connections_open(app_token=settings.app_token)
    return [Finding(Level.GOOD, "The app-level token opens connections for Socket Mode.")]


async def _credentials(client: AsyncWebClient, settings: SlackSettings) -> list[Finding]:
    """Ask for a token with no code: Slack looks at the app's id and secret first."""
    try:
        await client.oauth_v2_access(
            client_id=settings.client_id, client_secret=settings.client_secret, code="check"
        )
    except SlackApiError as error:
        if _code(error) != "invalid_code":
            raise
    return [Finding(Level.GOOD, "Slack takes the client id and the client secret.")]


def _signing_secret(settings: SlackSettings) -> list[Finding]:
    if settings.socket_mode:
        return []
    if not _SIGNING_SECRET.fullmatch(settings.signing_secret):
        mend = f"Copy it from {APPS} → Basic Information → App Credentials."
        return [Finding(Level.WRONG, f"{SIGNING_SECRET} is no signing secret.", mend)]
    return [
        Finding(
            Level.UNSURE,
            "The signing secret looks right; whether it is this app's shows when Slack first "
            f"writes. If it is not, the log then says so and names {SIGNING_SECRET}.",
        )
    ]


def _code(error: SlackApiError) -> str:
    """Slack's error code; "" where a gateway answered in its place."""
    found = error.response.get("error") if hasattr(error.response, "get") else None
    return str(found or "")
