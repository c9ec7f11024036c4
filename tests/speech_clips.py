"""Speech, noise and other sounds for tests, made on the spot: 16-bit PCM at 16 kHz."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from adapters.speech.edges import trimmed
from adapters.speech.piper_model import PiperModel
from adapters.speech.sound import pcm, samples
from adapters.speech.spoken_text import spoken as said
from adapters.speech.voices import Manner, voice_named
from core.speech import RATE

if TYPE_CHECKING:
    from adapters.speech.sound import Samples

VOICES = ("low-even", "warm-low", "bright-low", "clear-mid", "deep-even")


_EVEN = Manner(variety=0.0, rhythm=0.0)
"""What is spoken so is the same in every run."""


@cache
def _model() -> PiperModel:
    return PiperModel(2)


@cache
def spoken(text: str, voice: str = "low-even") -> bytes:
    """Return the text as this voice speaks it; the same bytes each time."""
    sound = trimmed(_model().say(said(text), voice_named(voice), _EVEN))
    return pcm(sound * (0.5 / max(1e-3, float(abs(sound).max(initial=0)))))


def quiet(seconds: float) -> bytes:
    """Return digital silence."""
    return bytes(int(seconds * RATE) * 2)


def noisy(audio: bytes, snr_db: float, seed: int = 1) -> bytes:
    """Return the sound with white noise, its power `snr_db` below that of the sound."""
    sound = samples(audio)
    power = float(np.mean(np.square(sound))) / 10 ** (snr_db / 10)
    return pcm(sound + white(len(sound), power**0.5, seed))


def white(count: int, level: float, seed: int = 1) -> Samples:
    """Return so many samples of white noise of this root mean square."""
    return (np.random.default_rng(seed).standard_normal(count) * level).astype(np.float32)


def pink(count: int, level: float, seed: int = 1) -> Samples:
    """Return pink noise: as loud in each octave."""
    bands = np.fft.rfft(white(count, 1.0, seed))
    bands /= np.sqrt(np.maximum(np.arange(len(bands)), 1))
    sound = np.fft.irfft(bands, count).astype(np.float32)
    return sound * np.float32(level / np.sqrt(np.mean(np.square(sound))))


def babble(count: int, level: float) -> Samples:
    """Return a crowd: many sentences backwards and at once, in which no word is left."""
    sum_ = np.zeros(count, np.float32)
    for n, voice in enumerate(VOICES):
        sound = samples(spoken("Where on earth have you put all of the old papers again", voice))
        sum_ += np.resize(np.roll(sound[::-1], 3000 * n), count)
    return sum_ * np.float32(level / np.sqrt(np.mean(np.square(sum_))))


def _waves(count: int, *pitches: float) -> Samples:
    time = np.arange(count) / RATE
    waves = sum(np.sin(2 * np.pi * pitch * time) for pitch in pitches)
    return np.asarray(0.1 * waves, np.float32)


def _clicks(count: int) -> Samples:
    sound = white(count, 0.001)
    sound[:: RATE // 2] = 0.8
    return sound


NOISES: dict[str, Callable[[int], Samples]] = {
    "white, soft": lambda n: white(n, 0.01),
    "white, loud": lambda n: white(n, 0.2),
    "pink": lambda n: pink(n, 0.05),
    "babble": lambda n: babble(n, 0.08),
    "hum": lambda n: _waves(n, 50, 150),
    "tone": lambda n: _waves(n, 440),
    "dial tone": lambda n: _waves(n, 350, 440),
    "clicks": _clicks,
}
"""Sounds in which nobody speaks, by name; each takes a number of samples."""


def noise(name: str, seconds: float) -> bytes:
    """Return so much of one of `NOISES`."""
    return pcm(NOISES[name](int(seconds * RATE)))
