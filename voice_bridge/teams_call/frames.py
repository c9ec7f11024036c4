"""The messages on the media socket, as Azure's documents show them.

What comes in is written in camelCase, what goes out in PascalCase. Sound is PCM in base64.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.speech import FRAME_BYTES, RATE, SAMPLE_BYTES
from voice_bridge.wire import Broken, Close, Sound

STOP = json.dumps({"Kind": "StopAudio", "AudioData": None, "StopAudio": {}})
"""Has Azure drop what it has not played."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the sound is like: the first message. `fits`: whether it is as `core.speech` says."""

    fits: bool


def read(text: str) -> Metadata | Sound | None:
    """Return what a message brings, None for a kind of which we make no use. Raises Broken."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        raise _garbage("this is no JSON") from None
    if not isinstance(message, dict) or not isinstance(message.get("kind"), str):
        raise _garbage("this message has no kind")
    if message["kind"] == "AudioMetadata":
        return _metadata(_part(message, "audioMetadata"))
    if message["kind"] == "AudioData":
        return _sound(_part(message, "audioData"))
    return None


def write(audio: bytes) -> str:
    """Return the message that plays this sound."""
    data = {"Data": base64.b64encode(audio).decode()}
    return json.dumps({"Kind": "AudioData", "AudioData": data, "StopAudio": None})


def _metadata(told: Mapping[str, Any]) -> Metadata:
    is_pcm = str(told.get("encoding")).upper() == "PCM"
    return Metadata(is_pcm and told.get("sampleRate") == RATE and told.get("channels") == 1)


def _sound(told: Mapping[str, Any]) -> Sound:
    data = told.get("data")
    if told.get("silent") is True:
        # As long as a frame would be: the call counts on sound without gaps.
        return Sound(bytes(len(_pcm(data)) if data else FRAME_BYTES))
    return Sound(_pcm(data))


def _pcm(data: object) -> bytes:
    if not isinstance(data, str):
        raise _garbage("this sound has no data")
    try:
        audio = base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        raise _garbage("this sound is no base64") from None
    if len(audio) % SAMPLE_BYTES:
        raise _garbage("this sound ends within a sample")
    return audio


def _part(message: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = message.get(name)
    if not isinstance(found, Mapping):
        raise _garbage(f"this message has no {name}")
    return found


def _garbage(words: str) -> Broken:
    return Broken(Close.GARBAGE, words)
