"""The personas' voices and moods, in the terms of OpenAI's speech."""

from __future__ import annotations

import zlib

from core.moods import Mood

VOICES = (
    "alloy",
    "ash",
    "ballad",
    "cedar",
    "coral",
    "echo",
    "marin",
    "sage",
    "shimmer",
    "verse",
)
"""The voices that the speech endpoint and the Realtime API both have."""
OF_PERSONAS = {
    "bright-low": "ballad",
    "bright-mid": "coral",
    "bright-soft": "shimmer",
    "clear-low": "sage",
    "clear-mid": "alloy",
    "deep-even": "cedar",
    "firm-low": "verse",
    "firm-mid": "coral",
    "low-even": "echo",
    "low-soft": "ash",
    "quick-mid": "alloy",
    "soft-high": "shimmer",
    "soft-low": "sage",
    "warm-low": "marin",
}
_FIRST_WORDS = {
    "bright": "brightly",
    "clear": "clearly",
    "deep": "with a deep voice",
    "firm": "firmly",
    "low": "with a low voice",
    "quick": "quickly",
    "soft": "softly",
    "warm": "warmly",
}
_MOODS = {
    Mood.ANGRY: "You are angry: clipped, with force, a little louder and faster than usual.",
    Mood.FRUSTRATED: "You are frustrated: tense and short of patience, with an audible sigh in it.",
    Mood.CONFUSED: "You are confused: hesitant and searching, a little slower than usual.",
    Mood.CALM: "You are calm and matter-of-fact.",
    Mood.HAPPY: "You are in a good mood: friendly and lively.",
}


def openai_voice(voice: str) -> str:
    """Return OpenAI's name for a persona's voice. OpenAI's own names stay as they are.

    A name nobody has matched yet gets one of them too, and always the same.
    """
    if voice in VOICES:
        return voice
    steady = VOICES[zlib.crc32(voice.encode()) % len(VOICES)]
    return OF_PERSONAS.get(voice, steady)


def manner(voice: str, mood: Mood) -> str:
    """Return how the line is to be spoken: who speaks, in which mood, with what kind of voice."""
    first = _FIRST_WORDS.get(voice.partition("-")[0])
    kind = f" Speak {first}." if first else ""
    return (
        "You are a customer on the telephone with a company, an everyday person and no announcer."
        f"{kind} {_MOODS[mood]}"
    )
