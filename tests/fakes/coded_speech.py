"""Speech in code: sound that carries its words by how loud it is, for whole calls without models.

Each thing said has a loudness of its own, so that these ears can tell what they hear, and in which
part of it; how much of it they hear tells how many of its words.
"""

from __future__ import annotations

import asyncio
from array import array
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from core.errors import ProviderError
from core.moods import Mood
from core.speech import RATE, Heard, Speech
from tests.fakes.speech import FakeActivity, english, samples_of, silence

MS_A_WORD = 250
_QUIET = 1000


@dataclass(slots=True)
class Phrasebook:
    """What was said, by loudness. `unfinished` are things that sound as if more were to come."""

    said: dict[int, str] = field(default_factory=dict)
    unfinished: set[int] = field(default_factory=set)

    def sound(self, text: str, *, ms: int = 0, finished: bool = True) -> bytes:
        """Return sound that carries these words; "" is a noise that carries none."""
        known = (loudness for loudness, said in self.said.items() if said == text)
        loudness = next(known, _QUIET + 500 + 10 * len(self.said))
        self.said[loudness] = text
        if not finished:
            self.unfinished.add(loudness)
        ms = ms or MS_A_WORD * max(1, len(text.split()))
        return array("h", [loudness]).tobytes() * (RATE * ms // 1000)


@dataclass(slots=True)
class CodedTranscriber:
    """Implements `speech.Transcriber` after `takes_s`. The next `fails` calls fail."""

    book: Phrasebook
    takes_s: float = 0.1
    fails: int = 0

    async def transcribe(self, audio: bytes, *, language: str = "en", hint: str = "") -> Heard:
        """Return the words of what is in the sound, as many as there is sound of them."""
        english(language)
        loudnesses = _loudnesses(audio)
        await asyncio.sleep(self.takes_s)
        if self.fails:
            self.fails -= 1
            raise ProviderError("no ears just now", retryable=True)
        words: list[str] = []
        for loudness, samples in loudnesses.items():
            text = self.book.said.get(loudness, "").split()
            heard = round(samples * 1000 / RATE / MS_A_WORD)
            words += text[: max(1, heard)]
        return Heard(" ".join(words))


@dataclass(slots=True)
class CodedSynthesiser:
    """Implements `speech.Synthesiser`: a quarter of a second a word, after `takes_s`."""

    book: Phrasebook
    takes_s: float = 0.05
    fails: bool = False
    spoken: list[str] = field(default_factory=list)

    async def speak(
        self, text: str, *, voice: str, mood: Mood, language: str
    ) -> AsyncIterator[bytes]:
        """Speak."""
        english(language)
        await asyncio.sleep(self.takes_s)
        if self.fails:
            raise ProviderError("no voice just now", retryable=True)
        self.spoken.append(text)
        words = " ".join(word for word in text.split() if any(map(str.isalnum, word)))
        sound = self.book.sound(words) if words else b""
        size = len(silence(MS_A_WORD))
        for start in range(0, len(sound), size):
            yield sound[start : start + size]


@dataclass(slots=True)
class CodedEndOfTurn:
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
    return Counter(sample for sample in samples_of(audio) if sample > _QUIET)


def coded_speech(book: Phrasebook) -> Speech:
    """Return all of it."""
    transcriber, synthesiser = CodedTranscriber(book), CodedSynthesiser(book)
    return Speech(transcriber, synthesiser, FakeActivity, CodedEndOfTurn(book))
