"""Where a conversation is: a Bot Framework conversation reference, kept as plain JSON.

After a restart nothing can be sent without all of it, the service's address and the tenant
included.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

_ROOT = ";messageid="


class Scope(StrEnum):
    """What kind of conversation it is, in Teams' own words."""

    PERSONAL = "personal"
    CHANNEL = "channel"
    GROUP = "groupChat"


@dataclass(frozen=True, slots=True)
class Reference:
    """A conversation, and the bot that speaks in it.

    `conversation` is Teams' id; that of a channel's thread ends in `;messageid=` and the id of
    the thread's first message.
    """

    service_url: str
    tenant: str
    bot: str
    bot_name: str
    conversation: str
    scope: Scope

    @classmethod
    def of(cls, activity: Mapping[str, Any]) -> Reference:
        """Return where an activity came from. Raises KeyError for one that does not say it."""
        place, bot = activity["conversation"], activity["recipient"]
        return cls(
            str(activity["serviceUrl"]),
            tenant_of(activity),
            str(bot["id"]),
            str(bot.get("name") or ""),
            str(place["id"]),
            scope_of(place),
        )

    @classmethod
    def read(cls, data: str) -> Reference:
        """Return a reference from its JSON. Raises ValueError and KeyError for any other."""
        told = json.loads(data)
        place = told["conversation"]
        return cls(
            told["serviceUrl"],
            place["tenantId"],
            told["bot"]["id"],
            told["bot"]["name"],
            place["id"],
            Scope(place["conversationType"]),
        )

    def as_json(self) -> str:
        """Return a conversation reference in the Bot Framework's own form."""
        place = {
            "id": self.conversation,
            "tenantId": self.tenant,
            "conversationType": self.scope.value,
            "isGroup": self.scope is not Scope.PERSONAL,
        }
        told = {
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "bot": {"id": self.bot, "name": self.bot_name},
            "conversation": place,
        }
        return json.dumps(told, ensure_ascii=False)

    @property
    def channel(self) -> str:
        """The conversation without the thread in it."""
        return self.conversation.partition(_ROOT)[0]

    @property
    def root(self) -> str:
        """The id of the first message of the thread, "" outside of one."""
        return self.conversation.partition(_ROOT)[2]

    def at(self, conversation: str, scope: Scope | None = None) -> Reference:
        """Return another conversation of the same tenant and bot."""
        return replace(self, conversation=conversation, scope=scope or self.scope)

    def thread(self, root: str) -> Reference:
        """Return the thread below a message of this channel."""
        return self.at(f"{self.channel}{_ROOT}{root}")


def tenant_of(activity: Mapping[str, Any]) -> str:
    """Return the tenant in which an activity happened, "" where it does not say it."""
    place, about = _part(activity, "conversation"), _part(activity, "channelData")
    return str(place.get("tenantId") or _part(about, "tenant").get("id") or "")


def _part(whole: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return a part of an activity; nothing where it is not what it should be."""
    found = whole.get(name)
    return found if isinstance(found, Mapping) else {}


def scope_of(conversation: Mapping[str, Any]) -> Scope:
    """Return what kind of conversation it is; what Teams does not say, its id does."""
    told = str(conversation.get("conversationType") or "")
    if told in set(Scope):
        return Scope(told)
    if "@thread.tacv2" in str(conversation.get("id")):
        return Scope.CHANNEL
    return Scope.GROUP if conversation.get("isGroup") else Scope.PERSONAL
