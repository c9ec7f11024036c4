"""Where on a platform people, teams and channels are reached. Implements `core.contacts`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

import sqlalchemy as sa
from sqlalchemy import bindparam

from adapters.storage import tables
from adapters.storage.store import SqlStore
from adapters.storage.upsert import put
from core.contacts import Contact, Kind

_C = tables.contacts

_PUT = put(_C)
_OF_KIND = sa.and_(_C.c.workspace == bindparam("workspace_"), _C.c.kind == bindparam("kind_"))
_THIS = sa.and_(_OF_KIND, _C.c.id == bindparam("id_"))
_ONE = sa.select(_C).where(_THIS)
_ALL = sa.select(_C).where(_OF_KIND).order_by(_C.c.name, _C.c.id)
_FORGET = sa.delete(_C).where(_THIS)


class SqlContacts:
    """The contacts, in a store that is open. Methods raise StorageError."""

    def __init__(self, store: SqlStore) -> None:
        self._database = store.database

    async def put(self, contact: Contact) -> None:
        """Add or replace a contact."""
        async with self._database.transaction(reading=False) as transaction:
            transaction.later(_put, contact)

    async def get(self, workspace: str, kind: Kind, id_: str) -> Contact | None:
        """Return a contact by the platform's id."""
        keys = {"workspace_": workspace, "kind_": kind.value, "id_": id_}
        async with self._database.transaction(reading=True) as transaction:
            return await transaction.run(_one, keys)

    async def all(self, workspace: str, kind: Kind) -> Sequence[Contact]:
        """Return a workspace's contacts of a kind, by name."""
        keys = {"workspace_": workspace, "kind_": kind.value}
        async with self._database.transaction(reading=True) as transaction:
            return await transaction.run(_all, keys)

    async def forget(self, workspace: str, kind: Kind, id_: str) -> None:
        """Remove a contact; one that is unknown is forgotten already."""
        keys = {"workspace_": workspace, "kind_": kind.value, "id_": id_}
        async with self._database.transaction(reading=False) as transaction:
            transaction.later(_forget, keys)


def _put(connection: sa.Connection, contact: Contact) -> None:
    connection.execute(_PUT, asdict(contact) | {"kind": contact.kind.value})


def _one(connection: sa.Connection, keys: dict[str, str]) -> Contact | None:
    row = connection.execute(_ONE, keys).mappings().one_or_none()
    return _from_row(row) if row else None


def _all(connection: sa.Connection, keys: dict[str, str]) -> Sequence[Contact]:
    return [_from_row(row) for row in connection.execute(_ALL, keys).mappings()]


def _forget(connection: sa.Connection, keys: dict[str, str]) -> None:
    connection.execute(_FORGET, keys)


def _from_row(row: sa.RowMapping) -> Contact:
    return Contact(
        workspace=row["workspace"],
        kind=Kind(row["kind"]),
        id=row["id"],
        name=row["name"],
        data=row["data"],
        at=row["at"],
    )
