"""What to tell about each thing that Slack answers to a check of the app."""

from __future__ import annotations

from collections.abc import Mapping

from bots.chat.findings import Finding, Level

BOT_TOKEN = "SCRIMMAGE_SLACK_BOT_TOKEN"  # noqa: S105 - the name of a setting
APP_TOKEN = "SCRIMMAGE_SLACK_APP_TOKEN"  # noqa: S105 - the name of a setting
SIGNING_SECRET = "SCRIMMAGE_SLACK_SIGNING_SECRET"  # noqa: S105 - the name of a setting
CLIENT_ID = "SCRIMMAGE_SLACK_CLIENT_ID"
CLIENT_SECRET = "SCRIMMAGE_SLACK_CLIENT_SECRET"  # noqa: S105 - the name of a setting

APPS = "api.slack.com/apps → your app"
_COPY_BOT_TOKEN = f"Copy the one at {APPS} → OAuth & Permissions → Bot User OAuth Token."
_REINSTALL = f"Install it again at {APPS} → Install App, and copy the new bot token."
_COPY_CREDENTIALS = f"Copy both anew from {APPS} → Basic Information → App Credentials."
_MAKE_APP_TOKEN = (
    f"Make one with the scope connections:write at {APPS} → Basic Information → App-Level Tokens."
)


# By Slack's error codes.
_TOLD: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "auth.test": {
        "invalid_auth": (f"Slack does not know the token in {BOT_TOKEN}.", _COPY_BOT_TOKEN),
        "not_authed": (f"Slack does not know the token in {BOT_TOKEN}.", _COPY_BOT_TOKEN),
        "account_inactive": (
            f"The token in {BOT_TOKEN} is of an app that was removed from its workspace.",
            _REINSTALL,
        ),
        "token_revoked": (f"The token in {BOT_TOKEN} was revoked.", _REINSTALL),
        "token_expired": (
            f"The token in {BOT_TOKEN} has expired, as the app rotates its tokens.",
            "Make the app anew from the manifest, which leaves token rotation off.",
        ),
    },
    "apps.connections.open": dict.fromkeys(
        ("invalid_auth", "not_authed", "not_allowed_token_type", "missing_scope", "token_revoked"),
        (
            f"Slack opens no connection for the token in {APP_TOKEN}.",
            _MAKE_APP_TOKEN,
        ),
    ),
    "oauth.v2.access": {
        "invalid_client_id": (f"Slack knows no app with the id in {CLIENT_ID}.", _COPY_CREDENTIALS),
        "bad_client_secret": (
            f"The secret in {CLIENT_SECRET} is not that of the app in {CLIENT_ID}.",
            _COPY_CREDENTIALS,
        ),
    },
}


def refused(method: str, code: str) -> Finding:
    """Return what to tell when Slack answers this method with this error code."""
    if known := _TOLD[method].get(code):
        return Finding(Level.WRONG, *known)
    return Finding(
        Level.UNSURE,
        f"Slack answered {method} with “{code or 'an error'}”.",
        f"docs.slack.dev/reference/methods/{method} says what that means.",
    )


def unreachable(api_url: str) -> Finding:
    """Return what to tell when Slack cannot be reached."""
    return Finding(
        Level.UNSURE,
        f"{api_url} cannot be reached, so nothing could be checked with Slack.",
        "Check the network and the proxy; Scrimmage goes on, and tries again when needed.",
    )
