"""Workspaces, people, what they are assigned, and the scenarios their attempts run on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import sqlalchemy as sa
from sqlalchemy import bindparam

from adapters.storage import tables
from adapters.storage.codec import Codec
from adapters.storage.people_rows import (
    assignment_from_row,
    assignment_to_row,
    person_from_row,
    person_to_row,
    workspace_from_row,
    workspace_to_row,
)
from adapters.storage.upsert import insert, put
from core.people import Assignment, Person, Workspace
from core.scenario import Scenario

_W, _P, _A, _S = tables.workspaces, tables.people, tables.assignments, tables.scenario_revisions
_SCENARIOS = Codec[Scenario](Scenario)

_WORKSPACE = sa.select(_W).where(_W.c.id == bindparam("id_"))
_WORKSPACES = sa.select(_W).order_by(_W.c.id)
_PERSON = sa.select(_P).where(
    _P.c.workspace == bindparam("workspace_"), _P.c.id == bindparam("id_")
)
_PEOPLE = (
    sa.select(_P).where(_P.c.workspace == bindparam("workspace_")).order_by(_P.c.name, _P.c.id)
)
_ASSIGNMENT = sa.select(_A).where(
    _A.c.workspace == bindparam("workspace_"), _A.c.id == bindparam("id_")
)
_ASSIGNMENTS = (
    sa.select(_A)
    .where(_A.c.workspace == bindparam("workspace_"), _A.c.trainee == bindparam("trainee_"))
    .order_by(_A.c.created_at, _A.c.id)
)
_PINNED = sa.select(_S.c.scenario).where(
    _S.c.id == bindparam("id_"), _S.c.revision == bindparam("revision_")
)
_PIN = insert(_S).on_conflict_do_nothing(index_elements=["id", "revision"])
_PUT_WORKSPACE, _PUT_PERSON, _PUT_ASSIGNMENT = put(_W), put(_P), put(_A)


def workspace(connection: sa.Connection, workspace_id: str) -> Workspace | None:
    """Return the workspace."""
    row = connection.execute(_WORKSPACE, {"id_": workspace_id}).mappings().one_or_none()
    return workspace_from_row(row) if row else None


def workspaces(connection: sa.Connection) -> Sequence[Workspace]:
    """Return every workspace, by id."""
    return [workspace_from_row(row) for row in connection.execute(_WORKSPACES).mappings()]


def put_workspace(connection: sa.Connection, new: Workspace) -> None:
    """Add or replace."""
    connection.execute(_PUT_WORKSPACE, workspace_to_row(new))


def person(connection: sa.Connection, workspace_id: str, person_id: str) -> Person | None:
    """Return the person."""
    keys = {"workspace_": workspace_id, "id_": person_id}
    row = connection.execute(_PERSON, keys).mappings().one_or_none()
    return person_from_row(row) if row else None


def people(connection: sa.Connection, workspace_id: str) -> Sequence[Person]:
    """Return everybody of a workspace, by name."""
    rows = connection.execute(_PEOPLE, {"workspace_": workspace_id}).mappings()
    return [person_from_row(row) for row in rows]


def put_person(connection: sa.Connection, new: Person) -> None:
    """Add or replace."""
    connection.execute(_PUT_PERSON, person_to_row(new))


def assignment(connection: sa.Connection, workspace_id: str, wanted: str) -> Assignment | None:
    """Return the assignment."""
    keys = {"workspace_": workspace_id, "id_": wanted}
    row = connection.execute(_ASSIGNMENT, keys).mappings().one_or_none()
    return assignment_from_row(row) if row else None


def assignments(connection: sa.Connection, workspace_id: str, trainee: str) -> Sequence[Assignment]:
    """Return a trainee's assignments, oldest first."""
    keys = {"workspace_": workspace_id, "trainee_": trainee}
    return [assignment_from_row(row) for row in connection.execute(_ASSIGNMENTS, keys).mappings()]


def put_assignment(connection: sa.Connection, new: Assignment) -> None:
    """Add or replace."""
    connection.execute(_PUT_ASSIGNMENT, assignment_to_row(new))


def pin(connection: sa.Connection, scenario: Scenario) -> None:
    """Keep this revision; a revision is a digest of its contents and never changes."""
    row = {
        "id": scenario.id,
        "revision": scenario.revision,
        "scenario": _SCENARIOS.encode(scenario),
    }
    connection.execute(_PIN, row)


def pinned(connection: sa.Connection, scenario_id: str, revision: str) -> Scenario | None:
    """Return a pinned revision."""
    keys = {"id_": scenario_id, "revision_": revision}
    text = connection.execute(_PINNED, keys).scalar_one_or_none()
    return None if text is None else _read(text)


@lru_cache(maxsize=256)
def _read(text: str) -> Scenario:
    """Read a scenario once: it is the largest thing stored, and asked for at every turn."""
    return _SCENARIOS.decode(text)
