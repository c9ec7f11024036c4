"""Text to speech on this machine, by Piper: one voice, made into many.

A line is spoken clause by clause, so that its first sound is there while the rest is still made.
"""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator

from adapters.speech.clauses import clauses
from adapters.speech.edges import trimmed
from adapters.speech.piper_model import PiperModel
from adapters.speech.repeats import MOST_BYTES, Repeats
from adapters.speech.sound import pcm
from adapters.speech.spoken_text import spoken
from adapters.speech.threads import Threads
from adapters.speech.voices import MANNERS, Voice, voice_named
from core.errors import ProviderError
from core.moods import Mood


class PiperSynthesiser:
    """A `Synthesiser` for English. Loads on first use. Yields a clause at a time, 1 to 6 s."""

    def __init__(self, threads: int = 2, kept_bytes: int = MOST_BYTES) -> None:
        """`threads` compute one clause; `kept_bytes` of speech are held for when it comes again."""
        self._threads = threads
        self._pool = Threads("voice")
        self._lock = threading.Lock()
        self._model: PiperModel | None = None
        self._said = Repeats(kept_bytes)

    async def warm(self) -> None:
        """Load the model and let it speak once."""
        await self._pool.run(self._say, "Good morning.", voice_named("clear-mid"), Mood.CALM)

    async def speak(
        self, text: str, *, voice: str, mood: Mood, language: str
    ) -> AsyncIterator[bytes]:
        """Speak a line. Raises ProviderError for another language than English."""
        if language.lower().partition("-")[0] != "en":
            raise ProviderError(
                "The voice of this machine speaks English only: "
                "choose a persona that speaks it, or set up a speech service",
                retryable=False,
            )
        timbre = voice_named(voice)
        for clause in clauses(spoken(text)):
            sound = self._said.find((clause, timbre, mood))
            if sound is None:
                sound = await self._pool.run(self._say, clause, timbre, mood)
            if sound:
                yield sound

    def close(self) -> None:
        """Let go of the threads."""
        self._pool.close()

    def _say(self, clause: str, voice: Voice, mood: Mood) -> bytes:
        manner = MANNERS[mood]
        sound = trimmed(self._loaded().say(clause, voice, manner))
        loudest = float(abs(sound).max(initial=1e-3))
        made = pcm(sound * min(0.95, voice.level * manner.level) / loudest)
        self._said.keep((clause, voice, mood), made)
        return made

    def _loaded(self) -> PiperModel:
        with self._lock:
            if self._model is None:
                self._model = PiperModel(self._threads)
            return self._model
