"""Messages that are written while one reads them, and what a thread says that the bot is doing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tests.slack.town.asked import Asked, Handler, Refused, Thing
from tests.slack.town.posts import dressed, stored
from tests.slack.town.records import Status

# Emulate takes no empty message: a stream begins with this one, which stands for nothing.
_NOTHING_YET = "…"


@dataclass(slots=True)
class Stream:
    """A streamed message; `pieces` is the markdown that each call brought, in order."""

    channel: str
    ts: str
    pieces: list[str]
    state: str = "streaming"

    @property
    def text(self) -> str:
        return "".join(self.pieces)


class Streams:
    """All streams by the timestamp of their message, and all statuses."""

    def __init__(self) -> None:
        self.all: dict[str, Stream] = {}
        self.writing: set[str] = set()
        self.statuses: list[Status] = []

    @property
    def methods(self) -> Mapping[str, Handler]:
        return {
            "chat.startStream": self._start,
            "chat.appendStream": self._append,
            "chat.stopStream": self._stop,
            "assistant.threads.setStatus": self._status,
        }

    def expire(self, ts: str) -> None:
        """Let Slack's patience with a pausing stream end."""
        self.all[ts].state = "expired"
        self.writing.discard(ts)

    async def _start(self, asked: Asked) -> Thing:
        channel = asked.text("channel", missing="channel_not_found")
        thread = asked.text("thread_ts")
        if not channel.startswith("D"):
            asked.text("recipient_team_id", missing="missing_recipient_team_id")
            asked.text("recipient_user_id", missing="missing_recipient_user_id")
        said = _said(asked)
        first = {"channel": channel, "thread_ts": thread, "text": said or _NOTHING_YET}
        named = {k: asked.arguments.get(k) for k in ("username", "icon_url", "icon_emoji")}
        answer = await asked.workspace.forward("chat.postMessage", first | named)
        if not answer["ok"]:
            return answer
        self.all[answer["ts"]] = Stream(answer["channel"], answer["ts"], [said] if said else [])
        self.writing.add(answer["ts"])
        return {"ok": True, "channel": answer["channel"], "ts": answer["ts"]}

    async def _append(self, asked: Asked) -> Thing:
        stream = self._writing(asked)
        stream.pieces.append(_said(asked))
        await self._write(stream, asked, {})
        return {"ok": True, "channel": stream.channel, "ts": stream.ts}

    async def _stop(self, asked: Asked) -> Thing:
        stream = self._writing(asked)
        last = _said(asked)
        stream.pieces += [last] if last else []
        more = {k: asked.arguments[k] for k in ("blocks", "metadata") if asked.arguments.get(k)}
        answer = await self._write(stream, asked, more)
        stream.state = "stopped"
        self.writing.discard(stream.ts)
        message = dressed(answer["message"], asked.workspace)
        return {"ok": True, "channel": stream.channel, "ts": stream.ts, "message": message}

    async def _write(self, stream: Stream, asked: Asked, more: Thing) -> Thing:
        whole = {"channel": stream.channel, "ts": stream.ts, "text": stream.text or _NOTHING_YET}
        return await asked.workspace.forward("chat.update", stored(whole | more))

    def _writing(self, asked: Asked) -> Stream:
        stream = self.all.get(asked.text("ts"))
        if stream is None or stream.channel != asked.arguments.get("channel"):
            raise Refused("message_not_found")
        if stream.state != "streaming":
            raise Refused("message_not_in_streaming_state")
        return stream

    async def _status(self, asked: Asked) -> Thing:
        channel = asked.text("channel_id", missing="channel_not_found")
        thread, status = asked.text("thread_ts"), str(asked.arguments.get("status", ""))
        self.statuses.append(Status(channel, thread, status, dict(asked.arguments)))
        return {"ok": True}


def _said(asked: Asked) -> str:
    """The markdown of a call: its own argument, or that of its chunks."""
    chunks = asked.arguments.get("chunks") or []
    marked = [str(each.get("text", "")) for each in chunks if each.get("type") == "markdown_text"]
    return "".join([str(asked.arguments.get("markdown_text") or ""), *marked])
