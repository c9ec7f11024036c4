"""The sound of a scripted caller's lines: spoken by the product's own voice, or from a file."""

from __future__ import annotations

import asyncio
import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import PracticeError
from core.moods import Mood
from core.speech import RATE, Synthesiser
from voice_bridge.caller import Step

VOICE = "firm-low"
"""The caller's voice; the customer has the persona's."""
_SAMPLE_BYTES = 2
_LONGEST_S = 3600
_RATES = range(4_000, 192_001)
_BITS = 8


async def sound_of(step: Step, voice: Synthesiser) -> bytes:
    """Return the sound of a step, as in `core.speech`, never none.

    Raises PracticeError for a bad file and for words that make no sound, ProviderError.
    """
    if step.play:
        return await asyncio.to_thread(read_wav, Path(step.play))
    spoken = voice.speak(step.say, voice=VOICE, mood=Mood.CALM, language="en")
    sound = b"".join([piece async for piece in spoken])
    if not sound:
        raise PracticeError(f"“{step.say}” makes no sound.", "Write words that can be spoken.")
    return sound


def read_wav(path: Path) -> bytes:
    """Return the sound of a WAV file of 16-bit PCM at any rate; of several channels, the mean.

    Raises PracticeError with what is wrong and how to mend it.
    """
    try:
        with wave.open(str(path), "rb") as file:
            _check(path, file)
            channels, rate = file.getnchannels(), file.getframerate()
            frames = file.readframes(file.getnframes())
    except FileNotFoundError as error:
        raise PracticeError(f"There is no file {path}.", "Check the path.") from error
    except OSError as error:
        raise PracticeError(f"{path} cannot be read: {error.strerror}.", "Check it.") from error
    except (EOFError, wave.Error) as error:
        raise PracticeError(f"{path} is no WAV file of plain PCM.", _convert(path)) from error
    # A file that was cut off may end within a frame.
    whole = frames[: len(frames) // (channels * _SAMPLE_BYTES) * channels * _SAMPLE_BYTES]
    if not whole:
        raise PracticeError(f"There is no sound in {path}.", "Record it once more.")
    samples = np.frombuffer(whole, "<i2").reshape(-1, channels)
    return _resampled(samples.mean(axis=1).round().astype(np.int16), rate).tobytes()


def _check(path: Path, file: wave.Wave_read) -> None:
    rate = file.getframerate()
    if file.getsampwidth() != _SAMPLE_BYTES:
        bits = file.getsampwidth() * _BITS
        raise PracticeError(f"{path} has {bits} bits a sample, not 16.", _convert(path))
    if rate not in _RATES:
        raise PracticeError(f"{path} has {rate:,} samples a second.", _convert(path))
    if file.getnframes() > _LONGEST_S * rate:
        raise PracticeError(f"{path} is longer than an hour.", "Is it the right file?")


def _convert(path: Path) -> str:
    return f"Convert it: ffmpeg -i {path} -c:a pcm_s16le -ar {RATE} new.wav"


def _resampled(samples: NDArray[np.int16], rate: int) -> NDArray[np.int16]:
    """Return samples of this rate at the rate of `core.speech`."""
    if rate == RATE:
        return samples
    # Comes with the extra `voice`: that it is missing is told where speech is opened.
    import soxr  # noqa: PLC0415

    return np.asarray(soxr.resample(samples, rate, RATE), np.int16)
