"""What is chosen in the menu of a message, shaped as in Microsoft's documents.

Sources: "Create and send dialogs" and "Respond to the dialog submit action" among those of message
extensions on learn.microsoft.com. Nobody has confirmed the details against a live Teams.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from tests.teams.events import Events
from tests.teams.people import APP, BOT_NAME, Resident
from tests.teams.telling import Activity


class Menus(Events):
    """Tells of what was chosen at a message of the bot's, or of anybody's, by its id."""

    def chosen(
        self,
        person: Resident,
        command: str,
        message: str,
        *,
        by: Resident | None = None,
        channel: str = "",
        thread: str = "",
    ) -> Activity:
        """That a command was chosen which opens a dialog. Without `by` the message is the bot's."""
        value = _command(command) | {"messagePayload": self._message(message, by)}
        told = self._invoke(person, "composeExtension/fetchTask", value, channel, thread)
        return _of_a_message(told)

    def chosen_submit(self, fetched: Activity, data: Mapping[str, Any]) -> Activity:
        """That the dialog was sent in which a command had opened."""
        value = {**fetched["value"], "requestId": uuid.uuid4().hex, "data": dict(data)}
        told = {"name": "composeExtension/submitAction", "value": value, "id": f"f:{uuid.uuid4()}"}
        return fetched | told

    def _message(self, number: str, by: Resident | None) -> Activity:
        user = by and {
            "userIdentityType": "aadUser",
            "id": by.object_id,
            "displayName": by.real_name,
        }
        bot = {"applicationIdentityType": "bot", "id": APP, "displayName": BOT_NAME}
        return {
            "id": number,
            "replyToId": None,
            "createdDateTime": self.clock().isoformat(timespec="milliseconds"),
            "lastModifiedDateTime": None,
            "deleted": False,
            "subject": None,
            "summary": None,
            "importance": "normal",
            "locale": "en-gb",
            "body": {"contentType": "html", "content": '<attachment id="1"></attachment>'},
            "from": {
                "device": None,
                "conversation": None,
                "user": user,
                "application": None if by else bot,
            },
            "reactions": [],
            "mentions": [],
        }


def _command(name: str) -> Activity:
    return {
        "commandId": name,
        "commandContext": "message",
        "requestId": uuid.uuid4().hex,
        "context": {"theme": "default"},
    }


def _of_a_message(told: Activity) -> Activity:
    return told | {"channelData": {**told["channelData"], "source": {"name": "message"}}}
