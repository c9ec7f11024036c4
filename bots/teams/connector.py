"""Teams' connector service: posts, edits, deletes, begins conversations, tells who somebody is.

Activities go out as the plain JSON they are: the library's own client drops what it does not know
(such as `streaminfo`), and blocks a thread for each request.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import aiohttp

from bots.teams.pace import Pace
from bots.teams.references import Reference
from core.errors import ProviderError

Token = Callable[[], Awaitable[str]]
"""Gives a token for the connector, "" where none is asked for. Raises ProviderError."""
Activity = Mapping[str, Any]

_AGAIN = frozenset({412, 429, 502, 504})
"""What Teams' documents say to try again, with back-off."""
_NEVER = frozenset({501})
_SLOW, _SERVER_FAULT = 408, 500
_PAGE = 200


class Refused(ProviderError):  # noqa: N818 - a refusal is what it is
    """Teams said no, and would again. `status` is HTTP's, `code` Teams' own word ("" for none)."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(f"Teams refused: {status} {code}".strip(), retryable=False)
        self.status = status
        self.code = code

    @property
    def gone(self) -> bool:
        """Whether what was asked about is not there, or we may not be there."""
        return self.status in {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.GONE}


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody as Teams knows them. `mail` holds e-mail and user principal name, as far as told."""

    id: str
    name: str
    mail: frozenset[str]


class Connector:
    """The connector service of every tenant; `session` belongs to the loop that made it."""

    def __init__(self, session: aiohttp.ClientSession, token: Token, pace: Pace) -> None:
        self._session = session
        self._token = token
        self._pace = pace

    async def send(self, where: Reference, activity: Activity) -> str:
        """Post an activity; returns its id. Raises ProviderError."""
        path = f"/v3/conversations/{_part(where.conversation)}/activities"
        answer = await self._asked("POST", where, path, _from(where, activity))
        return str(answer.get("id") or "")

    async def update(self, where: Reference, activity_id: str, activity: Activity) -> None:
        """Put another activity in the place of one of ours. Raises ProviderError."""
        path = f"/v3/conversations/{_part(where.conversation)}/activities/{_part(activity_id)}"
        await self._asked("PUT", where, path, {**_from(where, activity), "id": activity_id})

    async def delete(self, where: Reference, activity_id: str) -> None:
        """Take one of our activities away. Raises ProviderError."""
        path = f"/v3/conversations/{_part(where.conversation)}/activities/{_part(activity_id)}"
        await self._asked("DELETE", where, path)

    async def begin_chat(self, where: Reference, person: str) -> str:
        """Return the personal chat with somebody. Raises ProviderError, Refused without the app."""
        asked = {
            "bot": {"id": where.bot, "name": where.bot_name},
            "members": [{"id": person}],
            "isGroup": False,
            "tenantId": where.tenant,
            "channelData": {"tenant": {"id": where.tenant}},
        }
        answer = await self._asked("POST", where, "/v3/conversations", asked)
        return str(answer["id"])

    async def begin_thread(self, where: Reference, activity: Activity) -> str:
        """Post into a channel, outside of any thread; returns the id of the message.

        `where` is the channel. Raises ProviderError.
        """
        asked = {
            "bot": {"id": where.bot, "name": where.bot_name},
            "isGroup": True,
            "tenantId": where.tenant,
            "channelData": {"channel": {"id": where.channel}, "tenant": {"id": where.tenant}},
            "activity": _from(where.at(where.channel), activity),
        }
        answer = await self._asked("POST", where, "/v3/conversations", asked)
        # The conversation is the new thread; its id names the message as well.
        thread = str(answer.get("id") or "").partition(";messageid=")[2]
        return str(answer.get("activityId") or thread)

    async def member(self, where: Reference, person: str) -> Member:
        """Return who somebody of a conversation is. Raises ProviderError."""
        path = f"/v3/conversations/{_part(where.channel)}/members/{_part(person)}"
        return _member(await self._asked("GET", where, path))

    async def members(self, where: Reference) -> list[Member]:
        """Return everybody of a conversation. Raises ProviderError."""
        path = f"/v3/conversations/{_part(where.channel)}/pagedmembers?pageSize={_PAGE}"
        found, more = list[Member](), ""
        while True:
            told = await self._asked("GET", where, f"{path}{more}")
            found += [_member(one) for one in told.get("members") or ()]
            token = str(told.get("continuationToken") or "")
            if not token:
                return found
            more = f"&continuationToken={_part(token)}"

    async def channels(self, where: Reference, team: str) -> dict[str, str]:
        """Return the names of a team's channels by their ids. Raises ProviderError.

        Teams gives the first channel of a team no name: it is shown as General.
        """
        told = await self._asked("GET", where, f"/v3/teams/{_part(team)}/conversations")
        found = told.get("conversations") or []
        return {str(c["id"]): str(c.get("name") or "General") for c in found}

    async def _asked(
        self, method: str, where: Reference, path: str, body: Activity | None = None
    ) -> dict[str, Any]:
        """Ask at the pace that Teams allows. Raises ProviderError."""
        await self._pace.wait(where.tenant, where.channel)
        token = await self._token()
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        url = where.service_url.rstrip("/") + path
        try:
            async with self._session.request(method, url, json=body, headers=headers) as response:
                if response.status < HTTPStatus.BAD_REQUEST:
                    self._pace.well(where.channel)
                    return _json(await response.read())
                raise self._meaning(where, response, _code(await response.read()))
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            wait = self._pace.rest(where.channel, None)
            raise ProviderError(
                "Teams cannot be reached", retryable=True, retry_after_s=wait
            ) from error

    def _meaning(
        self, where: Reference, response: aiohttp.ClientResponse, code: str
    ) -> ProviderError:
        status = response.status
        faulty = status == _SLOW or (status >= _SERVER_FAULT and status not in _NEVER)
        if status in _AGAIN or faulty:
            wait = self._pace.rest(where.channel, _retry_after_s(response))
            what = f"Teams refused for now: {status} {code}".strip()
            return ProviderError(what, retryable=True, retry_after_s=wait)
        if status == HTTPStatus.UNAUTHORIZED:
            # A secret that has expired is mended by people, and what waits goes out then.
            wait = self._pace.rest(where.channel, None)
            return ProviderError(
                "Teams does not take our token", retryable=True, retry_after_s=wait
            )
        return Refused(status, code)


def _from(where: Reference, activity: Activity) -> dict[str, Any]:
    """Return the activity as ours, in its conversation."""
    return {
        "channelId": "msteams",
        "serviceUrl": where.service_url,
        "from": {"id": where.bot, "name": where.bot_name},
        "conversation": {
            "id": where.conversation,
            "tenantId": where.tenant,
            "conversationType": where.scope.value,
        },
        **activity,
    }


def _member(told: Activity) -> Member:
    mail = {str(told.get(key) or "").lower() for key in ("email", "userPrincipalName", "upn")}
    name = told.get("name") or told.get("givenName") or ""
    found = told.get("aadObjectId") or told.get("objectId") or told.get("id") or ""
    return Member(str(found), str(name), frozenset(mail - {""}))


def _part(words: str) -> str:
    return quote(words, safe="")


def _json(body: bytes) -> dict[str, Any]:
    """Return what was answered; nothing where it was no JSON object, as after a DELETE."""
    try:
        found = json.loads(body) if body.strip() else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _code(body: bytes) -> str:
    """Return Teams' own word for why: an error's code, never its words."""
    error = _json(body).get("error")
    return str(error.get("code") or "")[:80] if isinstance(error, dict) else ""


def _retry_after_s(response: aiohttp.ClientResponse) -> float | None:
    told = response.headers.get("Retry-After", "")
    return float(told) if told.replace(".", "", 1).isdigit() else None
