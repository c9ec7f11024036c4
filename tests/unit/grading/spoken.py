"""Calls by voice to count in: a log of marks, written by seconds since the start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from core.attempt import Attempt, Entry, Speaker, Turn
from core.moods import Mood
from core.scenario import Mode
from grading.metrics import count
from grading.transcript import Transcript
from tests.records import NOON, attempt
from tests.sounds import after

Said = tuple[float, str, dict[str, Any]]
TRAINEE, CUSTOMER = Speaker.TRAINEE, Speaker.CUSTOMER


def speech(speaker: Speaker, begins: float, ends: float) -> list[Said]:
    """Somebody speaks."""
    return [(begins, f"{speaker}_onset", {}), (ends, f"{speaker}_offset", {})]


def log(*marks: Said) -> list[Entry]:
    """The marks as the event log has them, after the call's start."""
    all_marks = [(0.0, "call_started", {}), *marks]
    return [
        Entry(number, after(NOON, at), kind, tuple(sorted(data.items())))
        for number, (at, kind, data) in enumerate(all_marks)
    ]


def by_voice(*lines: tuple[Speaker, str]) -> Attempt:
    """An attempt by voice in which this was said."""
    turns = tuple(
        Turn(number, speaker, text, after(NOON, number), Mood.CALM)
        for number, (speaker, text) in enumerate(lines)
    )
    return replace(attempt("v", mode=Mode.VOICE, started_at=NOON), turns=turns)


def figures(entries: Sequence[Entry], *said: str) -> dict[str, float | None]:
    """What is counted of a call in which the trainee said this."""
    held = by_voice(*((TRAINEE, text) for text in said))
    return {m.id: m.value for m in count(Transcript.of(held, entries))}
