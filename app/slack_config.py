"""The settings of Slack, and what is missing or mistaken among them."""

from __future__ import annotations

import re

from pydantic import BaseModel, Field, SecretStr, field_validator

from bots.slack.settings import API_URL, SlackSettings

SLACK_SECRETS = frozenset(
    {"slack_bot_token", "slack_app_token", "slack_signing_secret", "slack_client_secret"}
)
_SIGNING_SECRET = re.compile(r"[0-9a-f]{32}")
_BOT_TOKEN = "OAuth & Permissions → Bot User OAuth Token"  # noqa: S105 - where it is found
_APP_TOKEN = "Basic Information → App-Level Tokens"  # noqa: S105 - where it is found
# By how a token begins: what somebody gave instead, and where that belongs.
_MISTAKEN = (
    ("xoxp-", "you gave a user token (xoxp-…)"),
    ("xoxe", "you gave a token that is rotated (xoxe…) and soon ends: turn token rotation off"),
    ("xapp-", "you gave an app-level token (xapp-…), which is for SCRIMMAGE_SLACK_APP_TOKEN"),
    ("xoxb-", "you gave a bot token (xoxb-…), which is for SCRIMMAGE_SLACK_BOT_TOKEN"),
)
_ONE_OR_MANY = (
    "SCRIMMAGE_SLACK_BOT_TOKEN is missing: one workspace needs it; many need "
    "SCRIMMAGE_SLACK_CLIENT_ID and SCRIMMAGE_SLACK_CLIENT_SECRET"
)
_NOT_HEARD = (
    "SCRIMMAGE_SLACK_APP_TOKEN and SCRIMMAGE_SLACK_SIGNING_SECRET are both missing, so nothing "
    "could be heard: give the first for Socket Mode, or the second for requests over HTTP"
)


class SlackVariables(BaseModel):
    """The variables SCRIMMAGE_SLACK_…; all of them empty means that there is no Slack."""

    slack_bot_token: SecretStr = Field(default=SecretStr(""), description="Of one workspace.")
    slack_app_token: SecretStr = Field(default=SecretStr(""), description="For Socket Mode.")
    slack_signing_secret: SecretStr = Field(
        default=SecretStr(""), description="Shows that a request is Slack's."
    )
    slack_client_id: str = Field(default="", description="Of an app for many workspaces.")
    slack_client_secret: SecretStr = Field(default=SecretStr(""), description="Its secret.")
    slack_api_url: str = Field(default=API_URL, description="Another Slack, for tests.")

    @field_validator("slack_bot_token")
    @classmethod
    def _is_a_bot_token(cls, value: SecretStr) -> SecretStr:
        return _begins(value, "xoxb-", f"copy the one at {_BOT_TOKEN}, which begins with xoxb-")

    @field_validator("slack_app_token")
    @classmethod
    def _is_an_app_token(cls, value: SecretStr) -> SecretStr:
        return _begins(value, "xapp-", f"make one at {_APP_TOKEN}, which begins with xapp-")

    @field_validator("slack_signing_secret")
    @classmethod
    def _is_a_signing_secret(cls, value: SecretStr) -> SecretStr:
        given = value.get_secret_value()
        if given and not _SIGNING_SECRET.fullmatch(given):
            message = (
                "a signing secret has 32 characters, 0 to 9 and a to f; "
                "copy the one at Basic Information → App Credentials → Signing Secret"
            )
            raise ValueError(message)
        return value

    @field_validator("slack_api_url")
    @classmethod
    def _is_an_address_with_a_slash(cls, value: str) -> str:
        if not value.startswith(("https://", "http://")):
            raise ValueError("write the whole address, or leave it away for Slack's own")
        return value.rstrip("/") + "/"


def slack_settings(given: SlackVariables, base_url: str) -> SlackSettings:
    """Return what the Slack surface needs; `base_url` is this server's public address, or ""."""
    return SlackSettings(
        bot_token=given.slack_bot_token.get_secret_value(),
        app_token=given.slack_app_token.get_secret_value(),
        signing_secret=given.slack_signing_secret.get_secret_value(),
        client_id=given.slack_client_id,
        client_secret=given.slack_client_secret.get_secret_value(),
        api_url=given.slack_api_url,
        base_url=base_url.rstrip("/"),
    )


def missing_partners(slack: SlackSettings) -> list[str]:
    """Return a sentence for each setting that those which were given cannot do without."""
    if slack.client_id or slack.client_secret:
        return [*_for_many(slack), *_heard(slack)]
    if slack.bot_token:
        return _heard(slack)
    if slack.app_token or slack.signing_secret:
        return [_ONE_OR_MANY]
    return []


def _for_many(slack: SlackSettings) -> list[str]:
    where = "it stands at Basic Information → App Credentials"
    found = []
    if not slack.client_id:
        found.append(f"SCRIMMAGE_SLACK_CLIENT_ID is missing beside the client secret: {where}")
    if not slack.client_secret:
        found.append(f"SCRIMMAGE_SLACK_CLIENT_SECRET is missing beside the client id: {where}")
    if not slack.base_url.startswith("https://"):
        found.append(
            "SCRIMMAGE_BASE_URL must be an https address where many workspaces install the app, "
            "as Slack sends people back there"
        )
    if slack.bot_token:
        found.append(
            "SCRIMMAGE_SLACK_BOT_TOKEN is for one workspace and SCRIMMAGE_SLACK_CLIENT_ID for "
            "many: leave one of them away"
        )
    return found


def _heard(slack: SlackSettings) -> list[str]:
    if slack.app_token or slack.signing_secret:
        return []
    return [_NOT_HEARD]


def _begins(value: SecretStr, start: str, mend: str) -> SecretStr:
    given = value.get_secret_value()
    if not given or given.startswith(start):
        return value
    told = next((words for begin, words in _MISTAKEN if given.startswith(begin)), "")
    raise ValueError(f"{told}; {mend}" if told else mend)
