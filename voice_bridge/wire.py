"""The far end of a call, whichever it is: the call page's socket, or the media of a Teams call.

A wire carries sound and a few notices; it decides nothing. Sound is as in `core.speech`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class Sound:
    """Sound from the trainee: whole samples, as it came, without gaps while all is well."""

    audio: bytes


@dataclass(frozen=True, slots=True)
class Played:
    """So much of a line has been heard, in milliseconds. Wires that cannot tell never say so."""

    line: int
    ms: int
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class HungUp:
    """The trainee ended the call."""


Incoming = Sound | Played | HungUp


@dataclass(frozen=True, slots=True)
class Doing:
    """What the customer does."""

    state: Literal["coming", "listening", "thinking", "speaking"]


@dataclass(frozen=True, slots=True)
class Caption:
    """Words for those who want to read them."""

    speaker: Literal["customer", "trainee"]
    text: str
    final: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """The customer shows a document, by its id in the scenario."""

    document: str
    title: str


@dataclass(frozen=True, slots=True)
class TimeShort:
    """So many seconds are left."""

    left_s: int


@dataclass(frozen=True, slots=True)
class Until:
    """When the call ends at the latest; it moves when time is given back."""

    now: datetime
    deadline: datetime | None


@dataclass(frozen=True, slots=True)
class Over:
    """The call has ended. `words` say how, for a person."""

    reason: str
    words: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something is not as it should be, and the call goes on."""

    words: str


Notice = Doing | Caption | Shown | TimeShort | Until | Over | Trouble


class Close(Enum):
    """How a wire is closed; the codes of docs/voice-protocol.md."""

    ENDED = 1000
    GOING_AWAY = 1001
    GARBAGE = 4000
    ELSEWHERE = 4001
    WRONG_RATE = 4002
    READS_NOTHING = 4003
    NO_HELLO = 4004
    NOT_HERE = 4005


class Broken(Exception):  # noqa: N818 - what happened, as a word
    """The wire must be closed, and why, in a sentence for whoever wrote the other end."""

    def __init__(self, close: Close, words: str) -> None:
        super().__init__(words)
        self.close = close
        self.words = words


class Wire(Protocol):
    """Sound both ways. Sending to a wire that has gone does nothing: `receive` ends instead."""

    def receive(self) -> AsyncIterator[Incoming]:
        """Yield what comes in; ends when the other end has gone. Raises Broken."""
        ...

    async def begin(self, line: int, from_ms: int) -> None:
        """Say that what follows is the sound of this line, from there on."""
        ...

    async def play(self, audio: bytes) -> None:
        """Send sound, in pieces of at most 200 ms. Raises Broken when nobody takes it."""
        ...

    async def finish(self, line: int) -> None:
        """Say that no more sound belongs to the line."""
        ...

    async def stop(self, line: int) -> None:
        """Have what was not played dropped."""
        ...

    async def tell(self, notice: Notice) -> None:
        """Pass a notice on, where the other end has a use for it."""
        ...

    async def close(self, how: Close, words: str = "") -> None:
        """Hang up. A second time does nothing."""
        ...
