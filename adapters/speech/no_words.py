"""Sound in which nobody speaks, and what transcribers make of it."""

from __future__ import annotations

import re

import numpy as np

from core.speech import FRAME_BYTES, RATE, SAMPLE_BYTES

SHORTEST_S = 0.1
"""What OpenAI takes at least, in seconds; no word is shorter."""
QUIETEST_DB = -60.0
"""Decibels below full scale under which even the loudest 20 ms hold no speech: a microphone far
from the mouth still gives -45."""
_FULL_SCALE = 32_768.0
# What models trained on films write under sound without words; nobody says it to a customer.
_CREDITS = re.compile(
    r"(?:thank you|thanks)(?: so much| very much)? for watching"
    r"|(?:please )?(?:like and )?subscribe(?: to (?:my|our|the) channel)?"
    r"|subtitles (?:by|from)\b.*|transcri(?:bed|ption) by\b.*|sous-titres\b.*|untertitel\b.*"
)
_NOT_SAID = re.compile(r"\[[^\]]*\]|\([^)]*\)|[^\w\s'-]|_")


def is_silent(audio: bytes) -> bool:
    """Whether this is too short or too quiet to hold a word."""
    if len(audio) < SHORTEST_S * RATE * SAMPLE_BYTES:
        return True
    whole = len(audio) - len(audio) % FRAME_BYTES
    frames = np.frombuffer(audio[:whole], dtype="<i2").reshape(-1, FRAME_BYTES // SAMPLE_BYTES)
    loudest = np.sqrt(np.mean(np.square(frames.astype(np.float64)), axis=1)).max()
    return bool(loudest < _FULL_SCALE * 10 ** (QUIETEST_DB / 20))


def made_up(text: str, hint: str = "") -> bool:
    """Whether a transcriber has invented this: sounds in brackets, credits, or the hint itself."""
    plain = _plain(text)
    if not plain or _CREDITS.fullmatch(plain):
        return True
    # One word of the hint may well have been said: that is what it is for.
    return len(plain.split()) > 1 and plain == _plain(hint)


def _plain(text: str) -> str:
    return " ".join(_NOT_SAID.sub(" ", text.casefold()).split())
