"""The recordings of attempts: what is known of them. Implements `core.ports.Recordings`."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import bindparam

from adapters.storage import tables
from adapters.storage.store import SqlStore
from core.ports import Recording

_R = tables.recordings

_OF_ATTEMPT = _R.c.attempt == bindparam("attempt_")
_FIND = sa.select(_R).where(_OF_ATTEMPT)
_FORGET = sa.delete(_R).where(_OF_ATTEMPT)
_ADD = sa.insert(_R)


class SqlRecordings:
    """The recordings, in a store that is open. Methods raise StorageError."""

    def __init__(self, store: SqlStore) -> None:
        self._database = store.database

    async def keep(self, recording: Recording) -> None:
        """Add it, or replace the one there is of this attempt."""
        async with self._database.transaction(reading=False) as transaction:
            transaction.later(_keep, recording)

    async def find(self, attempt: str) -> Recording | None:
        """Return the recording of an attempt."""
        async with self._database.transaction(reading=True) as transaction:
            return await transaction.run(_find, attempt)


def _keep(connection: sa.Connection, recording: Recording) -> None:
    connection.execute(_FORGET, {"attempt_": recording.attempt})
    connection.execute(_ADD, _to_row(recording))


def _find(connection: sa.Connection, attempt: str) -> Recording | None:
    row = connection.execute(_FIND, {"attempt_": attempt}).mappings().first()
    return _from_row(row) if row else None


def _to_row(recording: Recording) -> dict[str, object]:
    return {
        "attempt": recording.attempt,
        "path": recording.name,
        "media_type": recording.media_type,
        "seconds": recording.seconds,
        "at": recording.at,
    }


def _from_row(row: sa.RowMapping) -> Recording:
    return Recording(
        attempt=row["attempt"],
        name=row["path"],
        media_type=row["media_type"],
        seconds=row["seconds"],
        at=row["at"],
    )
