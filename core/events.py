"""What can happen to a call. Each event carries its moment, `at`, in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.customer import Decision
from core.reading import Note
from core.speech import Mark


@dataclass(frozen=True, slots=True)
class Started:
    """The trainee started the call."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Spoke:
    """The trainee said something; `key` is the id of the event that brought it.

    `marks` are what the sound of it did, by voice.
    """

    at: datetime
    key: str
    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Wrote:
    """The trainee is writing."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Replied:
    """The customer's line is delivered: what it decided, and the words.

    `lines` are the keys of the authored lines in it, `notes` what happened while it was worded.
    By voice, `text` is what was heard of it, and `marks` what the sound of it did.
    """

    at: datetime
    decision: Decision
    text: str
    lines: tuple[str, ...]
    notes: tuple[Note, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Time has passed."""

    at: datetime


@dataclass(frozen=True, slots=True)
class HungUp:
    """The trainee ended the call."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Reported:
    """The trainee ended the call because the customer broke character in these turns."""

    at: datetime
    turns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CameBack:
    """The process was away and is back; the time it was away is given back to the trainee."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Rejoined:
    """By voice: the trainee is back on the line after a while; the call goes on where it was."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Sounded:
    """By voice: marks of the sound that belong to no turn."""

    at: datetime
    marks: tuple[Mark, ...]


Event = (
    Started | Spoke | Wrote | Replied | Elapsed | HungUp | Reported | CameBack | Rejoined | Sounded
)
