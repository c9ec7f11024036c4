"""Installing the app: codes for tokens, and tokens that are renewed."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.slack.people import APP, CLIENT_ID, CLIENT_SECRET
from tests.slack.town.asked import Refused, Thing
from tests.slack.town.ids import fresh
from tests.slack.town.tokens import ALL_SCOPES, Tokens
from tests.slack.town.workspace import Workspace

_HALF_A_DAY = 43_200


@dataclass(frozen=True, slots=True)
class _Installation:
    workspace: Workspace
    by: str
    scopes: frozenset[str]


class OAuth:
    """Answers oauth.v2.access. With `rotation` tokens end after 12 hours and can be renewed."""

    def __init__(self, tokens: Tokens) -> None:
        self.rotation = True
        self._tokens = tokens
        self._codes: dict[str, _Installation] = {}
        self._renewals: dict[str, _Installation] = {}

    def code(self, workspace: Workspace, by: str, scopes: frozenset[str] = ALL_SCOPES) -> str:
        """A code as the redirect brings it, when the user with the id `by` installed the app."""
        made = fresh("code-")
        self._codes[made] = _Installation(workspace, by, scopes)
        return made

    def access(self, request: web.Request, arguments: Mapping[str, Any]) -> Thing:
        """Give a token for a code or a refresh token, each good for once. Raises Refused."""
        self._check_client(request, arguments)
        if arguments.get("grant_type") == "refresh_token":
            found = self._renewals.pop(str(arguments.get("refresh_token")), None)
            error = "invalid_refresh_token"
        else:
            found = self._codes.pop(str(arguments.get("code")), None)
            error = "invalid_code"
        if found is None:
            raise Refused(error)
        return self._installed(found)

    def _check_client(self, request: web.Request, arguments: Mapping[str, Any]) -> None:
        given = arguments.get("client_id"), arguments.get("client_secret")
        header = request.headers.get("Authorization", "")
        if header.startswith("Basic "):
            name, _, secret = base64.b64decode(header[6:]).decode().partition(":")
            given = name, secret
        if given[0] != CLIENT_ID:
            raise Refused("invalid_client_id")
        if given[1] != CLIENT_SECRET:
            raise Refused("bad_client_secret")

    def _installed(self, found: _Installation) -> Thing:
        workspace, renewed = found.workspace, {}
        token = fresh("xoxb-installed-")
        if self.rotation:
            token, refresh = fresh("xoxe.xoxb-1-"), fresh("xoxe-1-")
            self._renewals[refresh] = found
            renewed = {"refresh_token": refresh, "expires_in": _HALF_A_DAY}
        self._tokens.give(token, workspace, found.scopes)
        return {
            "ok": True,
            "access_token": token,
            "token_type": "bot",
            "scope": ",".join(sorted(found.scopes)),
            "bot_user_id": workspace.bot_user,
            "app_id": APP,
            "team": {"id": workspace.team, "name": workspace.name.title()},
            "enterprise": None,
            "is_enterprise_install": False,
            "authed_user": {"id": found.by},
            **renewed,
        }
