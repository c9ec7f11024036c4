"""The app as Teams is told of it: what it shows, may do and wants to hear. No more than is used.

The forms and lengths are those of Microsoft's own schema, version 1.19, at
developer.microsoft.com/json-schemas/teams. Newer ones, up to 1.30, add nothing that is used here.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from bots.teams.names import Verb

SCHEMA = "1.19"
VERSION = "1.0.0"
"""Of the package. Teams takes a changed package only under a higher version."""

CHANNEL_MESSAGES = "ChannelMessage.Read.Group"
"""The permission to hear the messages of a team's channels that do not mention the app."""

ACCENT = "#0f6e5f"
COLOR_ICON = "color.png"
OUTLINE_ICON = "outline.png"

_SHORT = "Practice calls with an AI customer, scored against a rubric."
_FULL = (
    "Scrimmage lets you practise calls with customers before you hold them. Accept an assignment, "
    "talk with an AI customer in a chat or by voice, and see how you did against a rubric, with "
    "the lines that show it. Coaches add what the rubric cannot see, and managers see who has "
    "practised what."
)
# The words that people write to the app, with what each brings. Teams offers them while they write.
_PERSONAL = (
    ("training", "What is assigned to you, running, done and overdue."),
    ("help", "What you can ask for here."),
    ("end call", "End the call that you are holding."),
    ("review", "The calls that wait for your review."),
    ("assign", "Give a scenario to a trainee."),
    ("digest", "Who has practised what, and who needs help."),
    ("digest time", "When your digest comes."),
    ("people", "Who takes part, and as what."),
    ("settings", "Where calls for review appear, and what comes up by itself."),
)
_TEAM = (
    ("training", "What is assigned to you, running, done and overdue."),
    ("help", "What you can ask for here."),
    ("end call", "End the call that you are holding."),
    ("review", "The calls that wait for your review."),
    ("assign", "Give a scenario to a trainee."),
    ("settings", "Where calls for review appear, and what comes up by itself."),
)


@dataclass(frozen=True, slots=True)
class App:
    """What an installation decides about its package.

    `app_id` is the bot's Microsoft App ID. `base_url` is the https address of this server.
    Without `hears_channels` the app is told only of messages that mention it. `version` is three
    numbers with dots.
    """

    app_id: str
    base_url: str
    hears_channels: bool = True
    version: str = VERSION


def manifest(app: App) -> dict[str, object]:
    """Return the manifest, ready to be written as JSON. Raises ValueError without https."""
    base = app.base_url.rstrip("/")
    host = urlsplit(base).hostname
    if not base.startswith("https://") or not host:
        raise ValueError("Teams needs the https address of this server.")
    return {
        "$schema": f"https://developer.microsoft.com/json-schemas/teams/v{SCHEMA}"
        "/MicrosoftTeams.schema.json",
        "manifestVersion": SCHEMA,
        "version": app.version,
        "id": app.app_id,
        "developer": {
            "name": "Scrimmage",
            "websiteUrl": base,
            "privacyUrl": base,
            "termsOfUseUrl": base,
        },
        "name": {"short": "Scrimmage", "full": "Scrimmage: practice calls with an AI customer"},
        "description": {"short": _SHORT, "full": _FULL},
        "icons": {"color": COLOR_ICON, "outline": OUTLINE_ICON},
        "accentColor": ACCENT,
        "bots": [_bot(app.app_id)],
        "composeExtensions": [_message_menu(app.app_id)],
        "validDomains": [host],
        "defaultInstallScope": "personal",
        "defaultGroupCapability": {"team": "bot"},
        **(_consent(app.app_id, base) if app.hears_channels else {}),
    }


def _bot(app_id: str) -> dict[str, object]:
    return {
        "botId": app_id,
        "scopes": ["personal", "team"],
        "isNotificationOnly": False,
        "supportsFiles": False,
        "commandLists": [_commands("personal", _PERSONAL), _commands("team", _TEAM)],
    }


def _commands(scope: str, offered: tuple[tuple[str, str], ...]) -> dict[str, object]:
    commands = [{"title": title, "description": told} for title, told in offered]
    return {"scopes": [scope], "commands": commands}


def _message_menu(app_id: str) -> dict[str, object]:
    """The entry in the menu of a message, which opens a dialog about that line."""
    return {
        "botId": app_id,
        "commands": [
            {
                "id": Verb.COMMENT.value,
                "type": "action",
                "title": "Comment on this line",
                "description": "Tell the trainee what you think of this line of their call.",
                "context": ["message"],
                "fetchTask": True,
            }
        ],
    }


def _consent(app_id: str, base: str) -> dict[str, object]:
    """Who adds the app to a team is asked for this; it is granted for that team alone."""
    permissions = {"resourceSpecific": [{"name": CHANNEL_MESSAGES, "type": "Application"}]}
    return {
        # The permission is granted to this registration. Without a sign-in of people `resource`
        # means nothing, but consent is refused where it is missing.
        "webApplicationInfo": {"id": app_id, "resource": base},
        "authorization": {"permissions": permissions},
    }
