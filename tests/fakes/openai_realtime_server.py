"""The scripted server's /v1/realtime: a WebSocket that follows the documented events, strictly.

What the SDK's own types do not know, in an event or in its order, is refused as the real one
refuses it, and counted in `refusals`; `received` holds all that came in. Transcriptions give
`hears`, one after the other and the last one for good. A response takes the next of the script;
without one it says what it was asked to say, word for word.

    async with RealtimeServer(Line(text="As you wish.")) as server:
        ...  # a client with base_url=server.base_url
"""

from __future__ import annotations

import asyncio
import base64
import itertools
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import WSCloseCode, WSMsgType, web

from tests.fakes.openai_realtime_script import (
    Event,
    Line,
    Refuses,
    Session,
    Step,
    Wrong,
    checked,
    deltas,
    merged,
    name_of,
)
from tests.fakes.openai_server import Reply
from tests.fakes.openai_speech_server import OpenAISpeechServer

_SHORTEST = 24_000 * 2 // 10
"""Bytes of 100 ms: less cannot be committed."""


class RealtimeServer(OpenAISpeechServer):
    """The scripted server with /v1/realtime. `handshakes`: statuses of the first connections."""

    def __init__(
        self,
        *lines: Step,
        hears: Sequence[str | Event] = ("Hello.",),
        handshakes: Sequence[int] = (),
        silent: bool = False,
        models: Reply | None = None,
    ) -> None:
        super().__init__(models=models)
        self.received: list[Event] = []
        self.refusals: list[str] = []
        self.connections: list[dict[str, str]] = []
        self.cancelled = asyncio.Event()
        self._open = 0
        self._changed = asyncio.Condition()
        self._lines = deque(lines)
        self._hears = deque(hears)
        self._handshakes = deque(handshakes)
        self._silent = silent
        self._ids = itertools.count(1)

    def sent(self, kind: str) -> list[Event]:
        """The events of this type that came in."""
        return [event for event in self.received if event["type"] == kind]

    def _add_routes(self, router: web.UrlDispatcher) -> None:
        super()._add_routes(router)
        router.add_get("/v1/realtime", self._meet)

    async def _meet(self, raw: web.Request) -> web.StreamResponse:
        self.connections.append({**raw.headers, "model": raw.query.get("model", "")})
        status = self._handshakes.popleft() if self._handshakes else 0
        if status or not raw.query.get("model"):
            return web.json_response({"error": {"message": "no"}}, status=status or 400)
        ws = web.WebSocketResponse(max_msg_size=16 * 2**20)
        await ws.prepare(raw)
        async with self._counted():
            await self._serve(Session(ws))
        return ws

    async def has_open(self, sockets: int) -> None:
        """Wait until so many are open. Raises TimeoutError when it never comes to that."""
        async with asyncio.timeout(30), self._changed:
            await self._changed.wait_for(lambda: self._open == sockets)

    @asynccontextmanager
    async def _counted(self) -> AsyncIterator[None]:
        await self._count(1)
        try:
            yield
        finally:
            await self._count(-1)

    async def _count(self, more: int) -> None:
        async with self._changed:
            self._open += more
            self._changed.notify_all()

    async def _serve(self, session: Session) -> None:
        if self._silent:
            async for _ in session.ws:
                pass
            return
        await self._tell(session, "session.created", session={"type": "realtime"})
        async with asyncio.TaskGroup() as group:
            async for message in session.ws:
                if message.type is WSMsgType.TEXT:
                    await self._take(session, message.json(), group)
            for response in session.active.values():
                response.set()

    async def _take(self, session: Session, event: Event, group: asyncio.TaskGroup) -> None:
        self.received.append(event)
        try:
            checked(event)
            await self._answers[event["type"]](self, session, event, group)
        except Wrong as wrong:
            self.refusals.append(str(wrong))
            await self._refuse(session, str(wrong), event.get("event_id"))

    async def _update(self, session: Session, event: Event, _: asyncio.TaskGroup) -> None:
        config = event["session"]
        output = config.get("audio", {}).get("output", {})
        if session.spoken and "voice" in output:
            raise Wrong("cannot_update_voice")
        session.config = merged(session.config, config)
        await self._tell(session, "session.updated", session=session.config)

    async def _append(self, session: Session, event: Event, _: asyncio.TaskGroup) -> None:
        session.buffer += base64.b64decode(event["audio"], validate=True)

    async def _clear(self, session: Session, _event: Event, _: asyncio.TaskGroup) -> None:
        session.buffer = b""
        await self._tell(session, "input_audio_buffer.cleared")

    async def _commit(self, session: Session, _event: Event, _: asyncio.TaskGroup) -> None:
        if len(session.buffer) < _SHORTEST or len(session.buffer) % 2:
            raise Wrong("input_audio_buffer_commit_empty")
        session.buffer, item = b"", self._new("item")
        session.items.add(item)
        await self._tell(session, "input_audio_buffer.committed", item_id=item)
        shown = {"id": item, "type": "message", "role": "user", "content": []}
        await self._tell(session, "conversation.item.added", item=shown)
        await self._tell(session, "conversation.item.done", item=shown)
        if session.config["audio"]["input"].get("turn_detection", "on") is not None:
            raise Wrong("the_server_would_answer_by_itself")
        await self._transcribe(session, item)

    async def _transcribe(self, session: Session, item: str) -> None:
        heard = self._hears.popleft() if len(self._hears) > 1 else self._hears[0]
        kind = "conversation.item.input_audio_transcription"
        if not isinstance(heard, str):
            await self._tell(session, f"{kind}.failed", item_id=item, content_index=0, error=heard)
            return
        # Another item's words come in between: they are not to be mistaken for these.
        other = {"item_id": "item-of-old", "content_index": 0}
        await self._tell(session, f"{kind}.completed", transcript="Not this.", **other)
        await self._tell(session, f"{kind}.delta", item_id=item, content_index=0, delta=heard[:3])
        sure = [{"token": heard, "logprob": -0.5, "bytes": []}]
        more = {"logprobs": sure} if session.config.get("include") else {}
        done = {"item_id": item, "content_index": 0, "transcript": heard, **more}
        await self._tell(session, f"{kind}.completed", **done)

    async def _delete(self, session: Session, event: Event, _: asyncio.TaskGroup) -> None:
        if event["item_id"] not in session.items:
            raise Wrong("item_delete_invalid_item_id")
        session.items.discard(event["item_id"])
        await self._tell(session, "conversation.item.deleted", item_id=event["item_id"])

    async def _respond(self, session: Session, event: Event, group: asyncio.TaskGroup) -> None:
        asked = event.get("response", {})
        if not session.config:
            raise Wrong("session_not_set_up")
        if asked.get("conversation") != "none" and session.active:
            raise Wrong("conversation_already_has_active_response")
        step = self._lines.popleft() if self._lines else Line()
        if isinstance(step, Refuses):
            name = None if step.of_session else event.get("event_id")
            await self._refuse(session, step.code, name, step.type)
            if step.hangs_up:
                await session.ws.close(code=WSCloseCode.OK)
            return
        session.spoken = True
        response = self._new("resp")
        session.active[response] = asyncio.Event()
        group.create_task(self._say(session, response, asked, step))

    async def _cancel(self, session: Session, event: Event, _: asyncio.TaskGroup) -> None:
        if event.get("response_id") not in session.active:
            raise Wrong("response_cancel_not_active")
        self.cancelled.set()
        session.active[event["response_id"]].set()

    async def _say(self, session: Session, response: str, asked: Event, line: Line) -> None:
        told = {"id": response, "object": "realtime.response", "metadata": asked.get("metadata")}
        begun: Event = {**told, "status": "in_progress", "output": []}
        await self._tell(session, "response.created", response=begun)
        # What another response says is not to be mistaken for this one.
        old: Event = {"response_id": "resp-of-old", "item_id": "item-of-old", "content_index": 0}
        await self._tell(session, name_of("transcript", line), **old, delta="Not this at all. ")
        item = {"response_id": response, "item_id": self._new("item"), "output_index": 0}
        await self._tell(session, "response.output_item.added", **item, item={})
        stop = session.active[response]
        for kind, delta in itertools.islice(deltas(line, asked), line.until):
            if stop.is_set():
                break
            name = name_of(kind, line)
            await self._tell(session, name, **item, content_index=0, delta=delta)
            # Lets a cancellation come in, as the network would.
            await asyncio.sleep(0)
        if line.cut:
            await session.ws.close(code=WSCloseCode.INTERNAL_ERROR)
        if line.stands:
            await stop.wait()
        status = "cancelled" if stop.is_set() else line.status
        done = {**told, "status": status, "status_details": {"type": status, "error": line.error}}
        session.active.pop(response, None)
        await self._tell(session, "rate_limits.updated", rate_limits=[])
        await self._tell(session, "response.done", response=done)

    async def _refuse(
        self,
        session: Session,
        code: str,
        event_id: str | None,
        kind: str = "invalid_request_error",
    ) -> None:
        error = {"type": kind, "code": code, "message": "Rosebud", "event_id": event_id}
        await self._tell(session, "error", error=error)

    async def _tell(self, at: Session, kind: str, /, **more: object) -> None:
        if not at.ws.closed:
            await at.ws.send_json({"type": kind, "event_id": self._new("event"), **more})

    def _new(self, kind: str) -> str:
        return f"{kind}-{next(self._ids)}"

    _answers: dict[str, Callable[..., Any]] = {  # noqa: RUF012 - never changed
        "session.update": _update,
        "input_audio_buffer.append": _append,
        "input_audio_buffer.clear": _clear,
        "input_audio_buffer.commit": _commit,
        "conversation.item.delete": _delete,
        "response.create": _respond,
        "response.cancel": _cancel,
    }
