"""One who asks the connector as a bot does, with nothing between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import aiohttp

from tests.teams.people import ACME, BOT, Place
from tests.teams.town import TeamsTown

Thing = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """What was answered."""

    status: int
    body: Any
    headers: Mapping[str, str]

    @property
    def id(self) -> str:
        return str(self.body["id"])

    @property
    def code(self) -> str:
        return str(self.body["error"]["code"])


@dataclass(frozen=True, slots=True)
class Asking:
    """A bot without a mind, in one tenant."""

    town: TeamsTown
    session: aiohttp.ClientSession
    place: Place = ACME
    token: str = ""

    async def send(self, conversation: str, activity: Thing) -> Told:
        return await self.ask("POST", f"conversations/{_part(conversation)}/activities", activity)

    async def update(self, conversation: str, number: str, activity: Thing) -> Told:
        path = f"conversations/{_part(conversation)}/activities/{_part(number)}"
        return await self.ask("PUT", path, activity)

    async def delete(self, conversation: str, number: str) -> Told:
        path = f"conversations/{_part(conversation)}/activities/{_part(number)}"
        return await self.ask("DELETE", path)

    async def begin(self, person: str) -> Told:
        tenant = self.place.tenant
        asked = {"bot": {"id": BOT}, "isGroup": False, "members": [{"id": person}]}
        return await self.ask("POST", "conversations", {**asked, "tenantId": tenant})

    async def begin_thread(self, channel: str, activity: Thing) -> Told:
        about = {"channel": {"id": channel}, "tenant": {"id": self.place.tenant}}
        asked = {"isGroup": True, "channelData": about, "activity": activity}
        return await self.ask("POST", "conversations", asked)

    async def ask(self, method: str, path: str, body: Thing | None = None) -> Told:
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        url = f"{self.town.service_url(self.place)}v3/{path}"
        async with self.session.request(method, url, json=body, headers=headers) as response:
            text = await response.text()
            told = await response.json() if text and response.content_type.endswith("json") else {}
            return Told(response.status, told, dict(response.headers))


def text(words: str) -> dict[str, Any]:
    """A message."""
    return {"type": "message", "text": words}


def _part(words: str) -> str:
    return quote(words, safe="")
