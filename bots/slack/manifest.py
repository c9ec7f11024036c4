"""The app as Slack is told of it: what it shows, may do and wants to hear. No more than is used.

The forms and lengths are those of Slack's own schema, github.com/slackapi/manifest-schema.
"""

from __future__ import annotations

from bots.slack.names import COMMAND, Modal
from bots.slack.settings import EVENTS_PATH, REDIRECT_PATH

# Each with what it is for, in words that complete "The app may not …".
_SCOPES = (
    ("calls:write", "put a card for calls by voice into a thread"),
    ("channels:history", "read what coaches write in threads of a public channel"),
    ("chat:write", "write messages"),
    ("chat:write.customize", "write the customer's lines under the customer's name"),
    ("commands", f"offer {COMMAND} and its shortcut"),
    ("files:write", "send the pictures that a customer sends along"),
    ("groups:history", "read what coaches write in threads of a private channel"),
    ("im:history", "read what trainees write to it"),
    ("im:write", "begin a conversation with somebody"),
    ("users:read", "see names and time zones, and who opens a huddle"),
    ("users:read.email", "find the people of a roster by their e-mail"),
)
SCOPES = tuple(scope for scope, _ in _SCOPES)
PURPOSES = dict(_SCOPES)
"""What each scope is for; completes "The app may not …"."""

EVENTS = (
    # Somebody opens the Home tab, which is written for them then.
    "app_home_opened",
    # The workspace removes the app: its tokens are forgotten.
    "app_uninstalled",
    "tokens_revoked",
    # A coach answers in a thread of the coaches' channel, public or private.
    "message.channels",
    "message.groups",
    # A trainee writes in a practice thread.
    "message.im",
    # A trainee opens a huddle, which no app can join: they are offered the call page.
    "user_huddle_changed",
)

_LONG_DESCRIPTION = (
    "Scrimmage lets you practise calls with customers before you hold them. Accept an assignment, "
    "talk with an AI customer in a thread or by voice, and see how you did against a rubric, with "
    "the lines that show it. Coaches add what the rubric cannot see, and managers see who has "
    "practised what."
)


def manifest(base_url: str, *, socket_mode: bool, many: bool = False) -> dict[str, object]:
    """Return the manifest, ready to be written as YAML or JSON.

    `base_url` is this server's public address; it may be "" in Socket Mode for one workspace.
    With `many`, other workspaces may install the app by OAuth. Raises ValueError without an
    address where Slack needs one.
    """
    base = base_url.rstrip("/")
    if not base and (many or not socket_mode):
        raise ValueError("Slack needs the address of this server, unless it is Socket Mode.")
    # Over Socket Mode nothing is sent to an address, and Slack asks for none.
    where = {} if socket_mode else {"request_url": base + EVENTS_PATH}
    return {
        "_metadata": {"major_version": 1, "minor_version": 1},
        "display_information": {
            "name": "Scrimmage",
            "description": "Practice calls with an AI customer, scored against a rubric.",
            "long_description": _LONG_DESCRIPTION,
            "background_color": "#1f4e4a",
        },
        "features": _features("" if socket_mode else base + EVENTS_PATH),
        "oauth_config": {
            **({"redirect_urls": [base + REDIRECT_PATH]} if many else {}),
            "scopes": {"bot": list(SCOPES)},
        },
        "settings": {
            "event_subscriptions": {**where, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **where},
            "org_deploy_enabled": False,
            "socket_mode_enabled": socket_mode,
            "token_rotation_enabled": many and not socket_mode,
        },
    }


def _features(url: str) -> dict[str, object]:
    return {
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "bot_user": {"display_name": "Scrimmage", "always_online": True},
        "shortcuts": [
            {
                "name": "Comment on this line",
                "type": "message",
                "callback_id": Modal.SHORTCUT.value,
                "description": "Tell the trainee what you think of this line of their call.",
            }
        ],
        "slash_commands": [
            {
                "command": COMMAND,
                **({"url": url} if url else {}),
                "description": "Open your training, and all that you may do here.",
                "usage_hint": "[assign | review | digest | people | settings | end | help]",
            }
        ],
    }
