"""One workspace of the Town: an emulate behind it, with the ids of who and what is there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp

from tests.slack.emulated import Emulated
from tests.slack.people import CHANNELS, RESIDENTS, Resident

# Emulate gives this one id to whatever workspace it is.
_ITS_TEAM = "T000000001"
_NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)


@dataclass(slots=True)
class Workspace:
    """Where people and channels are known by name: `user("alex")`, `channel("coaches")`.

    `floor` is the time of the last message of earlier tests: what is older is not there.
    """

    emulated: Emulated
    session: aiohttp.ClientSession
    floor: str = ""
    joined: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.floor = self.emulated.now()
        self.joined = {self.emulated.channels[name] for name in CHANNELS}

    @property
    def team(self) -> str:
        return self.emulated.place.team

    @property
    def name(self) -> str:
        return self.emulated.place.name

    @property
    def bot_token(self) -> str:
        return self.emulated.place.bot_token

    @property
    def bot_user(self) -> str:
        return self.emulated.place.bot_user

    @property
    def bot(self) -> str:
        """The id of the bot, which is not that of its user."""
        return self.emulated.place.bot

    def user(self, name: str) -> str:
        """The id of somebody of `people.RESIDENTS`."""
        return self.emulated.users[name]

    def email(self, name: str) -> str:
        return self.emulated.place.email(name)

    def channel(self, name: str) -> str:
        """The id of "coaches", "team-a", or of "general" and "random" without the bot."""
        return self.emulated.channels[name]

    async def forward(
        self, method: str, arguments: Mapping[str, Any], token: str = ""
    ) -> dict[str, Any]:
        """Ask emulate, as the bot unless told otherwise, and give its answer."""
        headers = {"Authorization": f"Bearer {token or self.bot_token}"}
        form = {name: _plain(value) for name, value in arguments.items() if value is not None}
        form.pop("token", None)
        url = f"{self.emulated.url}/api/{method}"
        async with self.session.post(url, data=form, headers=headers) as response:
            text = (await response.text()).replace(_ITS_TEAM, self.team)
        answer: dict[str, Any] = json.loads(text)
        if "ok" not in answer:
            return {"ok": False, "error": "unknown_method", "req_method": method}
        return answer

    def described(self, user: Mapping[str, Any]) -> dict[str, Any]:
        """A user as Slack describes one: emulate leaves time zones and roles out."""
        known = {self.emulated.users[each.name]: each for each in RESIDENTS}
        resident = known.get(str(user.get("id")), Resident("", ""))
        offset = _NOON.astimezone(ZoneInfo(resident.tz)).utcoffset()
        return {
            **user,
            "tz": resident.tz,
            "tz_label": resident.tz.replace("_", " "),
            "tz_offset": int(offset.total_seconds()) if offset else 0,
            "is_admin": resident.admin,
            "is_owner": resident.admin,
            "is_primary_owner": resident.admin,
            "is_restricted": False,
            "is_ultra_restricted": False,
            "is_app_user": False,
        }


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value)
