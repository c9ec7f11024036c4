"""Where on a platform messages stand. Implements `core.places.Places`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

import sqlalchemy as sa
from sqlalchemy import bindparam

from adapters.gathering import Gathering
from adapters.storage import tables
from adapters.storage.store import SqlStore
from adapters.storage.upsert import insert, put
from core.places import Place

_P = tables.places

_ADD = insert(_P).on_conflict_do_nothing(index_elements=["id", "part"])
_PUT = put(_P)
_KNOWN = sa.select(_P).where(_P.c.id == bindparam("id_"), _P.c.part == bindparam("part_"))
_AT = sa.select(_P).where(
    _P.c.workspace == bindparam("workspace_"),
    _P.c.channel == bindparam("channel_"),
    _P.c.message == bindparam("message_"),
)
_OF_ATTEMPT = (
    sa.select(_P)
    .where(_P.c.attempt == bindparam("attempt_"), _P.c.kind == bindparam("kind_"))
    .order_by(_P.c.at, _P.c.id, _P.c.part)
)


class SqlPlaces:
    """The places, in a store that is open. Methods raise StorageError."""

    def __init__(self, store: SqlStore) -> None:
        self._database = store.database
        self._puts: Gathering[Place] = Gathering(self._put_all)

    async def intend(self, place: Place) -> Place | None:
        """Remember a post that is about to be made; returns it as it was known, if it was."""
        async with self._database.transaction(reading=False) as transaction:
            return await transaction.run(_intend, place)

    async def put(self, place: Place) -> None:
        """Remember or replace a place."""
        await self._puts.add(place)

    async def _put_all(self, places: Sequence[Place]) -> None:
        async with self._database.transaction(reading=False) as transaction:
            for place in places:
                transaction.later(_put, place)

    async def known(self, post_id: str, part: str) -> Place | None:
        """Return a place by the id of its message."""
        async with self._database.transaction(reading=True) as transaction:
            return await transaction.run(_one, _KNOWN, {"id_": post_id, "part_": part})

    async def at(self, workspace: str, channel: str, message: str) -> Place | None:
        """Return what stands there."""
        keys = {"workspace_": workspace, "channel_": channel, "message_": message}
        async with self._database.transaction(reading=True) as transaction:
            return await transaction.run(_one, _AT, keys)

    async def of_attempt(self, attempt: str, kind: str) -> Sequence[Place]:
        """Return an attempt's posts of a kind, oldest first."""
        keys = {"attempt_": attempt, "kind_": kind}
        async with self._database.transaction(reading=True) as transaction:
            return await transaction.run(_all, keys)


def _intend(connection: sa.Connection, place: Place) -> Place | None:
    if connection.execute(_ADD, asdict(place)).rowcount == 1:
        return None
    return _one(connection, _KNOWN, {"id_": place.id, "part_": place.part})


def _put(connection: sa.Connection, place: Place) -> None:
    connection.execute(_PUT, asdict(place))


def _one(
    connection: sa.Connection, statement: sa.Select[tuple[object, ...]], keys: dict[str, str]
) -> Place | None:
    row = connection.execute(statement, keys).mappings().first()
    return Place(**row) if row else None


def _all(connection: sa.Connection, keys: dict[str, str]) -> Sequence[Place]:
    return [Place(**row) for row in connection.execute(_OF_ATTEMPT, keys).mappings()]
