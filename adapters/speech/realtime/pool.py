"""Sessions for many calls at once: one at a time for whoever hears or speaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from datetime import datetime, timedelta

from adapters.models.openai.tries import Pace
from adapters.speech.openai_voices import openai_voice
from adapters.speech.realtime.session import RealtimeSession
from adapters.speech.realtime.settings import RealtimeSettings
from core.moods import Mood
from core.speech import Heard

OLDEST = timedelta(minutes=50)
"""A session ends after an hour: none is taken for another line when it is older than this."""
MOST_IDLE = 4
"""Sessions of one voice that are kept open with nothing to do."""


class RealtimeSpeech:
    """Implements `Transcriber` and `Synthesiser`; close with `aclose`.

    A session cannot change its voice once it has spoken, so each voice has its own; the ears are
    one more. As nothing is left in a session, any call may be given one that another call had.
    """

    def __init__(self, settings: RealtimeSettings, pace: Pace) -> None:
        self._settings = settings
        self._pace = pace
        self._idle: defaultdict[str, list[tuple[datetime, RealtimeSession]]] = defaultdict(list)

    async def transcribe(self, audio: bytes, *, language: str = "en", hint: str = "") -> Heard:
        """Return what is said. Raises ModelError."""
        async with self._lent("ears") as session:
            return await session.transcribe(audio, language=language, hint=hint)

    async def speak(
        self, text: str, *, voice: str, mood: Mood, language: str
    ) -> AsyncGenerator[bytes]:
        """Speak exactly this text. Raises ModelError, also between pieces."""
        async with (
            self._lent(voice) as session,
            aclosing(session.speak(text, voice=voice, mood=mood, language=language)) as pieces,
        ):
            async for piece in pieces:
                yield piece

    async def aclose(self) -> None:
        """Close the sessions that are not in use; the others close when they are given back."""
        kept, self._idle = self._idle, defaultdict(list)
        for sessions in kept.values():
            for _, session in sessions:
                await session.aclose()

    @asynccontextmanager
    async def _lent(self, voice: str) -> AsyncIterator[RealtimeSession]:
        key = voice if voice == "ears" else openai_voice(voice)
        made, session = await self._young(key, voice)
        try:
            yield session
        except BaseException:
            await session.aclose()
            raise
        if session.fresh and len(self._idle[key]) < MOST_IDLE:
            self._idle[key].append((made, session))
        else:
            await session.aclose()

    async def _young(self, key: str, voice: str) -> tuple[datetime, RealtimeSession]:
        now = self._pace.clock.now()
        while self._idle[key]:
            made, session = self._idle[key].pop()
            if now - made < OLDEST and session.fresh:
                return made, session
            await session.aclose()
        return now, RealtimeSession(self._settings, self._pace, voice)
