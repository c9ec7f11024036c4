"""Events: what is said, and who looks where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from tests.slack.payloads import Installed, Payload, fresh

_AT = 1_760_000_000
_seconds = count(_AT)


@dataclass(frozen=True, slots=True)
class Events(Installed):
    """Makes the payloads of the Events API."""

    def event(self, event: Mapping[str, Any], event_id: str = "", at: int = 0) -> Payload:
        """An event_callback around this event, for example {"type": "app_mention", …}."""
        authorised = {
            "enterprise_id": None,
            "team_id": self.team,
            "user_id": self.bot,
            "is_bot": True,
            "is_enterprise_install": False,
        }
        body = {
            "token": "legacy",
            "team_id": self.team,
            "api_app_id": self.app,
            "event": dict(event),
            "type": "event_callback",
            "event_id": event_id or fresh("Ev"),
            "event_time": at or _AT,
            "authorizations": [authorised],
            "is_ext_shared_channel": False,
            "event_context": fresh("4-"),
        }
        return Payload("events_api", body)

    def message(self, user: str, channel: str, text: str, **more: object) -> Payload:
        """The event of a message; its kind of channel is read off the channel's id."""
        ts = f"{next(_seconds)}.000100"
        kind = {"D": "im", "G": "mpim"}.get(channel[0], "channel")
        event = {
            "type": "message",
            "user": user,
            "text": text,
            "ts": ts,
            "channel": channel,
            "event_ts": more.get("ts", ts),
            "channel_type": kind,
            "team": self.team,
            "client_msg_id": fresh("c0ffee-"),
        }
        return self.event(event | more)

    def mention(self, user: str, channel: str, text: str, **more: object) -> Payload:
        """The event of a message that names the bot; `text` is what follows the name."""
        event = self.message(user, channel, f"<@{self.bot}> {text}", **more).body["event"]
        return self.event({**event, "type": "app_mention"})

    def home_opened(self, user: str, tab: str = "home", **more: object) -> Payload:
        """The event of somebody who looks at the app; `view` is what was published before."""
        event = {"type": "app_home_opened", "user": user, "channel": fresh("D"), "tab": tab}
        return self.event({**event, "event_ts": "1760000000.000100", **more})

    def url_verification(self, challenge: str = "challenge") -> Payload:
        """What Slack asks once of a new address; it wants the challenge back."""
        body = {"token": "legacy", "challenge": challenge, "type": "url_verification"}
        return Payload("url_verification", body)
