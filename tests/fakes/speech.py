"""Speech that needs no model: tones for words, and scripts for what is heard."""

from __future__ import annotations

import math
from array import array
from collections import deque
from collections.abc import AsyncIterator, Iterable

from core.errors import ProviderError
from core.moods import Mood
from core.speech import RATE, SAMPLE_BYTES, Heard, Speech

WORD_MS = 60
"""How long a word is, as the fake voice speaks it."""
_WINDOW = 512
_LOUD = 300
_QUIET_MS = 200


def tone(ms: int, pitch: float = 220.0, level: float = 0.3) -> bytes:
    """Return so much of a tone; loud for the fake ears."""
    count = RATE * ms // 1000
    samples = (
        round(level * 32767 * math.sin(2 * math.pi * pitch * n / RATE)) for n in range(count)
    )
    return array("h", samples).tobytes()


def silence(ms: int) -> bytes:
    """Return so much silence."""
    return bytes(RATE * ms // 1000 * SAMPLE_BYTES)


def loud(audio: bytes) -> bool:
    """Whether there is anything to hear in this sound."""
    return max((abs(sample) for sample in samples_of(audio)), default=0) > _LOUD


def samples_of(audio: bytes) -> array[int]:
    """Return the samples of a sound. Raises ValueError for half a sample."""
    if len(audio) % SAMPLE_BYTES:
        raise ValueError("Sound of 16 bits has an even number of bytes.")
    return array("h", audio)


def english(language: str) -> None:
    """Raise ProviderError unless this is English."""
    if language.partition("-")[0] != "en":
        raise ProviderError("This voice and these ears know English only", retryable=False)


class FakeTranscriber:
    """Hears the texts of its script in order, one for each loud sound, the last one for ever.

    A `ProviderError` in the script is raised. `heard` are the sounds it was given.
    """

    def __init__(self, script: Iterable[str | ProviderError] = ("Hello.",)) -> None:
        self._script = deque(script)
        self.heard: list[bytes] = []
        self.hints: list[str] = []

    async def transcribe(self, audio: bytes, *, language: str = "en", hint: str = "") -> Heard:
        """Return the next text of the script, or "" for a sound that is not loud."""
        english(language)
        self.heard.append(audio)
        self.hints.append(hint)
        if not loud(audio):
            return Heard("")
        said = self._script.popleft() if len(self._script) > 1 else self._script[0]
        if isinstance(said, ProviderError):
            raise said
        return Heard(said, 0.9)


class FakeSynthesiser:
    """Speaks 60 ms of a tone for each word, a piece each. `spoken` are the lines it was given.

    `fails_after` so many pieces a line breaks off with a ProviderError.
    """

    def __init__(self, fails_after: int | None = None) -> None:
        self._fails_after = fails_after
        self.spoken: list[tuple[str, str, Mood]] = []
        self.closed = 0

    async def speak(
        self, text: str, *, voice: str, mood: Mood, language: str
    ) -> AsyncIterator[bytes]:
        """Speak the words of the text that have a letter or a digit."""
        english(language)
        self.spoken.append((text, voice, mood))
        try:
            words = (word for word in text.split() if any(c.isalnum() for c in word))
            for n, _ in enumerate(words):
                if n == self._fails_after:
                    raise ProviderError("The voice broke off", retryable=True)
                yield tone(WORD_MS)
        finally:
            self.closed += 1


class FakeActivity:
    """Takes loud windows for speech: 0.95 for them, 0.02 for all others."""

    window_ms: int = _WINDOW * 1000 // RATE

    def __init__(self) -> None:
        self._waiting = b""

    def feed(self, audio: bytes) -> list[float]:
        """Return a probability for each window of 32 ms now complete."""
        self._waiting += audio
        size = _WINDOW * SAMPLE_BYTES
        whole = len(self._waiting) // size * size
        now, self._waiting = self._waiting[:whole], self._waiting[whole:]
        return [0.95 if loud(now[at : at + size]) else 0.02 for at in range(0, whole, size)]


class FakeEndOfTurn:
    """Gives the probabilities of its script in order, the last one for ever.

    Without a script a turn whose last 200 ms are quiet is over (0.9); any other goes on (0.1).
    """

    def __init__(self, script: Iterable[float] = ()) -> None:
        self._script = deque(script)
        self.asked: list[bytes] = []

    async def probability(self, audio: bytes) -> float:
        """Return the next probability."""
        self.asked.append(audio)
        end = audio[-len(silence(_QUIET_MS)) :]
        if not self._script:
            return 0.1 if loud(end) else 0.9
        return self._script.popleft() if len(self._script) > 1 else self._script[0]


def fake_speech(*said: str | ProviderError) -> Speech:
    """Return speech whose ears hear these texts, one for each turn."""
    return Speech(
        FakeTranscriber(said or ("Hello.",)), FakeSynthesiser(), FakeActivity, FakeEndOfTurn()
    )
