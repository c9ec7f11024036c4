"""Workspaces, people and assignments as rows, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from pydantic import TypeAdapter

from adapters.storage.codec import as_json
from core.people import Assignment, DigestTime, Kept, Person, Role, Ways, Workspace
from core.scenario import Mode

_WAYS, _DIGEST = TypeAdapter(Ways), TypeAdapter(DigestTime)


def workspace_to_row(new: Workspace) -> dict[str, Any]:
    """Return the columns of a workspace."""
    return {
        "id": new.id,
        "name": new.name,
        "platform": new.platform,
        "retention": json.dumps(new.retention),
        "ways": as_json(new.ways),
    }


def workspace_from_row(row: sa.RowMapping) -> Workspace:
    """Return the workspace in a row."""
    kept = tuple((Kept(kind), days) for kind, days in json.loads(row["retention"]))
    ways = _WAYS.validate_json(row["ways"])
    return Workspace(row["id"], row["name"], row["platform"], kept, ways)


def person_to_row(new: Person) -> dict[str, Any]:
    """Return the columns of a person."""
    return {
        "workspace": new.workspace,
        "id": new.id,
        "name": new.name,
        "team": new.team,
        "time_zone": new.time_zone,
        "roles": _listed(new.roles),
        "coaches": _listed(new.coaches),
        "manages": _listed(new.manages),
        "digest": as_json(new.digest),
    }


def person_from_row(row: sa.RowMapping) -> Person:
    """Return the person in a row."""
    return Person(
        id=row["id"],
        workspace=row["workspace"],
        name=row["name"],
        roles=frozenset(map(Role, json.loads(row["roles"]))),
        team=row["team"],
        time_zone=row["time_zone"],
        coaches=frozenset(json.loads(row["coaches"])),
        manages=frozenset(json.loads(row["manages"])),
        digest=_DIGEST.validate_json(row["digest"]),
    )


def assignment_to_row(new: Assignment) -> dict[str, Any]:
    """Return the columns of an assignment."""
    return {
        "workspace": new.workspace,
        "id": new.id,
        "trainee": new.trainee,
        "assigned_by": new.assigned_by,
        "scenario_id": new.scenario_id,
        "created_at": new.created_at,
        "due_at": new.due_at,
        "attempts": new.attempts,
        "mode": new.mode,
        "accepted_at": new.accepted_at,
    }


def assignment_from_row(row: sa.RowMapping) -> Assignment:
    """Return the assignment in a row."""
    return Assignment(
        id=row["id"],
        workspace=row["workspace"],
        trainee=row["trainee"],
        assigned_by=row["assigned_by"],
        scenario_id=row["scenario_id"],
        created_at=row["created_at"],
        due_at=row["due_at"],
        attempts=row["attempts"],
        mode=Mode(row["mode"]) if row["mode"] else None,
        accepted_at=row["accepted_at"],
    )


def _listed(names: Iterable[str]) -> str:
    return json.dumps(sorted(names))
