"""What the page says in words, read strictly. The protocol is docs/voice-protocol.md."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from core.speech import FRAME_BYTES, FRAME_MS, RATE, SAMPLE_BYTES
from voice_bridge.wire import Broken, Close, HungUp, Incoming, Played

VERSION = 1
LONGEST_MS = 200
MOST_BYTES = 16 * 1024
_LONGEST_BYTES = LONGEST_MS // FRAME_MS * FRAME_BYTES
_MOST_LINES = 100_000
_LONGEST_LINE_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Hello:
    """The page's first message, of a version and a rate that are spoken here."""


def whole(audio: bytes) -> bytes:
    """Return the sound if it is whole samples, and not too many of them. Raises Broken."""
    if not audio or len(audio) % SAMPLE_BYTES:
        raise _garbage(f"{len(audio)} bytes of sound are no whole samples of {SAMPLE_BYTES} bytes.")
    if len(audio) > _LONGEST_BYTES:
        raise _garbage(f"A message holds at most {LONGEST_MS} ms of sound, {_LONGEST_BYTES} bytes.")
    return audio


def read(text: str) -> Hello | Incoming:
    """Return what a text message says. Fields that are not known are passed over. Raises Broken."""
    data = _object(text)
    match data.get("type"):
        case "hello":
            return _hello(data)
        case "played" | "stopped" as kind:
            line = _number(data, "line", _MOST_LINES)
            return Played(line, _number(data, "played_ms", _LONGEST_LINE_MS), kind == "stopped")
        case "end":
            return HungUp()
        case _:
            raise _garbage("The type of a message is hello, played, stopped or end.")


def _object(text: str) -> dict[str, Any]:
    if len(text) > MOST_BYTES:
        raise _garbage(f"A message has at most {MOST_BYTES} bytes.")
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _garbage("A text message is a JSON object.") from error
    if not isinstance(data, dict):
        raise _garbage("A text message is a JSON object.")
    return data


def _hello(data: dict[str, Any]) -> Hello:
    if data.get("version") != VERSION:
        raise Broken(Close.NO_HELLO, f"Version {VERSION} is spoken here. Reload the page.")
    if data.get("rate") != RATE:
        raise Broken(Close.WRONG_RATE, f"Sound has {RATE} samples a second here.")
    return Hello()


def _number(data: dict[str, Any], name: str, most: int) -> int:
    """Return a whole number from 0 on; True is none, though Python says that it is."""
    value = data.get(name)
    if type(value) is not int or not 0 <= value <= most:
        raise _garbage(f"{name} is a whole number from 0 to {most}.")
    return value


def _garbage(words: str) -> Broken:
    return Broken(Close.GARBAGE, words)
