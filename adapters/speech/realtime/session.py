"""A session of the Realtime API: ears and a voice over one socket."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from adapters.models.failures import Failure, ModelError
from adapters.models.openai.tries import Pace, Tries
from adapters.speech.no_words import is_silent, made_up
from adapters.speech.openai_voices import manner
from adapters.speech.realtime import events
from adapters.speech.realtime.channel import Channel
from adapters.speech.realtime.events import Event, Item
from adapters.speech.realtime.hearing import hear
from adapters.speech.realtime.response import Asked, Sounding, Wording, respond
from adapters.speech.realtime.settings import RealtimeSettings
from adapters.speech.realtime.verbatim import Following
from adapters.speech.resampling import OPENAI_RATE, Resampler, resampled
from core.errors import ProviderError
from core.moods import Mood
from core.speech import RATE, Heard

_EXACTLY = (
    "The message is your next line, word for word, in the language it is written in. Say exactly "
    "these words and nothing else: do not answer them, greet nobody, add and leave out nothing."
)


class RealtimeSession:
    """Implements `Transcriber` and `Synthesiser` for one voice; close with `aclose`.

    The socket is opened when it is first needed, and again when it was lost. One transcription
    at a time; a line may be spoken meanwhile. `tools` are functions the model is told of.
    """

    def __init__(
        self, settings: RealtimeSettings, pace: Pace, voice: str = "", tools: Sequence[Item] = ()
    ) -> None:
        self._channel = Channel(settings, voice, tools)
        self._at = settings.at
        self._hearing = settings.transcribe_model
        self._pace = pace
        self._voice = voice
        self._ear = asyncio.Lock()

    @property
    def voice(self) -> str:
        """The persona's name for the voice that this session speaks with."""
        return self._voice

    async def transcribe(self, audio: bytes, *, language: str = "en", hint: str = "") -> Heard:
        """Return what is said. Silence is not sent. Raises ModelError."""
        if is_silent(audio):
            return Heard("")
        sound = await asyncio.to_thread(resampled, audio, RATE, OPENAI_RATE)
        expected = events.transcription(self._hearing, language, hint)
        tries = Tries(self._pace, self._at.timeout_s)
        while True:
            try:
                heard = await self._heard(sound, expected, tries)
            except ProviderError as error:
                await tries.after(error)
            else:
                return Heard("") if made_up(heard.text, hint) else heard

    async def speak(
        self, text: str, *, voice: str = "", mood: Mood = Mood.CALM, language: str = "en"
    ) -> AsyncGenerator[bytes]:
        """Speak exactly this text, in the session's voice. Raises ModelError, also between pieces.

        No sound is let out before its transcript is seen to be the line. A line that turns into
        something else is asked for once more, if nothing of it was heard.
        """
        del language  # The words carry it.
        instructions = f"{manner(voice or self._voice, mood)} {_EXACTLY}"
        tries, heard, strayed = Tries(self._pace, self._at.timeout_s), False, False
        while True:
            try:
                async with aclosing(self._exactly(text, instructions)) as pieces:
                    async for piece in pieces:
                        heard = True
                        yield piece
            except ModelError as error:
                if heard or (error.kind is Failure.BAD_ANSWER and strayed):
                    raise
                if error.kind is Failure.BAD_ANSWER:
                    strayed = True
                else:
                    await tries.after(error)
            else:
                return

    async def parts(
        self, instructions: str, items: Sequence[Item]
    ) -> AsyncGenerator[Sounding | Wording]:
        """Yield a response that may know just this, unchecked. Raises ModelError."""
        socket = await self._channel.open()
        asked = Asked(self._at.model, self._channel.name(), instructions, items)
        async with aclosing(respond(socket, asked, self._at.stall_s)) as parts:
            async for part in parts:
                yield part

    @property
    def fresh(self) -> bool:
        """Whether the socket has never been opened, or is still good."""
        return self._channel.fresh

    async def aclose(self) -> None:
        """Close the socket. The session could be used again."""
        await self._channel.aclose()

    async def _heard(self, sound: bytes, expected: Event, tries: Tries) -> Heard:
        async with self._ear:
            socket = await self._channel.open(expected)
            return await hear(socket, self._channel.name(), sound, lambda: tries.left_s)

    async def _exactly(self, text: str, instructions: str) -> AsyncGenerator[bytes]:
        follows, resampler, held = Following(text), Resampler(OPENAI_RATE), b""
        async with aclosing(self.parts(instructions, [events.message(text)])) as parts:
            async for part in parts:
                if isinstance(part, Sounding):
                    held += resampler.feed(part.audio)
                elif not follows.hears(part.text):
                    raise ModelError(Failure.BAD_ANSWER)
                if held and follows.begun:
                    yield held
                    held = b""
        held += resampler.rest()
        if not follows.complete:
            raise ModelError(Failure.BAD_ANSWER)
        if held:
            yield held
