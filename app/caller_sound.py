"""The sound of a scripted caller's lines: spoken by the product's own voice, or from a file."""

from __future__ import annotations

import asyncio
import wave
from array import array
from pathlib import Path

import soxr

from core.errors import PracticeError
from core.moods import Mood
from core.speech import RATE, Synthesiser
from voice_bridge.caller import Step

VOICE = "firm-low"
"""The caller's voice; the customer has the persona's."""
_SAMPLE_BYTES = 2
_LONGEST_S = 3600


async def sound_of(step: Step, voice: Synthesiser) -> bytes:
    """Return the sound of a step, as in `core.speech`. Raises PracticeError for a bad file."""
    if step.play:
        return await asyncio.to_thread(read_wav, Path(step.play))
    spoken = voice.speak(step.say, voice=VOICE, mood=Mood.CALM, language="en")
    return b"".join([piece async for piece in spoken])


def read_wav(path: Path) -> bytes:
    """Return the sound of a WAV file of 16-bit PCM at any rate; of several channels, the mean.

    Raises PracticeError with what is wrong and how to mend it.
    """
    try:
        with wave.open(str(path), "rb") as file:
            channels, rate = file.getnchannels(), file.getframerate()
            if file.getsampwidth() != _SAMPLE_BYTES:
                raise PracticeError(
                    f"{path} is not 16-bit PCM.", f"Convert it: ffmpeg -i {path} -c:a pcm_s16le …"
                )
            if file.getnframes() > _LONGEST_S * rate:
                raise PracticeError(f"{path} is longer than an hour.", "Is it the right file?")
            frames = file.readframes(file.getnframes())
    except (OSError, EOFError, wave.Error) as error:
        raise PracticeError(f"{path} cannot be read as WAV: {error}.", "Check the file.") from error
    samples = array("h", frames)
    if channels > 1:
        samples = array(
            "h",
            (sum(samples[i : i + channels]) // channels for i in range(0, len(samples), channels)),
        )
    return resampled(samples, rate)


def resampled(samples: array[int], rate: int) -> bytes:
    """Return samples of this rate at the rate of `core.speech`."""
    import numpy as np  # noqa: PLC0415 - only where a file is read

    if rate == RATE or not samples:
        return samples.tobytes()
    return bytes(soxr.resample(np.array(samples, np.int16), rate, RATE).astype(np.int16).tobytes())
