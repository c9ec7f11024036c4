"""Attempts with their turns and their event logs."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy import bindparam

from adapters.storage import tables
from adapters.storage.attempt_rows import (
    entry_from_row,
    entry_to_row,
    from_row,
    to_row,
    turn_from_row,
    turn_to_row,
)
from adapters.storage.upsert import insert
from core.attempt import Attempt, Entry
from core.errors import StorageError

_A, _T, _E = tables.attempts, tables.turns, tables.events

_ATTEMPT = sa.select(_A).where(_A.c.id == bindparam("id_"))
_LOCKED = _ATTEMPT.with_for_update()
_TURNS = (
    sa.select(*_T.c["number", "speaker", "text", "at", "mood", "key", "beat"])
    .where(_T.c.attempt == bindparam("id_"))
    .order_by(_T.c.number)
)
_LAST_TURN = (
    sa.select(*_T.c["number", "at"])
    .where(_T.c.attempt == bindparam("id_"))
    .order_by(_T.c.number.desc())
    .limit(1)
)
_OF_TRAINEE = (
    sa.select(_A)
    .where(_A.c.workspace == bindparam("workspace_"), _A.c.trainee == bindparam("trainee_"))
    .order_by(_A.c.created_at, _A.c.id)
)
_RUNNING = sa.select(_A.c.id).where(tables.UNDER_WAY).order_by(_A.c.id)
_ENTRIES = (
    sa.select(*_E.c["number", "at", "kind", "data"])
    .where(_E.c.attempt == bindparam("id_"))
    .order_by(_E.c.number)
)
_ADD_TURNS, _ADD_ENTRIES = insert(_T), insert(_E)


def _put() -> sa.Insert:
    """Add an attempt or replace it, unless it is another workspace's or older than what is kept."""
    statement = insert(_A)
    new = statement.excluded
    return statement.on_conflict_do_update(
        index_elements=["id"],
        set_={c.name: new[c.name] for c in _A.columns if c.name not in {"id", "workspace"}},
        where=sa.and_(_A.c.workspace == new.workspace, _A.c.entries <= new.entries),
    )


_PUT = _put()


def attempt(connection: sa.Connection, attempt_id: str, *, lock: bool) -> Attempt | None:
    """Return the attempt with all its turns.

    With `lock`, nobody else who locks it may load it before this transaction ends. (SQLite has
    but one writer at a time, and ignores this.)
    """
    key = {"id_": attempt_id}
    row = connection.execute(_LOCKED if lock else _ATTEMPT, key).mappings().one_or_none()
    if row is None:
        return None
    return from_row(row, tuple(map(turn_from_row, connection.execute(_TURNS, key))))


def attempts(connection: sa.Connection, workspace: str, trainee: str) -> Sequence[Attempt]:
    """Return a trainee's attempts without their turns, oldest first."""
    keys = {"workspace_": workspace, "trainee_": trainee}
    return [from_row(row) for row in connection.execute(_OF_TRAINEE, keys).mappings()]


def running(connection: sa.Connection) -> Sequence[str]:
    """Return the ids of attempts that are under way, or ended and not scored."""
    return list(connection.execute(_RUNNING).scalars())


def save(connection: sa.Connection, new: Attempt, entries: Sequence[Entry]) -> None:
    """Add or replace the attempt and append what is new of its turns and its log.

    Raises StorageError when it does not continue what is stored.
    """
    if connection.execute(_PUT, to_row(new)).rowcount != 1:
        raise StorageError("This practice call was changed by somebody else meanwhile.")
    if turns := _unstored(connection, new):
        connection.execute(_ADD_TURNS, turns)
    if entries:
        connection.execute(_ADD_ENTRIES, [entry_to_row(new.id, entry) for entry in entries])


def _unstored(connection: sa.Connection, new: Attempt) -> list[dict[str, object]]:
    last = connection.execute(_LAST_TURN, {"id_": new.id}).one_or_none()
    if last is None:
        return [turn_to_row(new.id, turn) for turn in new.turns]
    if any(turn.number == last.number and turn.at != last.at for turn in new.turns):
        raise StorageError("Somebody else has added a turn to this practice call meanwhile.")
    return [turn_to_row(new.id, turn) for turn in new.turns if turn.number > last.number]


def entries(connection: sa.Connection, attempt_id: str) -> Sequence[Entry]:
    """Return the attempt's event log, in order."""
    return [entry_from_row(row) for row in connection.execute(_ENTRIES, {"id_": attempt_id})]
