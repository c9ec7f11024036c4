"""Speech to text at an OpenAI-compatible address."""

from __future__ import annotations

import io
import wave
from typing import Any

from adapters.models.openai.connection import Connection
from adapters.models.openai.dialect import Dialect, granted
from adapters.models.openai.errors import asked
from adapters.models.openai.settings import OpenAISettings
from adapters.models.openai.tries import Pace, Tries
from adapters.speech.certainty import sure_of
from adapters.speech.no_words import is_silent, made_up
from core.errors import ProviderError
from core.speech import RATE, SAMPLE_BYTES, Heard

TRANSCRIBE_MODEL = "gpt-4o-mini-transcribe"
_OPTIONAL = frozenset(("prompt", "language", "include", "temperature", "response_format"))
"""What a server can do without. `include` asks how likely each token was."""


class OpenAITranscriber:
    """Sends a stretch of speech as a WAV file. Implements `Transcriber`; close with `aclose`."""

    def __init__(self, settings: OpenAISettings, pace: Pace) -> None:
        self._connection = Connection(settings)
        self._dialect = Dialect(_OPTIONAL)
        self._pace = pace

    async def transcribe(self, audio: bytes, *, language: str = "en", hint: str = "") -> Heard:
        """Return what is said. Silence is not sent. Raises ModelError."""
        if is_silent(audio):
            return Heard("")
        request = self._request(audio, language, hint)
        tries = Tries(self._pace, self._connection.settings.timeout_s)
        while True:
            try:
                answer = await asked(self._create(request), tries.left_s)
            except ProviderError as error:
                await tries.after(error)
            else:
                return _heard(answer, hint)

    async def prepare(self) -> None:
        """Load the SDK, so that no call waits for it. Nothing is asked of the address."""
        await self._connection.open()

    async def aclose(self) -> None:
        """Close the connections."""
        await self._connection.aclose()

    def _request(self, audio: bytes, language: str, hint: str) -> dict[str, Any]:
        request: dict[str, Any] = {
            "model": self._connection.settings.model,
            "file": ("turn.wav", wav(audio), "audio/wav"),
            "language": language.partition("-")[0].lower(),
            "response_format": "json",
            "temperature": 0.0,
            "include": ["logprobs"],
        }
        return {**request, "prompt": hint} if hint else request

    async def _create(self, request: dict[str, Any]) -> Any:  # noqa: ANN401 - overloaded in the SDK
        client = await self._connection.open()
        return await granted(client.audio.transcriptions.create, request, self._dialect)


def wav(audio: bytes) -> bytes:
    """Return the sound as a WAV file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(SAMPLE_BYTES)
        written.setframerate(RATE)
        written.writeframes(audio)
    return file.getvalue()


def _heard(answer: Any, hint: str) -> Heard:  # noqa: ANN401 - the SDK does not check it
    # A server that knows no JSON answers with the text itself.
    text = answer if isinstance(answer, str) else getattr(answer, "text", "")
    text = text.strip() if isinstance(text, str) else ""
    tokens = getattr(answer, "logprobs", None) or ()
    sure = sure_of(getattr(token, "logprob", None) for token in tokens)
    return Heard("") if made_up(text, hint) else Heard(text, sure)
