"""What the Town remembers, for tests to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Called:
    """One call of a Web API method; `at` is by the Town's clock, in seconds."""

    method: str
    arguments: Mapping[str, Any]
    token: str
    at: float


@dataclass(frozen=True, slots=True)
class Violation:
    """Something that Slack would not have taken, with what is wrong in words."""

    method: str
    words: tuple[str, ...]
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ephemeral:
    """A message that only one person saw."""

    channel: str
    user: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Status:
    """What a thread said that the bot was doing; empty when it stopped saying so."""

    channel: str
    thread_ts: str
    status: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Response:
    """What was posted to a response_url."""

    channel: str
    user: str
    body: Mapping[str, Any]
