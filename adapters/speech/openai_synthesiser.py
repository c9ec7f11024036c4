"""Text to speech at an OpenAI-compatible address, played while it is still being made."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, aclosing
from typing import Any

from adapters.models.failures import Failure, ModelError
from adapters.models.openai.connection import Connection, Waiting
from adapters.models.openai.dialect import Dialect, granted
from adapters.models.openai.settings import OpenAISettings
from adapters.models.openai.tries import Pace, Tries
from adapters.speech.openai_voices import manner, openai_voice
from adapters.speech.resampling import OPENAI_RATE, Resampler
from core.errors import ProviderError
from core.moods import Mood

SPEAK_MODEL = "gpt-4o-mini-tts"
_OPTIONAL = frozenset(("instructions",))
"""Older voices take no stage directions."""
_NO_SOUND = ("text/", "application/json")
_FILES = (b"RIFF", b"ID3")
"""How files begin: a server that sends one has not understood that samples are wanted."""


class OpenAISynthesiser:
    """Speaks sentence by sentence. Implements `Synthesiser`; close with `aclose`."""

    def __init__(self, settings: OpenAISettings, pace: Pace) -> None:
        self._connection = Connection(settings)
        self._dialect = Dialect(_OPTIONAL)
        self._pace = pace

    async def speak(
        self, text: str, *, voice: str, mood: Mood, language: str
    ) -> AsyncGenerator[bytes]:
        """Yield the sentence's sound. Raises ModelError, also between pieces.

        What was heard cannot be said again: only a failure before the first sound is tried again.
        """
        del language  # The words carry it: these voices read what they see.
        request = self._request(text, voice, mood)
        tries = Tries(self._pace, self._connection.settings.timeout_s)
        heard = False
        while True:
            try:
                async with aclosing(self._spoken(request, tries.left_s)) as pieces:
                    async for piece in pieces:
                        heard = True
                        yield piece
            except ProviderError as error:
                if heard:
                    raise
                await tries.after(error)
            else:
                return

    async def prepare(self) -> None:
        """Load the SDK, so that no call waits for it. Nothing is asked of the address."""
        await self._connection.open()

    async def aclose(self) -> None:
        """Close the connections."""
        await self._connection.aclose()

    def _request(self, text: str, voice: str, mood: Mood) -> dict[str, Any]:
        return {
            "model": self._connection.settings.model,
            "voice": openai_voice(voice),
            "input": text,
            "instructions": manner(voice, mood),
            "response_format": "pcm",
        }

    async def _spoken(self, request: dict[str, Any], within_s: float) -> AsyncGenerator[bytes]:
        resampler, waiting, began = Resampler(OPENAI_RATE), Waiting(within_s), False
        # Leaving the stack closes the stream, and with it the work at the other end.
        async with AsyncExitStack() as stack:
            answer = await waiting.until(self._create(request, stack))
            if answer.headers.get("content-type", "").startswith(_NO_SOUND):
                raise ModelError(Failure.BAD_ANSWER)
            pieces = await stack.enter_async_context(aclosing(answer.iter_bytes()))
            while (piece := await waiting.until(anext(pieces, None))) is not None:
                if not began and piece.startswith(_FILES):
                    raise ModelError(Failure.BAD_ANSWER)
                began = True
                if sound := resampler.feed(piece):
                    yield sound
        if not began:
            raise ModelError(Failure.BAD_ANSWER)
        if sound := resampler.rest():
            yield sound

    async def _create(self, request: dict[str, Any], stack: AsyncExitStack) -> Any:  # noqa: ANN401 - typed by the SDK
        client = await self._connection.open()
        speech = client.audio.speech.with_streaming_response

        async def begin(**said: Any) -> Any:  # noqa: ANN401 - handed through
            return await stack.enter_async_context(speech.create(**said))

        return await granted(begin, request, self._dialect)
