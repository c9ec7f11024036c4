"""What the scripted Realtime server says, what it refuses, and how its events are called."""

from __future__ import annotations

import asyncio
import base64
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from openai.types.realtime import RealtimeClientEventParam
from pydantic import TypeAdapter, ValidationError

from tests.sounds import tone

Event = dict[str, Any]

_EVENTS: TypeAdapter[Any] = TypeAdapter(RealtimeClientEventParam)
_STEP = 9_600
_SOUND = tone(0.6, rate=24_000)


@dataclass(frozen=True, slots=True)
class Line:
    """One response. `text` None: what it was asked to say.

    It stops after `until` pieces of sound, to be `cut` off with the connection, or to stand still
    until it is cancelled (`stands`); or it ends with a `status` and an `error`.
    """

    text: str | None = None
    audio: bytes = _SOUND
    sound_first: bool = False
    beta: bool = False
    until: int | None = None
    cut: bool = False
    stands: bool = False
    status: str = "completed"
    error: Event | None = None


@dataclass(frozen=True, slots=True)
class Refuses:
    """Refuses a response, or with `of_session` the whole session, with an error event."""

    code: str
    type: str = "invalid_request_error"
    of_session: bool = False
    hangs_up: bool = False


Step = Line | Refuses


@dataclass(slots=True)
class Session:
    """What the server knows of one connection."""

    ws: web.WebSocketResponse
    config: Event = field(default_factory=dict)
    buffer: bytes = b""
    items: set[str] = field(default_factory=set)
    active: dict[str, asyncio.Event] = field(default_factory=dict)
    spoken: bool = False


class Wrong(Exception):  # noqa: N818 - what the event is
    """The client's event is refused, with this code."""


def checked(event: Event) -> None:
    """Refuse what the SDK's types do not know, or know otherwise."""
    try:
        known = _EVENTS.validate_python(event)
    except ValidationError:
        raise Wrong("invalid_value") from None
    if _plain(known) != event:
        raise Wrong("unknown_parameter")


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON
    # Lists are read lazily by pydantic where the SDK takes any iterable.
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, str | bytes | int | float | None):
        return value
    return [_plain(part) for part in value]


def deltas(line: Line, asked: Event) -> Iterator[tuple[str, str]]:
    text = line.text
    if text is None:
        text = next(i["content"][0]["text"] for i in asked["input"] if i["type"] == "message")
    words = [("transcript", piece) for piece in _pieces(text)]
    sound = [
        ("delta", base64.b64encode(line.audio[at : at + _STEP]).decode())
        for at in range(0, len(line.audio), _STEP)
    ]
    first, second = (sound, words) if line.sound_first else (words, sound)
    pairs = itertools.zip_longest(first, second)
    return (part for pair in pairs for part in pair if part is not None)


def _pieces(text: str) -> Iterator[str]:
    # Not at the ends of words: nobody promises that.
    for at in range(0, len(text), 5):
        yield text[at : at + 5]


def name_of(kind: str, line: Line) -> str:
    sound = "response.audio" if line.beta else "response.output_audio"
    return f"{sound}.delta" if kind == "delta" else f"{sound}_transcript.delta"


def merged(old: Event, new: Event) -> Event:
    both = {n: merged(old[n], v) if _nested(old.get(n), v) else v for n, v in new.items()}
    return {**old, **both}


def _nested(old: object, new: object) -> bool:
    return isinstance(old, dict) and isinstance(new, dict)
