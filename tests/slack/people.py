"""Who lives in the workspaces of the tests, and in which channels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

APP = "A0SCRIMMAGE"
CLIENT_ID = "1234567890.scrimmage"
CLIENT_SECRET = "the app's own secret"
CHANNELS = ("coaches", "team-a")  # where the bot was invited; "general" and "random" are there too
# All that an app like ours asks for when it is installed.
SCOPES = (
    "app_mentions:read assistant:write calls:read calls:write channels:history channels:join "
    "channels:read chat:write chat:write.customize commands files:read "
    "files:write groups:history groups:read im:history im:read im:write mpim:history mpim:read "
    "mpim:write reactions:read reactions:write team:read users:read users:read.email"
)


@dataclass(frozen=True, slots=True)
class Resident:
    """Somebody before they have an id; `tz` is a name of the time zone database."""

    name: str
    real_name: str
    tz: str = "Europe/London"
    admin: bool = False


RESIDENTS = (
    Resident("alex", "Alex Kim"),
    Resident("tia", "Tia Moreau", tz="America/New_York"),
    Resident("ines", "Ines Duarte", tz="Europe/Lisbon"),
    Resident("ravi", "Ravi Patel", tz="Asia/Kolkata"),
    Resident("ada", "Ada Byron", admin=True),
    Resident("zed", "Zed Stranger", tz="Pacific/Auckland"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A workspace before it runs: its names, and the ids that we choose ourselves."""

    name: str
    team: str
    bot_user: str
    bot: str

    @property
    def bot_token(self) -> str:
        """The token that the app has there from the beginning."""
        return f"xoxb-{self.name}"

    def email(self, person: str) -> str:
        return f"{person}@{self.name}.test"

    def user_token(self, person: str) -> str:
        return f"xoxp-{self.name}-{person}"


ACME = Place("acme", "T0ACME", "U0ACMEBOT", "B0ACMEBOT")
BRAVO = Place("bravo", "T0BRAVO", "U0BRAVOBOT", "B0BRAVOBOT")


def seed(place: Place) -> dict[str, Any]:
    """The workspace in the form that emulate reads."""
    app = {
        "app_id": APP,
        "client_id": CLIENT_ID,
        "client_secret": CLIENT_SECRET,
        "name": "Scrimmage",
        "redirect_uris": ["http://127.0.0.1/slack/oauth_redirect"],
        "scopes": SCOPES.split(),
        "bot_id": place.bot,
        "bot_user_id": place.bot_user,
        "bot_name": "scrimmage",
    }
    users = [
        {"name": each.name, "real_name": each.real_name, "email": place.email(each.name)}
        | {"is_admin": each.admin}
        for each in RESIDENTS
    ]
    bot = {"token": place.bot_token, "type": "bot", "user_id": place.bot_user, "bot_id": place.bot}
    people = [
        {"token": place.user_token(each.name), "type": "user", "user": each.name}
        for each in RESIDENTS
    ]
    return {
        "slack": {
            "team": {"name": place.name.title(), "domain": place.name},
            "users": users,
            "channels": [{"name": name} for name in CHANNELS],
            "oauth_apps": [app],
            "tokens": [bot | {"app_id": APP}, *people],
        }
    }
