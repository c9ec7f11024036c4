"""What people press, choose, fill in and command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.slack.payloads import NOWHERE, Installed, Payload, Thing, fresh


@dataclass(frozen=True, slots=True)
class Interactions(Installed):
    """Makes the payloads of interactive parts, shortcuts and slash commands."""

    def block_action(
        self,
        user: str,
        actions: Mapping[str, Any] | Sequence[Mapping[str, Any]],
        *,
        trigger: str = "",
        response_url: str = "",
        **where: object,
    ) -> Payload:
        """A pressed button or a chosen option: `actions` has type, action_id, block_id, value …

        `where` is `channel` (an id) with `message` (as history gives it), or `view`; and `values`
        is what stands in the fields around it.
        """
        pressed = [actions] if isinstance(actions, Mapping) else actions
        done = [{"action_ts": "1760000000.000200", **each} for each in pressed]
        body = self._interaction("block_actions", user, trigger)
        body |= {"actions": done, "state": {"values": where.get("values", {})}}
        return Payload("interactive", body | self._place(where, response_url))

    def message_action(
        self,
        callback_id: str,
        user: str,
        channel: str,
        message: Mapping[str, Any],
        *,
        trigger: str = "",
        response_url: str = "",
    ) -> Payload:
        """A shortcut chosen from the menu of a message."""
        body = self._interaction("message_action", user, trigger)
        where = {"channel": channel, "message": message}
        body |= {"callback_id": callback_id, "message_ts": message["ts"]}
        return Payload("interactive", body | self._place(where, response_url))

    def shortcut(self, callback_id: str, user: str, *, trigger: str = "") -> Payload:
        """A global shortcut."""
        body = self._interaction("shortcut", user, trigger)
        return Payload("interactive", body | {"callback_id": callback_id})

    def view_submission(
        self,
        user: str,
        view: Mapping[str, Any],
        values: Mapping[str, Any] | None = None,
        *,
        trigger: str = "",
    ) -> Payload:
        """A sent form: `view` as views.open gave it, `values` as {block_id: {action_id: {…}}}."""
        body = self._interaction("view_submission", user, trigger)
        state = {"values": dict(values or {})}
        return Payload(
            "interactive", body | {"view": {**view, "state": state}, "response_urls": []}
        )

    def view_closed(self, user: str, view: Mapping[str, Any], *, cleared: bool = False) -> Payload:
        """A form that was closed without being sent, where notify_on_close was asked for."""
        body = self._interaction("view_closed", user, "")
        del body["trigger_id"]
        return Payload("interactive", body | {"view": dict(view), "is_cleared": cleared})

    def slash(
        self,
        user: str,
        command: str,
        text: str = "",
        *,
        channel: str = "C0GENERAL",
        trigger: str = "",
        response_url: str = "",
    ) -> Payload:
        """A slash command: `command` with its stroke, `text` the rest of the line."""
        body = {
            "token": "legacy",
            "team_id": self.team,
            "team_domain": self.domain,
            "channel_id": channel,
            "channel_name": "directmessage" if channel.startswith("D") else "team",
            "user_id": user,
            "user_name": user.lower(),
            "command": command,
            "text": text,
            "api_app_id": self.app,
            "is_enterprise_install": "false",
            "response_url": response_url or NOWHERE,
            "trigger_id": trigger or fresh("1.2."),
        }
        return Payload("slash_commands", body)

    def _interaction(self, kind: str, user: str, trigger: str) -> Thing:
        return {
            "type": kind,
            "token": "legacy",
            "team": {"id": self.team, "domain": self.domain},
            "user": {
                "id": user,
                "username": user.lower(),
                "name": user.lower(),
                "team_id": self.team,
            },
            "api_app_id": self.app,
            "trigger_id": trigger or fresh("1.2."),
            "enterprise": None,
            "is_enterprise_install": False,
            "action_ts": "1760000000.000200",
        }

    def _place(self, where: Mapping[str, object], response_url: str) -> Thing:
        view, message = where.get("view"), where.get("message")
        if isinstance(view, Mapping):
            container = {"type": "view", "view_id": view.get("id")}
            return {"view": dict(view), "container": container}
        found: Thing = {"response_url": response_url or NOWHERE}
        found["channel"] = {"id": where.get("channel"), "name": "team"}
        if isinstance(message, Mapping):
            found["message"] = dict(message)
            found["container"] = {
                "type": "message",
                "message_ts": message["ts"],
                "channel_id": where.get("channel"),
                "is_ephemeral": False,
            }
        return found
