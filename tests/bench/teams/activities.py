"""What Teams sends of one trainee in their personal chat, as Microsoft's documents shape it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bots.teams.names import Verb
from tests.bench.teams.common import BOT, BOT_NAME, attempt, chat
from tests.integration.teams_install.entra import TENANT

Activity = dict[str, Any]


def message(url: str, person: str, number: int, text: str) -> Activity:
    """Something that they write. `number` makes it another one, `url` is the connector's."""
    return {
        **_activity(url, person, number),
        "type": "message",
        "text": text,
        "textFormat": "plain",
        "attachments": [{"contentType": "text/html", "content": f"<p>{text}</p>"}],
    }


def button(url: str, person: str, number: int) -> Activity:
    """A click on a button by which they ask their coach to look at the call under way.

    It goes through the desk, which refuses it: the call is still running.
    """
    data = {"value": attempt(person)}
    action = {"type": "Action.Execute", "verb": Verb.ASK_COACH, "title": "Ask", "data": data}
    value = {"action": action, "trigger": "manual"}
    return {**_invoke(url, person, number), "name": "adaptiveCard/action", "value": value}


def dialog(url: str, person: str, number: int) -> Activity:
    """A click on the button that opens the documents of the call under way."""
    about = {"verb": Verb.DOCUMENTS, "value": f"attempt:{attempt(person)}"}
    data = {"msteams": {"type": "task/fetch"}, **about}
    value = {"data": data, "context": {"theme": "default"}}
    return {**_invoke(url, person, number), "name": "task/fetch", "value": value}


def _invoke(url: str, person: str, number: int) -> Activity:
    return {**_activity(url, person, number), "type": "invoke", "replyToId": "1760000000000"}


def _activity(url: str, person: str, number: int) -> Activity:
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    info = {"locale": "en-US", "country": "US", "platform": "Windows", "timezone": "Europe/London"}
    return {
        "id": str(1_770_000_000_000 + number),
        "timestamp": now,
        "localTimestamp": now,
        "localTimezone": "Europe/London",
        "channelId": "msteams",
        "serviceUrl": url,
        "from": {"id": f"29:{person}", "name": "A Trainee", "aadObjectId": person},
        "conversation": {"id": chat(person), "tenantId": TENANT, "conversationType": "personal"},
        "recipient": {"id": BOT, "name": BOT_NAME},
        "entities": [{"type": "clientInfo", **info}],
        "channelData": {"tenant": {"id": TENANT}},
        "locale": "en-US",
    }
