"""What a test does in the Agents Playground, by the interface that it has for scripts.

Its page lets the first of its users alone write; a button may be pressed by anybody who is there.
For all else there is `activity`, which anybody may have caused.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.teams.playground import Logged, Playground, Thing


@dataclass(frozen=True, slots=True)
class Said:
    """A message, by its own id, and the conversation in which its answers stand."""

    id: str
    conversation: str


@dataclass(frozen=True, slots=True)
class Script:
    """Acts in a running playground. A conversation is a chat, a channel, or a thread's whole id."""

    place: Playground

    async def say(self, conversation: str, text: str, *, mention: bool = False) -> Said:
        """Let the first user write; with a mention the bot's name stands before it.

        In a channel it begins a thread. Without a mention the bot hears only the personal chat.
        """
        bot = self.place.config["bot"]
        named = f"<at>{bot['name']}</at>"
        mentions = [{"mentioned": {"id": bot["id"]}, "text": named}] if mention else []
        body = {
            "text": f"{named} {text}" if mention else text,
            "textFormat": "plain",
            "from": {"id": self.place.config["currentUser"]["id"]},
            "mentions": mentions,
        }
        path = f"/_conversation/v1/conversations/{conversation}/messages"
        told = await self.place.ask(path, body)
        return Said(str(told["messageId"]), str(told.get("postConversationId") or conversation))

    async def press(
        self, user: Thing, conversation: str, card: str, action: Mapping[str, Any]
    ) -> Thing:
        """Press an Action.Execute of the card in a message of this id; returns what comes of it.

        The playground's own page sends neither an id of the button nor how it was triggered.
        """
        sent = {name: action[name] for name in ("type", "title", "verb", "data") if name in action}
        body = self._about(user, conversation, card) | {"value": {"action": sent}}
        return await self.place.ask(
            "/_conversation/v1/invoke", body | {"name": "adaptiveCard/action"}
        )

    async def submit(
        self, user: Thing, conversation: str, card: str, data: Mapping[str, Any]
    ) -> None:
        """Press an Action.Submit: the bot gets a message without words, with this as its value."""
        body = self._about(user, conversation, card) | {"value": dict(data)}
        await self.place.ask("/_conversation/v1/submit", body)

    async def activity(self, user: Thing, conversation: str, raw: Mapping[str, Any]) -> Logged:
        """Tell the bot of something that anybody did; returns it as it was logged, answered."""
        number = str(raw.get("id") or f"f:{uuid.uuid4()}")
        told = {
            "channelId": "msteams",
            "serviceUrl": self.place.service,
            "from": {name: user[name] for name in ("id", "name", "aadObjectId")},
            "recipient": self.place.config["bot"],
            **self._surroundings(conversation),
            **raw,
            "id": number,
        }
        await self.place.ask("/_internal/v1/customActivities", told)
        return await self.place.log.sees(lambda each: each.body.get("id") == number, what=number)

    def _surroundings(self, conversation: str) -> dict[str, Any]:
        tenant, team = {"id": self.place.tenant}, self.place.config["teams"][0]
        channel = conversation.partition(";")[0]
        if channel not in {each["id"] for each in team["channels"]}:
            where: dict[str, Any] = {"conversationType": "personal"}
            about: dict[str, Any] = {}
        else:
            where = {"conversationType": "channel", "isGroup": True}
            about = {"team": {"id": team["id"]}, "channel": {"id": channel}}
        return {
            "conversation": {**where, "tenantId": tenant["id"], "id": conversation},
            "channelData": {"tenant": tenant, **about},
        }

    @staticmethod
    def _about(user: Thing, conversation: str, card: str) -> dict[str, Any]:
        return {
            "from": {"id": user["id"]},
            "conversation": {"id": conversation},
            "replyToId": card,
        }
