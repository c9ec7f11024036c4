"""What can happen to a call. Each event carries its moment, `at`, in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.customer import Decision
from core.reading import Note


@dataclass(frozen=True, slots=True)
class Started:
    """The trainee started the call."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Spoke:
    """The trainee said something; `key` is the id of the event that brought it."""

    at: datetime
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Wrote:
    """The trainee is writing."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Replied:
    """The customer's line is ready: what it decided, and the words.

    `lines` are the keys of the authored lines in it, `notes` what happened while it was worded.
    """

    at: datetime
    decision: Decision
    text: str
    lines: tuple[str, ...]
    notes: tuple[Note, ...] = ()


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


Event = Started | Spoke | Wrote | Replied | Elapsed | HungUp | Reported | CameBack
