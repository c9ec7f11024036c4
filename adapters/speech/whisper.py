"""Speech to text on this machine, by Whisper tiny.en, without its thirty seconds.

Whisper looks at 30 s of sound, however short what was said, and that takes it most of its time.
Encoding only the sound itself, with a little silence around it, takes a quarter of the time, and
the words are as right (`make bench ARGS=hearing`). The price is that the model may not notice the
end and begin again; `tokens` finds that out, and then a piece is heard once more with more silence.
Forty sentences, clean: with 0.7, 1, 1.5, 2 and 3 s of silence 5.8, 4.6, 3.9, 4.6 and 4.6 % of the
words were wrong, and 8, 6, 4, 0 and 0 sentences had to be heard again; with all 30 s, 6.3 %. Beams
of two and five took 15 and 70 % more time, and found words that were no better for certain.
"""

from __future__ import annotations

import math
import threading
from typing import TYPE_CHECKING

from adapters.speech.inventions import HUM, hummed, invented
from adapters.speech.pieces import pieces
from adapters.speech.sound import loudness, samples
from adapters.speech.threads import Threads
from adapters.speech.tokens import without_copies
from adapters.speech.whisper_model import Decoded, WhisperModel
from adapters.speech.written import written
from core.errors import ProviderError
from core.speech import RATE, Heard

if TYPE_CHECKING:
    from adapters.speech.sound import Samples

SILENCE_S = 1.5
"""Silence put behind the sound, in seconds."""
MORE_SILENCE_S = 5.0
"""The same, when the model did not find the end, and for short sounds, where it seldom does."""
SHORT_S = 1.2
SHORTEST_S = 0.1
QUIETEST = 0.0005
"""The loudest 20 ms, of full scale, below which there is nothing to hear: 66 dB below it."""


class WhisperTranscriber:
    """A `Transcriber` for English. Loads on first use.

    The hint is not used. Given to the model as what was said before, one that names what comes
    brought wrong words down from 4.4 % to 3.0, and one that does not brought them up to 5.3. With
    either, words were heard in noise, and each turn took 70 ms longer.
    """

    def __init__(self, threads: int = 2) -> None:
        """`threads` compute one utterance; utterances of several calls wait for each other."""
        self._threads = threads
        self._pool = Threads("ears")
        self._lock = threading.Lock()
        self._model: WhisperModel | None = None

    async def warm(self) -> None:
        """Load the model and let it hear something, so that the first turn is not the slow one."""
        await self._pool.run(self._warm)

    async def transcribe(
        self,
        audio: bytes,
        *,
        language: str = "en",
        hint: str = "",  # noqa: ARG002 - asked for by the port
    ) -> Heard:
        """Return what is said. Raises ProviderError for another language than English."""
        if language.lower().partition("-")[0] != "en":
            raise ProviderError(
                "The ears of this machine understand English only: "
                "choose a scenario in English, or set up a speech service",
                retryable=False,
            )
        return await self._pool.run(self._hear, samples(audio))

    def close(self) -> None:
        """Let go of the threads."""
        self._pool.close()

    def _loaded(self) -> WhisperModel:
        with self._lock:
            if self._model is None:
                self._model = WhisperModel(self._threads)
            return self._model

    def _warm(self) -> None:
        import numpy as np  # noqa: PLC0415 - slow to import

        self._loaded().decode(np.zeros(RATE, np.float32), SILENCE_S)

    def _hear(self, sound: Samples) -> Heard:
        heard = [self._piece(piece) for piece in pieces(sound)]
        said = [each for each in heard if each.text]
        if not said:
            return Heard("", min(each.sure for each in heard))
        return Heard(written(" ".join(each.text for each in said)), min(s.sure for s in said))

    def _piece(self, sound: Samples) -> Heard:
        if len(sound) < SHORTEST_S * RATE or loudness(sound, RATE // 50).max() < QUIETEST:
            return Heard("")
        short = len(sound) < SHORT_S * RATE
        decoded = self._loaded().decode(sound, MORE_SILENCE_S if short else SILENCE_S)
        if invented(decoded.text, decoded.no_speech, decoded.score):
            return Heard("", decoded.no_speech)
        text = without_copies(decoded.text)
        if short and hummed(text):
            return _heard(HUM, decoded)
        if text != decoded.text and not short:
            return self._again(sound, text)
        return _heard(text, decoded)

    def _again(self, sound: Samples, first: str) -> Heard:
        """Hear once more what the model went round in.

        A model that goes round twice, and not in the same words, heard no words.
        """
        decoded = self._loaded().decode(sound, MORE_SILENCE_S)
        text = without_copies(decoded.text)
        if invented(decoded.text, decoded.no_speech, decoded.score):
            return Heard("", decoded.no_speech)
        agreed = text == decoded.text or text.lower().split()[:2] == first.lower().split()[:2]
        return _heard(text, decoded) if agreed else Heard("", 0.5)


def _heard(text: str, decoded: Decoded) -> Heard:
    return Heard(text, round(math.exp(min(0.0, decoded.score)) * (1 - decoded.no_speech), 3))
