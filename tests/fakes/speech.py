"""Speech without models: sound that carries its words by how loud it is.

Each thing said has a loudness of its own, so that a fake ear can tell what it hears; how much of it
is heard tells how many of its words.
"""

from __future__ import annotations

import asyncio
from array import array
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from core.errors import ProviderError
from core.moods import Mood
from core.speech import RATE, SAMPLE_BYTES, Heard, Speech

WINDOW_MS = 32
MS_A_WORD = 250
_QUIET = 1000


@dataclass(slots=True)
class Phrasebook:
    """What was said, by loudness. `unfinished` are things that sound as if more were to come."""

    said: dict[int, str] = field(default_factory=dict)
    unfinished: set[int] = field(default_factory=set)

    def sound(self, text: str, *, ms: int = 0, finished: bool = True) -> bytes:
        """Return sound that carries these words; "" is a noise that carries none."""
        loudness = _QUIET + 500 + 10 * len(self.said)
        self.said[loudness] = text
        if not finished:
            self.unfinished.add(loudness)
        ms = ms or MS_A_WORD * max(1, len(text.split()))
        return array("h", [loudness]).tobytes() * (RATE * ms // 1000)


def silence(ms: int) -> bytes:
    """Return silence."""
    return bytes(RATE * SAMPLE_BYTES * ms // 1000)


@dataclass(slots=True)
class FakeTranscriber:
    """Implements `speech.Transcriber` after `takes_s`. The next `fails` calls fail."""

    book: Phrasebook
    takes_s: float = 0.1
    fails: int = 0

    async def transcribe(self, audio: bytes, *, language: str = "en", hint: str = "") -> Heard:
        """Return the words of what is in the sound, as many as there is sound of them."""
        await asyncio.sleep(self.takes_s)
        if self.fails:
            self.fails -= 1
            raise ProviderError("no ears just now", retryable=True)
        words: list[str] = []
        for loudness, samples in _loudnesses(audio).items():
            text = self.book.said.get(loudness, "").split()
            heard = round(samples * 1000 / RATE / MS_A_WORD)
            words += text[: max(1, heard)]
        return Heard(" ".join(words))


@dataclass(slots=True)
class FakeSynthesiser:
    """Implements `speech.Synthesiser`: a quarter of a second a word, after `takes_s`."""

    takes_s: float = 0.05
    fails: bool = False
    spoken: list[str] = field(default_factory=list)

    async def speak(
        self, text: str, *, voice: str, mood: Mood, language: str
    ) -> AsyncIterator[bytes]:
        """Speak."""
        await asyncio.sleep(self.takes_s)
        if self.fails:
            raise ProviderError("no voice just now", retryable=True)
        self.spoken.append(text)
        for _ in text.split():
            yield array("h", [_QUIET + 400]).tobytes() * (RATE * MS_A_WORD // 1000)


class FakeActivity:
    """Implements `speech.VoiceActivity`: what is loud is speech."""

    window_ms = WINDOW_MS

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, audio: bytes) -> list[float]:
        """Return 1 for each loud window and 0 for each quiet one."""
        size = RATE * SAMPLE_BYTES * WINDOW_MS // 1000
        sound = self._rest + audio
        whole = len(sound) // size * size
        self._rest = sound[whole:]
        windows = (sound[i : i + size] for i in range(0, whole, size))
        return [float(max(map(abs, array("h", window))) > _QUIET) for window in windows]


@dataclass(slots=True)
class FakeEndOfTurn:
    """Implements `speech.EndOfTurn`: finished, unless it was said otherwise."""

    book: Phrasebook
    takes_s: float = 0.05

    async def probability(self, audio: bytes) -> float:
        """Return 0.95, or 0.05 where the last thing heard is unfinished."""
        await asyncio.sleep(self.takes_s)
        last = list(_loudnesses(audio))
        return 0.05 if last and last[-1] in self.book.unfinished else 0.95


def _loudnesses(audio: bytes) -> Counter[int]:
    """Count the samples of each loudness in the sound, in the order in which they come."""
    return Counter(sample for sample in array("h", audio) if sample > _QUIET)


def fake_speech(book: Phrasebook) -> Speech:
    """Return all of it."""
    return Speech(FakeTranscriber(book), FakeSynthesiser(), FakeActivity, FakeEndOfTurn(book))
