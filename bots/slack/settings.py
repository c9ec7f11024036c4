"""What the Slack surface needs to know to speak with Slack."""

from __future__ import annotations

from dataclasses import dataclass, field

API_URL = "https://slack.com/api/"
EVENTS_PATH = "/slack/events"
"""Where Slack sends events, commands and clicks, unless it is Socket Mode."""
INSTALL_PATH = "/slack/install"
REDIRECT_PATH = "/slack/oauth_redirect"


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """The app's credentials, checked by whoever read them; "" for what was not given.

    Either `bot_token` serves one workspace, or `client_id` and `client_secret` let many install
    the app. `base_url` is the public address of this server, "" when it has none.
    """

    bot_token: str = field(default="", repr=False)
    app_token: str = field(default="", repr=False)
    signing_secret: str = field(default="", repr=False)
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    api_url: str = API_URL
    base_url: str = ""

    @property
    def configured(self) -> bool:
        """Whether there is a Slack to speak with."""
        return bool(self.bot_token) or self.many

    @property
    def socket_mode(self) -> bool:
        """Whether we call Slack, and not Slack us: no public address is needed then."""
        return bool(self.app_token)

    @property
    def many(self) -> bool:
        """Whether many workspaces may install the app."""
        return bool(self.client_id and self.client_secret)
