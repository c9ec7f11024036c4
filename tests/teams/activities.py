"""What Teams tells a bot, shaped as in Microsoft's documents.

    alex = ACME.person("alex")
    tells = Teller(ACME, town.service_url(ACME))
    activity = tells.message(alex, "hello")

Sources: "Send and receive messages", "Conversation events in your Teams bot", "Use dialogs with
bots" and "Universal Actions for Adaptive Cards" on learn.microsoft.com. The quotation is shaped as
Microsoft's own teams.ts writes one. Nobody has confirmed the details against a live Teams.
"""

from __future__ import annotations

import html
from datetime import datetime
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from tests.teams.menus import Menus
from tests.teams.people import BOT, BOT_NAME, Resident

Activity = dict[str, Any]
MENTION = f"<at>{BOT_NAME}</at>"
_messages = count(1_770_000_000_000)


class Teller(Menus):
    """Tells of one tenant. `thread` is always the id of a thread's first message."""

    def message(self, person: Resident, text: str, zone: str = "Europe/London") -> Activity:
        """Something that they write in their chat with the bot, in a time zone of theirs."""
        written = self._written(text, self.clock(), zone)
        return self._base(person, _number()) | written | self._personal(person)

    def channel_message(
        self, person: Resident, text: str, channel: str, thread: str = "", *, mention: bool = True
    ) -> Activity:
        """Something in a channel, by its name, with the bot's name before it unless told not to.

        It begins a thread, or answers in one. Without a mention it comes only to a bot that has
        the permission ChannelMessage.Read.Group.
        """
        number = _number()
        said = f"{MENTION} {text}" if mention else text
        told = self._base(person, number) | self._written(said, self.clock())
        if mention:
            who = {"mentioned": {"id": BOT, "name": BOT_NAME}, "text": MENTION, "type": "mention"}
            told["entities"] = [who, *told["entities"]]
        return told | self._in_channel(channel, thread or number)

    def quoted(self, person: Resident, text: str, message: str, words: str) -> Activity:
        """An answer in the personal chat that quotes a message, the bot's, of this id."""
        told = self.message(person, text)
        told["attachments"] = [_html(f"{_quotation(message, words)}<p>{html.escape(text)}</p>")]
        return told

    def edited(self, activity: Activity, text: str) -> Activity:
        """That somebody wrote a message anew; its id stays."""
        told = activity | self._written(text, self.clock())
        return told | {"type": "messageUpdate", **_event(activity, "editMessage")}

    def undeleted(self, activity: Activity) -> Activity:
        """That somebody took back that they deleted a message."""
        return activity | {"type": "messageUpdate", **_event(activity, "undeleteMessage")}

    def deleted(self, activity: Activity) -> Activity:
        """That somebody deleted a message. Its words are not told."""
        left = {k: v for k, v in activity.items() if k not in {"text", "textFormat", "attachments"}}
        return left | {"type": "messageDelete", **_event(activity, "softDeleteMessage")}

    def reaction(self, person: Resident, message: str, kind: str = "like") -> Activity:
        """That somebody reacts to a message of the bot's in their chat."""
        told = self._base(person, _number()) | self._personal(person)
        reactions = [{"type": kind}]
        return told | {"type": "messageReaction", "reactionsAdded": reactions, "replyToId": message}

    def _written(self, text: str, now: datetime, zone: str = "Europe/London") -> Activity:
        client = {"locale": "en-GB", "country": "GB", "platform": "Windows", "timezone": zone}
        return {
            "type": "message",
            "text": text,
            "textFormat": "plain",
            "attachments": [_html(f"<p>{html.escape(text)}</p>")],
            "localTimestamp": now.astimezone(ZoneInfo(zone)).isoformat(timespec="milliseconds"),
            "localTimezone": zone,
            "entities": [{**client, "type": "clientInfo"}],
            "locale": "en-GB",
        }


def _number() -> str:
    """The id of a message: milliseconds of Unix time, and never twice the same."""
    return str(next(_messages))


def _html(content: str) -> Activity:
    return {"contentType": "text/html", "content": content}


def _quotation(message: str, words: str) -> str:
    """The message that is quoted; Teams cuts its words where they are long."""
    return (
        '<blockquote itemscope itemtype="http://schema.skype.com/Reply" '
        f'itemid="{message}"><strong itemprop="mri" itemid="{BOT}">{BOT_NAME}</strong>'
        f'<span itemprop="time" itemid="{message}"></span>'
        f'<p itemprop="preview">{html.escape(words)}</p></blockquote>'
    )


def _event(activity: Activity, kind: str) -> Activity:
    return {"channelData": {**activity["channelData"], "eventType": kind}}
