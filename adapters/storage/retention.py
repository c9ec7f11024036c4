"""What a workspace does not keep any longer is deleted, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy import bindparam

from adapters.storage import expired, mail, tables
from adapters.storage.expired import Due
from adapters.storage.store import SqlStore
from core.people import Kept, Workspace
from core.ports import Blobs

# Attempts, or messages, of one transaction: few enough that nobody waits noticeably for it.
_ATTEMPTS = 50
_MESSAGES = 2000
# Mail that was dealt with is looked at no more, except to tell that it came before.
_MAIL_DAYS = 30

_RECORDINGS = sa.select(tables.recordings.c.path).where(
    tables.recordings.c.attempt.in_(bindparam("ids", expanding=True))
)


async def count_expired(store: SqlStore, workspace: Workspace, now: datetime) -> dict[Kept, int]:
    """Return how many records of each kind `purge` would delete. Raises StorageError.

    Counted are log entries, turns, score runs, comments, reviews and recordings.
    """
    async with store.database.transaction(reading=True) as transaction:
        return {
            due.kind: await transaction.run(expired.count, due) for due in _dues(workspace, now)
        }


async def purge(
    store: SqlStore, workspace: Workspace, now: datetime, blobs: Blobs
) -> dict[Kept, int]:
    """Delete what is past its time, and return how many records of each kind that was.

    Counts from the end of an attempt, and leaves alone what is under way. Each transaction takes
    a few attempts and writes into the audit log what it deleted. The sound of recordings goes
    before their rows do: after a crash, the next purge finds them again. Raises StorageError.
    """
    counts = {due.kind: await _purge_kind(store, due, now, blobs) for due in _dues(workspace, now)}
    await _tidy(store, workspace.id, tables.inbox.c.finished_at, now)
    await _tidy(store, workspace.id, tables.outbox.c.delivered_at, now)
    return counts


def _dues(workspace: Workspace, now: datetime) -> Iterator[Due]:
    for kind in Kept:
        days = workspace.days_kept(kind)
        if days is not None:
            yield Due(workspace.id, kind, now - timedelta(days=days))


async def _purge_kind(store: SqlStore, due: Due, now: datetime, blobs: Blobs) -> int:
    async with store.database.transaction(reading=True) as transaction:
        found = await transaction.run(expired.attempts, due)
    total = 0
    for start in range(0, len(found), _ATTEMPTS):
        some = found[start : start + _ATTEMPTS]
        if due.kind is Kept.AUDIO:
            await _delete_sound(store, some, blobs)
        async with store.database.transaction(reading=False) as transaction:
            total += await transaction.run(_delete, due, some, now)
    return total


async def _delete_sound(store: SqlStore, attempts: Sequence[str], blobs: Blobs) -> None:
    async with store.database.transaction(reading=True) as transaction:
        names = await transaction.run(_names, attempts)
    for name in names:
        await blobs.delete(name)


def _names(connection: sa.Connection, attempts: Sequence[str]) -> Sequence[str]:
    return list(connection.execute(_RECORDINGS, {"ids": attempts}).scalars())


def _delete(connection: sa.Connection, due: Due, found: Sequence[str], now: datetime) -> int:
    ids = expired.still_expired(connection, due, found)
    deleted = expired.delete(connection, due, ids)
    own = len(expired.RECORDS[due.kind])
    records, messages = sum(deleted[:own]), sum(deleted[own:])
    data = {due.kind.value: records, "messages": messages}
    mail.audit(connection, due.workspace, now, "retention", data)
    return records


async def _tidy(store: SqlStore, workspace: str, done: sa.Column[datetime], now: datetime) -> None:
    table = done.table
    before = now - timedelta(days=_MAIL_DAYS)
    old = sa.select(table.c.seq).where(
        table.c.workspace == workspace, done.is_not(None), done < before
    )
    deleting = sa.delete(table).where(table.c.seq.in_(old.limit(_MESSAGES)))

    def delete(connection: sa.Connection) -> int:
        deleted = connection.execute(deleting).rowcount
        if deleted:
            mail.audit(connection, workspace, now, "retention", {table.name: deleted})
        return deleted

    deleted = _MESSAGES
    while deleted == _MESSAGES:
        async with store.database.transaction(reading=False) as transaction:
            deleted = await transaction.run(delete)
