"""Which rows are past their time, and how to find and delete them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy import bindparam

from adapters.storage import tables
from core.people import Kept

_A = tables.attempts

# Nobody waits any more for a message that is itself past the time: it goes, delivered or not.
_DONE = {
    tables.inbox.name: tables.inbox.c.finished_at.is_not(None),
    tables.outbox.name: tables.outbox.c.delivered_at.is_not(None),
}
RECORDS = {
    Kept.AUDIO: (tables.recordings,),
    Kept.EVENTS: (tables.events,),
    Kept.TRANSCRIPT: (tables.turns,),
    Kept.SCORES: (tables.score_runs,),
    Kept.FEEDBACK: (tables.comments, tables.reviews),
}
"""What is counted as records of each kind."""
_MAIL = (tables.inbox, tables.outbox, tables.web_posts)


@dataclass(frozen=True, slots=True)
class Due:
    """One kind of record in one workspace, of attempts that ended before `cutoff`."""

    workspace: str
    kind: Kept
    cutoff: datetime

    def keys(self) -> dict[str, Any]:
        """Return what the statements here are executed with."""
        return {"workspace_": self.workspace, "cutoff": self.cutoff}


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a table that go with one kind of record, where `condition` holds."""

    table: sa.Table
    condition: sa.ColumnElement[bool]


@cache
def rows_of(kind: Kept) -> tuple[Rows, ...]:
    """Return what belongs to a kind of record: the records themselves first, then messages."""
    records = tuple(Rows(table, sa.true()) for table in RECORDS[kind])
    if kind in {Kept.AUDIO, Kept.EVENTS}:
        return records
    return (*records, *(Rows(table, _mail(table, kind)) for table in _MAIL))


def _mail(table: sa.Table, kind: Kept) -> sa.ColumnElement[bool]:
    """With the transcript goes every message about the call, since any may quote from it."""
    due = sa.or_(_DONE.get(table.name, sa.true()), table.c.at < bindparam("cutoff"))
    return due if kind is Kept.TRANSCRIPT else sa.and_(due, table.c.kept == kind.value)


_IDS: sa.BindParameter[Sequence[str]] = bindparam("ids", expanding=True)
_HERE = _A.c.workspace == bindparam("workspace_")
# Attempts that ended, or were made and never begun, before the cutoff; none that is under way.
_ENDED = sa.and_(_A.c.ended_at.is_not(None), _A.c.ended_at < bindparam("cutoff"))
_NEVER_BEGUN = sa.and_(tables.NOT_BEGUN, _A.c.created_at < bindparam("cutoff"))
_EXPIRED = sa.union_all(
    sa.select(_A.c.id).where(_HERE, _ENDED), sa.select(_A.c.id).where(_HERE, _NEVER_BEGUN)
).subquery("expired")
# By the attempts' ids alone: put as above, SQLite would walk through all that has ended.
_STILL_EXPIRED = (
    sa.select(_A.c.id)
    .where(
        _A.c.id.in_(_IDS),
        sa.case((tables.NOT_BEGUN, _A.c.created_at), else_=_A.c.ended_at) < bindparam("cutoff"),
    )
    .with_for_update()
)


@cache
def _with_rows(kind: Kept) -> sa.Select[str]:
    anything = [
        sa.exists().where(rows.table.c.attempt == _EXPIRED.c.id, rows.condition)
        for rows in rows_of(kind)
    ]
    return sa.select(_EXPIRED.c.id).where(sa.or_(*anything))


@cache
def _counting(kind: Kept) -> tuple[sa.Select[int], ...]:
    return tuple(
        sa.select(sa.func.count()).select_from(
            _EXPIRED.join(table, table.c.attempt == _EXPIRED.c.id)
        )
        for table in RECORDS[kind]
    )


def count(connection: sa.Connection, due: Due) -> int:
    """Return how many records are past their time."""
    return sum(connection.execute(each, due.keys()).scalar_one() for each in _counting(due.kind))


def attempts(connection: sa.Connection, due: Due) -> Sequence[str]:
    """Return the ids of all attempts that have something to delete."""
    return list(connection.execute(_with_rows(due.kind), due.keys()).scalars())


def still_expired(connection: sa.Connection, due: Due, found: Sequence[str]) -> Sequence[str]:
    """Return which of these attempts nobody began meanwhile, and hold them so that nobody can."""
    keys = {"cutoff": due.cutoff, "ids": found}
    return list(connection.execute(_STILL_EXPIRED, keys).scalars())


def delete(connection: sa.Connection, due: Due, found: Sequence[str]) -> Sequence[int]:
    """Delete what belongs to this kind of record; return how many rows of each of its tables."""
    keys = {"cutoff": due.cutoff, "ids": found}
    return [connection.execute(each, keys).rowcount for each in _deleting(due.kind)]


@cache
def _deleting(kind: Kept) -> tuple[sa.Delete, ...]:
    return tuple(
        sa.delete(rows.table).where(rows.table.c.attempt.in_(_IDS), rows.condition)
        for rows in rows_of(kind)
    )
