"""The scripted server's ears and voice: /v1/audio/transcriptions and /v1/audio/speech.

Strict as the real one: what is missing, unknown or no sound at all is refused with a 400.

    async with OpenAISpeechServer(Hears("Hello"), Speaks(tone(0.5, rate=24_000))) as server:
        ...
    server.requests[0].body["file"]     # the WAV file as it came
"""

from __future__ import annotations

import asyncio
import io
import wave
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientError, web

from tests.fakes.openai_server import Fails, OpenAIServer, Request

_HEARING = {"file", "model"}
_ALSO_HEARING = {"language", "prompt", "response_format", "temperature", "include[]"}
_SPEAKING = {"model", "input", "voice"}
_ALSO_SPEAKING = {"instructions", "response_format", "speed", "stream_format"}
_VOICES = {"alloy", "ash", "ballad", "coral", "echo", "fable", "marin", "cedar", "nova", "onyx"}
_VOICES |= {"sage", "shimmer", "verse"}
_LONGEST_INPUT = 4_096
_SHORTEST_S = 0.1


@dataclass(frozen=True, slots=True)
class Hears:
    """Answers a transcription with this text; `logprobs` are those of its tokens."""

    text: str
    logprobs: Sequence[float] | None = None

    async def give(self, request: Request, raw: web.Request) -> web.StreamResponse:
        answer: dict[str, Any] = {"text": self.text}
        if self.logprobs is not None and request.body.get("include[]") == "logprobs":
            answer["logprobs"] = [{"token": "x", "logprob": value} for value in self.logprobs]
        return web.json_response(answer)


@dataclass(frozen=True, slots=True)
class Speaks:
    """Streams this sound in chunks of `step` bytes, which need not be whole samples.

    With `cut`, the connection is dropped after it. With `on_and_on`, the sound comes again and
    again until the client has gone; then `gone` is set.
    """

    audio: bytes
    step: int = 4_801
    content_type: str = "audio/pcm"
    cut: bool = False
    on_and_on: bool = False
    gone: asyncio.Event = field(default_factory=asyncio.Event)

    async def give(self, request: Request, raw: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": self.content_type})
        await response.prepare(raw)
        try:
            await self._once(response)
            while self.on_and_on:
                await self._once(response)
        except (ConnectionError, ClientError, asyncio.CancelledError):
            self.gone.set()
            raise
        if self.cut and raw.transport is not None:
            raw.transport.abort()
        else:
            await response.write_eof()
        return response

    async def _once(self, response: web.StreamResponse) -> None:
        for at in range(0, len(self.audio), self.step):
            await response.write(self.audio[at : at + self.step])
            # Lets the other end take it, as the network would.
            await asyncio.sleep(0)


class OpenAISpeechServer(OpenAIServer):
    """The scripted server with speech. The body of a transcription is its form, as a mapping."""

    def _add_routes(self, router: web.UrlDispatcher) -> None:
        super()._add_routes(router)
        router.add_post("/v1/audio/transcriptions", self._hear)
        router.add_post("/v1/audio/speech", self._speak)

    async def _hear(self, raw: web.Request) -> web.StreamResponse:
        form = await raw.post()
        body = {name: _content(value) for name, value in form.items()}
        request = Request(body, dict(raw.headers))
        wrong = _wrong(body, _HEARING, _ALSO_HEARING) or _wrong_file(body["file"])
        return await (Fails(400, wrong).give(request, raw) if wrong else self._next(request, raw))

    async def _speak(self, raw: web.Request) -> web.StreamResponse:
        body = await raw.json()
        request = Request(body, dict(raw.headers))
        wrong = _wrong(body, _SPEAKING, _ALSO_SPEAKING) or _wrong_line(body)
        return await (Fails(400, wrong).give(request, raw) if wrong else self._next(request, raw))


def _content(value: str | bytes | bytearray | web.FileField) -> object:
    if not isinstance(value, web.FileField):
        return value
    with value.file as file:
        return file.read()


def _wrong(body: Mapping[str, object], needed: set[str], allowed: set[str]) -> str:
    if missing := needed - set(body):
        return f"missing: {sorted(missing)}"
    more = set(body) - needed - allowed
    return f"unexpected: {sorted(more)}" if more else ""


def _wrong_file(file: object) -> str:
    if not isinstance(file, bytes):
        return "the file is no file"
    try:
        with wave.open(io.BytesIO(file)) as sound:
            shape = (sound.getnchannels(), sound.getsampwidth(), sound.getframerate())
            seconds = sound.getnframes() / sound.getframerate()
    except (wave.Error, EOFError):
        return "the file is no WAV file"
    if shape != (1, 2, 16_000):
        return f"the sound is not what the practice hears with: {shape}"
    return "" if seconds >= _SHORTEST_S else "Audio file is too short."


def _wrong_line(body: Mapping[str, Any]) -> str:
    if body["voice"] not in _VOICES:
        return "unknown voice"
    if not 0 < len(body["input"]) <= _LONGEST_INPUT:
        return "the input has no fitting length"
    return "" if body.get("response_format") == "pcm" else "no file is wanted here"
