"""Teams' requests, on our own route.

The library's own way serialises the answer to an invoke twice, and answers 500 to a token that
has expired: so we look at the token, take the activity, and answer with the body ourselves.
"""

from __future__ import annotations

import json
import traceback
from collections.abc import Awaitable, Callable, Mapping
from pathlib import PurePath
from typing import Any

import structlog
from aiohttp import web

from bots.teams.framework import RequestCheck, Unauthorised
from bots.teams.references import tenant_of
from bots.teams.settings import MESSAGES_PATH, TeamsSettings
from core.errors import ProviderError, StorageError

log = structlog.get_logger()

MOST_BYTES = 2_000_000
Activity = Mapping[str, Any]
Take = Callable[[Activity], Awaitable[dict[str, Any] | None]]
"""Takes an activity; returns the body with which an invoke is answered."""


def route(settings: TeamsSettings, check: RequestCheck | None, take: Take) -> web.RouteDef:
    """Return the one route on which activities come in. `check` None: for the playground alone."""

    async def handle(request: web.Request) -> web.StreamResponse:
        activity = await _activity(request)
        if activity is None:
            raise web.HTTPBadRequest(text="This is no activity.")
        if check is not None:
            await _checked(check, request.headers.get("Authorization", ""), activity)
        tenant = tenant_of(activity)
        if not tenant or not settings.takes(tenant):
            log.warning("teams_tenant_refused", tenant=tenant[:64])
            raise web.HTTPForbidden(text="The app does not serve this tenant.")
        answer = await _taken(take, activity)
        if activity.get("type") == "invoke":
            return web.json_response(answer or {})
        return web.Response()

    return web.post(MESSAGES_PATH, handle)


async def _checked(check: RequestCheck, header: str, activity: Activity) -> None:
    try:
        await check.check(header, activity)
    except Unauthorised as error:
        log.warning("teams_request_refused", why=str(error))
        raise web.HTTPUnauthorized(text="This request does not show that it is Teams'.") from None
    except ProviderError as error:
        log.warning("teams_request_not_checked", why=str(error))
        raise web.HTTPServiceUnavailable(text="Please send it again.") from None


async def _taken(take: Take, activity: Activity) -> dict[str, Any] | None:
    """Take an activity. What people said is in no log, whatever goes wrong."""
    try:
        return await take(activity)
    except StorageError:
        log.warning("teams_activity_not_kept", type=activity.get("type"))
        raise web.HTTPServiceUnavailable(text="Please send it again.") from None
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        # Its words may be somebody's: where it happened must do.
        at = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{PurePath(at.filename).name}:{at.lineno}"
        log.warning("teams_activity_odd", error=type(error).__name__, where=where)
        raise web.HTTPBadRequest(text="This activity is not shaped as Teams' are.") from None


async def _activity(request: web.Request) -> Activity | None:
    """Read what came, None for what is no JSON object: the pages' own limit would be too small."""
    parts, size = [], 0
    while chunk := await request.content.readany():
        size += len(chunk)
        if size > MOST_BYTES:
            raise web.HTTPRequestEntityTooLarge(max_size=MOST_BYTES, actual_size=size)
        parts.append(chunk)
    try:
        found = json.loads(b"".join(parts))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and found.get("type") else None
