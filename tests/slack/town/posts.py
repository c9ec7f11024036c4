"""Messages: posted, changed, deleted, and shown to one person only."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from tests.slack.people import APP
from tests.slack.town.asked import Asked, Handler, Refused, Thing
from tests.slack.town.ids import with_ids
from tests.slack.town.records import Ephemeral
from tests.slack.town.workspace import Workspace


class Posts:
    """`streaming` holds the timestamps that may not be changed now, `calls` the known call ids."""

    def __init__(self, streaming: Collection[str], calls: Collection[str]) -> None:
        self.ephemerals: list[Ephemeral] = []
        self._streaming = streaming
        self._calls = calls

    @property
    def methods(self) -> Mapping[str, Handler]:
        return {
            "chat.postMessage": self._post,
            "chat.update": self._update,
            "chat.delete": self._delete,
            "chat.postEphemeral": self._whisper,
        }

    async def _post(self, asked: Asked) -> Thing:
        self._check_place(asked)
        self._check_calls(asked.arguments.get("blocks"))
        return await self._sent(asked)

    async def _update(self, asked: Asked) -> Thing:
        if asked.arguments.get("ts") in self._streaming:
            raise Refused("streaming_state_conflict")
        self._check_calls(asked.arguments.get("blocks"))
        return await self._sent(asked)

    async def _delete(self, asked: Asked) -> Thing:
        return await asked.workspace.forward(asked.method, asked.arguments)

    async def _whisper(self, asked: Asked) -> Thing:
        self._check_place(asked)
        answer = await self._sent(asked)
        if answer["ok"]:
            who, where = asked.text("user"), asked.text("channel")
            self.ephemerals.append(Ephemeral(where, who, dict(asked.arguments)))
        return answer

    async def _sent(self, asked: Asked) -> Thing:
        answer = await asked.workspace.forward(asked.method, stored(asked.arguments))
        if "message" in answer:
            answer["message"] = dressed(answer["message"], asked.workspace)
        return answer

    def _check_place(self, asked: Asked) -> None:
        """A public channel wants the bot to be in it, or chat:write.public."""
        channel = asked.text("channel", missing="channel_not_found")
        known = asked.workspace.emulated.channels
        channel = known.get(channel.removeprefix("#"), channel)
        public = channel.startswith("C") and "chat:write.public" not in asked.scopes
        if public and channel in known.values() and channel not in asked.workspace.joined:
            raise Refused("not_in_channel")

    def _check_calls(self, blocks: object) -> None:
        """A call block shows a call that calls.add made."""
        for number, block in enumerate(blocks if isinstance(blocks, list) else []):
            if block.get("type") == "call" and block["call_id"] not in self._calls:
                raise Refused("invalid_blocks", f"call not found [json-pointer:/blocks/{number}]")


def stored(arguments: Mapping[str, Any]) -> Thing:
    """Arguments as emulate keeps them: it does not know markdown_text, and names no blocks."""
    kept = dict(arguments)
    if kept.get("markdown_text"):
        kept["text"] = kept.pop("markdown_text")
    if kept.get("blocks"):
        kept["blocks"] = with_ids(kept["blocks"])
    return kept


def dressed(message: Mapping[str, Any], workspace: Workspace) -> Thing:
    """A message as Slack shows it: those of the bot name their app."""
    if message.get("user") != workspace.bot_user:
        return {**message, "team": workspace.team}
    more: Thing = {"bot_id": workspace.bot, "app_id": APP, "team": workspace.team}
    if message.get("username"):
        more["subtype"] = "bot_message"
    return {**message, **more}
