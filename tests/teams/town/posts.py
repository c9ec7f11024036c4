"""What a bot sends: messages, edits, deletes, pieces of streams, and new conversations."""

from __future__ import annotations

from typing import Any

from tests.teams.people import BOT
from tests.teams.town.records import Called, Refusal
from tests.teams.town.rooms import Rooms
from tests.teams.town.streams import Streams, stream_info


class Posts:
    """Writes into the rooms. `typing` are the conversations in which the bot was seen to type."""

    def __init__(self, rooms: Rooms, streams: Streams) -> None:
        self.typing: list[str] = []
        self.streams = streams
        self.rooms = rooms

    def take(self, called: Called) -> tuple[int, Any]:
        """The status, and the body; None for none. Raises Refusal."""
        if called.what == "create":
            return 201, self._create(called)
        if called.what == "send":
            return self._send(called)
        post = self.rooms.find(called.tenant, called.where).post(called.id)
        if post.by != BOT:
            raise Refusal(403, "Forbidden", "Not the bot's message.", "somebody else's message")
        if called.what == "delete":
            post.deleted = True
            return 200, None
        _check_full(called)
        post.versions.append(dict(called.body))
        return 200, {"id": post.id}

    def _send(self, called: Called) -> tuple[int, Any]:
        room = self.rooms.find(called.tenant, called.where)
        if info := stream_info(called.body):
            status, number = self.streams.take(called, room, info)
            return status, {"id": number} if number else {}
        if called.body.get("type") == "typing":
            self.typing.append(room.id)
            return 202, {}
        _check_full(called)
        return 201, {"id": self.rooms.write(room, BOT, dict(called.body)).id}

    def _create(self, called: Called) -> dict[str, Any]:
        body = called.body
        told = (body.get("channelData") or {}).get("tenant") or {}
        if not (body.get("tenantId") or told.get("id")):
            raise Refusal(400, "BadSyntax", "Tenant is missing.", "a conversation without a tenant")
        if not body.get("isGroup"):
            return {"id": self.rooms.chat(called.tenant, str(body["members"][0]["id"])).id}
        channel = str(body["channelData"]["channel"]["id"])
        room = self.rooms.find(called.tenant, channel)
        post = self.rooms.write(room, BOT, dict(body["activity"]))
        return {"id": post.conversation, "activityId": post.id}


def _check_full(called: Called) -> None:
    if not called.body.get("text") and not called.body.get("attachments"):
        words = "Activity must include non empty 'text' field or at least 1 attachment"
        raise Refusal(400, "BadSyntax", words, "an empty message")
