"""A scripted server that speaks the OpenAI protocol on loopback.

A real HTTP server, so that clients are tested with their own SDK, timeouts and parsing:

    async with OpenAIServer(Says("Hello"), Fails(429, retry_after="0")) as server:
        ...  # a client with base_url=server.base_url
    server.requests[0].body["messages"]

Replies are given in the order of the script; after the last one, `otherwise` answers. A reply may
also be a function of the request.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, Self

from aiohttp import web
from aiohttp.test_utils import TestServer


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it came in."""

    body: Mapping[str, Any]
    headers: Mapping[str, str]

    @property
    def streamed(self) -> bool:
        return bool(self.body.get("stream"))

    @property
    def text(self) -> str:
        """All messages, one after the other."""
        return "\n".join(str(message["content"]) for message in self.body["messages"])


class Reply(Protocol):
    """Something the server does with a request."""

    async def give(self, request: Request, raw: web.Request) -> web.StreamResponse: ...


Step = Reply | Callable[[Request], Reply]


@dataclass(frozen=True, slots=True)
class Says:
    """Answers with a text; streamed, in the pieces given or word by word."""

    text: str
    pieces: Sequence[str] = ()
    finish: str = "stop"

    async def give(self, request: Request, raw: web.Request) -> web.StreamResponse:
        if not request.streamed:
            return web.json_response(_completion(self.text, self.finish))
        pieces = self.pieces or [word + " " for word in self.text.split(" ")]
        return await _stream(raw, pieces, self.finish)


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers with a JSON object, as a structured output."""

    value: object

    async def give(self, request: Request, raw: web.Request) -> web.StreamResponse:
        return await Says(json.dumps(self.value)).give(request, raw)


@dataclass(frozen=True, slots=True)
class Lists:
    """Answers with a list of models."""

    ids: Sequence[str] = ("scripted",)

    async def give(self, request: Request, raw: web.Request) -> web.StreamResponse:
        data = [{"id": model, "object": "model"} for model in self.ids]
        return web.json_response({"object": "list", "data": data})


@dataclass(frozen=True, slots=True)
class Fails:
    """Answers with an error of this status, in OpenAI's form."""

    status: int
    message: str = "scripted failure"
    retry_after: str = ""
    param: str | None = None

    async def give(self, request: Request, raw: web.Request) -> web.StreamResponse:
        error = {"message": self.message, "type": "error", "param": self.param, "code": None}
        headers = {"Retry-After": self.retry_after} if self.retry_after else {}
        return web.json_response({"error": error}, status=self.status, headers=headers)


@dataclass(frozen=True, slots=True)
class Raw:
    """Answers with this body, whatever it is."""

    body: str
    content_type: str = "application/json"

    async def give(self, request: Request, raw: web.Request) -> web.StreamResponse:
        return web.Response(text=self.body, content_type=self.content_type)


@dataclass(frozen=True, slots=True)
class Hangs:
    """Does not answer until `released` is set or the client gives up; `pieces` come before."""

    pieces: Sequence[str] = ()
    released: asyncio.Event = field(default_factory=asyncio.Event)

    async def give(self, request: Request, raw: web.Request) -> web.StreamResponse:
        if not request.streamed or not self.pieces:
            await self.released.wait()
            return web.json_response(_completion("late", "stop"))
        response = await _begin(raw)
        for piece in self.pieces:
            await response.write(_chunk(piece))
        await self.released.wait()
        return response


@dataclass(frozen=True, slots=True)
class Cuts:
    """Drops the connection: at once, or after these pieces of a stream."""

    pieces: Sequence[str] = ()

    async def give(self, request: Request, raw: web.Request) -> web.StreamResponse:
        response = await _begin(raw)
        for piece in self.pieces if request.streamed else ['{"id": "cut", "choi']:
            await response.write(_chunk(piece) if request.streamed else piece.encode())
        if raw.transport is not None:
            raw.transport.abort()
        return response


class OpenAIServer:
    """The server; an asynchronous context manager. `requests` holds what came in, in order."""

    def __init__(
        self, *script: Step, otherwise: Step | None = None, models: Reply | None = None
    ) -> None:
        """`models` answers when the models are asked for."""
        self.requests: list[Request] = []
        self._script = deque(script)
        self._otherwise = otherwise or Fails(500, "the script is at its end")
        self._listing = models or Lists()
        self._server: TestServer | None = None

    @property
    def base_url(self) -> str:
        assert self._server is not None, "enter the server first"
        return str(self._server.make_url("/v1"))

    def then(self, *script: Step) -> None:
        """Add to the script."""
        self._script.extend(script)

    async def __aenter__(self) -> Self:
        app = web.Application()
        self._add_routes(app.router)
        self._server = TestServer(app, host="127.0.0.1")
        # A reply that hangs must not hold up the end of a test.
        await self._server.start_server(shutdown_timeout=0.1)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._server is not None:
            await self._server.close()

    def _add_routes(self, router: web.UrlDispatcher) -> None:
        router.add_post("/v1/chat/completions", self._answer)
        router.add_get("/v1/models", self._models)

    async def _answer(self, raw: web.Request) -> web.StreamResponse:
        return await self._next(Request(await raw.json(), dict(raw.headers)), raw)

    async def _next(self, request: Request, raw: web.Request) -> web.StreamResponse:
        self.requests.append(request)
        step = self._script.popleft() if self._script else self._otherwise
        reply = step if hasattr(step, "give") else step(request)
        return await reply.give(request, raw)

    async def _models(self, raw: web.Request) -> web.StreamResponse:
        return await self._listing.give(Request({}, dict(raw.headers)), raw)


def _completion(text: str, finish: str) -> dict[str, Any]:
    message = {"role": "assistant", "content": text}
    return {
        "id": "chatcmpl-scripted",
        "object": "chat.completion",
        "created": 0,
        "model": "scripted",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }


async def _stream(raw: web.Request, pieces: Sequence[str], finish: str) -> web.StreamResponse:
    response = await _begin(raw)
    for piece in pieces:
        await response.write(_chunk(piece))
    await response.write(_chunk("", finish) + b"data: [DONE]\n\n")
    await response.write_eof()
    return response


async def _begin(raw: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(raw)
    return response


def _chunk(text: str, finish: str | None = None) -> bytes:
    delta = {"content": text} if text else {}
    chunk = {
        "id": "chatcmpl-scripted",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": "scripted",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
    }
    return f"data: {json.dumps(chunk)}\n\n".encode()
