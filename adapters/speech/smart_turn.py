"""The end of a turn by how it sounds: the smart-turn model v3.2.

Its file is data of the package `pipecat-ai`, of which nothing is imported. The features are those
of Whisper over 8 s, computed by the same code that the ears use; compared with the package's own,
the probabilities are the same to three places.
"""

from __future__ import annotations

import importlib.util
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from adapters.models.weights import checked
from adapters.speech.runtime import session
from adapters.speech.sound import samples
from adapters.speech.threads import Threads
from core.speech import RATE

if TYPE_CHECKING:
    from adapters.speech.sound import Samples

SHA256 = "2bb026316b14a660486a75b1733cd3fbab8c2fd0314dc9af7be49f8cca967e4f"
SECONDS = 8
"""How much of the turn's end the model looks at."""
_FILE = Path("audio/turn/smart_turn/data/smart-turn-v3.2-cpu.onnx")
_FRAMES = SECONDS * 100
_SAMPLES = SECONDS * RATE
_EPSILON = 1e-7


class SmartTurn:
    """An `EndOfTurn`. Loads on first use, about 0.2 s."""

    def __init__(self, threads: int = 1) -> None:
        """`threads` compute one decision."""
        self._threads = threads
        self._pool = Threads("sense for turns")
        self._lock = threading.Lock()
        self._loaded: tuple[Any, Any] | None = None

    async def warm(self) -> None:
        """Load the model and let it decide once."""
        await self.probability(bytes(RATE))

    async def probability(self, audio: bytes) -> float:
        """Return the probability that the turn in this sound is over. Raises ProviderError."""
        return await self._pool.run(self._decide, samples(audio))

    def close(self) -> None:
        """Let go of the thread."""
        self._pool.close()

    def _decide(self, sound: Samples) -> float:
        import numpy as np  # noqa: PLC0415 - slow to import

        features, model = self._models()
        last = sound[-_SAMPLES:]
        window = np.pad(last, (_SAMPLES - len(last), 0))
        even = (window - window.mean()) / np.sqrt(window.var() + _EPSILON)
        mel = features(even)[:, :_FRAMES][None].astype(np.float32)
        return float(model.run(None, {"input_features": mel})[0][0].item())

    def _models(self) -> tuple[Any, Any]:
        with self._lock:
            if self._loaded is None:
                self._loaded = (_features(), _session(self._threads))
            return self._loaded


def _features() -> Any:  # noqa: ANN401 - the package publishes no types
    from faster_whisper.feature_extractor import FeatureExtractor  # noqa: PLC0415 - slow

    return FeatureExtractor(chunk_length=SECONDS)


def _session(threads: int) -> Any:  # noqa: ANN401 - the package publishes no types
    found = importlib.util.find_spec("pipecat")
    places = (found.submodule_search_locations if found else None) or ["pipecat"]
    return session(checked(Path(places[0]) / _FILE, SHA256, "pipecat-ai"), threads)
