"""Attempts, turns and log entries as rows, and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from adapters.storage.codec import Codec, as_json
from core.attempt import (
    Attempt,
    CallState,
    CustomerState,
    Ended,
    EndReason,
    Entry,
    Owed,
    Speaker,
    Turn,
)
from core.moods import Mood
from core.scenario import Mode

_CUSTOMERS = Codec[CustomerState](CustomerState)


def to_row(attempt: Attempt) -> dict[str, Any]:
    """Return the columns of an attempt; its turns have a table of their own."""
    ended = attempt.ended
    return {
        "id": attempt.id,
        "workspace": attempt.workspace,
        "trainee": attempt.trainee,
        "assignment": attempt.assignment,
        "scenario_id": attempt.scenario_id,
        "scenario_revision": attempt.scenario_revision,
        "rubric_id": attempt.rubric_id,
        "mode": attempt.mode,
        "seed": attempt.seed,
        "created_at": attempt.created_at,
        "state": attempt.state,
        "owed": attempt.owed,
        "started_at": attempt.started_at,
        "deadline": attempt.deadline,
        "silent_since": attempt.silent_since,
        "warned": attempt.warned,
        "ended_reason": ended.reason if ended else None,
        "ended_at": ended.at if ended else None,
        "ended_exit": ended.exit if ended else None,
        "entries": attempt.entries,
        "scored": attempt.scored,
        "broke_character": attempt.broke_character,
        "customer": _CUSTOMERS.encode(attempt.customer),
    }


def from_row(row: sa.RowMapping, turns: tuple[Turn, ...] = ()) -> Attempt:
    """Return the attempt in a row."""
    return Attempt(
        id=row["id"],
        workspace=row["workspace"],
        trainee=row["trainee"],
        assignment=row["assignment"],
        scenario_id=row["scenario_id"],
        scenario_revision=row["scenario_revision"],
        rubric_id=row["rubric_id"],
        mode=Mode(row["mode"]),
        seed=row["seed"],
        created_at=row["created_at"],
        customer=_CUSTOMERS.decode(row["customer"]),
        state=CallState(row["state"]),
        owed=Owed(row["owed"]) if row["owed"] else None,
        started_at=row["started_at"],
        deadline=row["deadline"],
        silent_since=row["silent_since"],
        warned=row["warned"],
        ended=_ended(row),
        turns=turns,
        entries=row["entries"],
        scored=row["scored"],
        broke_character=row["broke_character"],
    )


def _ended(row: sa.RowMapping) -> Ended | None:
    if row["ended_reason"] is None:
        return None
    return Ended(EndReason(row["ended_reason"]), row["ended_at"], row["ended_exit"])


def turn_to_row(attempt_id: str, turn: Turn) -> dict[str, Any]:
    """Return the columns of a turn."""
    return {
        "attempt": attempt_id,
        "number": turn.number,
        "speaker": turn.speaker,
        "text": turn.text,
        "at": turn.at,
        "mood": turn.mood,
        "key": turn.key,
        "beat": json.dumps(turn.beat),
    }


def turn_from_row(row: sa.Row[*tuple[Any, ...]]) -> Turn:
    """Return the turn in a row: number, speaker, text, at, mood, key, beat."""
    number, speaker, text, at, mood, key, beat = row
    return Turn(number, Speaker(speaker), text, at, Mood(mood), key, tuple(json.loads(beat)))


def entry_to_row(attempt_id: str, entry: Entry) -> dict[str, Any]:
    """Return the columns of a log entry. Data that JSON has no word for raises an error."""
    return {
        "attempt": attempt_id,
        "number": entry.number,
        "at": entry.at,
        "kind": entry.kind,
        "data": as_json(entry.data),
    }


def entry_from_row(row: Sequence[Any]) -> Entry:
    """Return the log entry in a row: number, at, kind, data."""
    number, at, kind, data = row
    return Entry(number, at, kind, tuple((key, _frozen(value)) for key, value in json.loads(data)))


def _frozen(value: Any) -> Any:  # noqa: ANN401 - plain data of any shape
    """Lists were tuples before they became JSON."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
