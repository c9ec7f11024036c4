"""Speech, as the practice needs it of the world: ears, a voice, and a sense for turns.

Sound is 16-bit little-endian PCM, one channel, at `RATE`, in whole samples, wherever it crosses one
of these ports. An adapter whose model wants another rate converts.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.moods import Mood

RATE = 16_000
"""Samples a second."""
SAMPLE_BYTES = 2
FRAME_MS = 20
FRAME_BYTES = RATE * SAMPLE_BYTES * FRAME_MS // 1000
"""Bytes of a frame as it travels: 20 ms, the grain of both call pages and Teams' media."""


def seconds_of(audio: bytes | bytearray | memoryview) -> float:
    """Return how long this sound lasts."""
    return len(audio) / (RATE * SAMPLE_BYTES)


@dataclass(frozen=True, slots=True)
class Heard:
    """What was understood of some sound. `sure` is 0 to 1; `text` is "" where nobody spoke."""

    text: str
    sure: float = 1.0


class Transcriber(Protocol):
    """Speech to text."""

    async def transcribe(self, audio: bytes, *, language: str = "en", hint: str = "") -> Heard:
        """Return what is said. `hint` holds names and words that may occur. Raises ProviderError.

        Noise, silence and sounds that are no words give an empty text, never an invented one.
        """
        ...


class Synthesiser(Protocol):
    """Text to speech."""

    def speak(self, text: str, *, voice: str, mood: Mood, language: str) -> AsyncIterator[bytes]:
        """Speak a sentence, in pieces as they come. `voice` is the persona's own name for it.

        Raises ProviderError, also between pieces. Stops its work when it is closed early.
        """
        ...


class VoiceActivity(Protocol):
    """Tells speech from everything else, for one side of one call: it remembers what it heard."""

    window_ms: int
    """How much sound one probability is about, in milliseconds."""

    def feed(self, audio: bytes) -> list[float]:
        """Return the probability of speech, 0 to 1, for each window now complete, in order.

        What does not fill a window waits for more. Takes well under a millisecond a window.
        """
        ...


class EndOfTurn(Protocol):
    """Tells from how it sounds whether somebody has finished, or only stopped for a moment."""

    async def probability(self, audio: bytes) -> float:
        """Return the probability, 0 to 1, that the turn in this sound is over. ProviderError.

        The sound is the turn so far with the silence at its end; its last 8 s are what counts.
        """
        ...


@dataclass(frozen=True, slots=True)
class Speech:
    """All that a call by voice hears and speaks with. `activity` makes a detector for a call."""

    transcriber: Transcriber
    synthesiser: Synthesiser
    activity: Callable[[], VoiceActivity]
    end_of_turn: EndOfTurn


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened to the sound of a call, for its event log. No word of what was said.

    `kind` is one of `MARKS`; data are plain values.
    """

    at: datetime
    kind: str
    data: tuple[tuple[str, str | int | float | bool], ...] = ()


MARKS = {
    "trainee_onset": "the trainee began to make sound",
    "trainee_offset": "the trainee stopped; a turn may have several stretches of speech",
    "customer_onset": "the first sound of the customer's line was played",
    "customer_offset": "the last sound of it; `cut`: whether the line was cut off",
    "partial": "so many `words` of a turn were understood while it went on",
    "turn_over": "the turn was taken for finished, `silence_ms` after its last sound; by what",
    "gap": "`by` (trainee, customer) answered `ms` after the other one stopped",
    "interrupted": "`by` cut in; `yield_ms` until the other one was silent",
    "backchannel": "the trainee made a sound of listening, `ms` long, that took no turn",
    "dead_air": "nobody spoke for `ms`",
    "line_lost": "the connection was lost",
    "line_back": "and is back, `away_ms` later",
}
"""The kinds of marks. In the log each also says with `turn` which turn it belongs to, if one."""
