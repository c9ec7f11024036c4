"""What was posted in the browser, in numbered streams: one for each attempt and each person."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy import bindparam

from adapters.storage import tables
from adapters.storage.mail_rows import address, outgoing_from_row, outgoing_to_row
from adapters.storage.store import SqlStore
from adapters.storage.upsert import insert, insert_new
from core.messages import Outgoing

_P, _S = tables.web_posts, tables.web_streams

_KNOWN = sa.select(_P.c.number).where(_P.c.id == bindparam("id_"))
_ADD = insert_new(_P, "id")
# Counting in a row of its own makes writers of one stream wait for each other, so that a reader
# never sees number 8 before 7; and a number whose post was purged is not given out again.
_COUNT = (
    insert(_S)
    .on_conflict_do_update(index_elements=["workspace", "stream"], set_={"last": _S.c.last + 1})
    .returning(_S.c.last)
)
_SINCE = (
    sa.select(*_P.c["number", "id", "workspace", "address", "message", "at", "not_before"])
    .where(
        _P.c.workspace == bindparam("workspace_"),
        _P.c.stream == bindparam("stream_"),
        _P.c.number > bindparam("after_"),
    )
    .order_by(_P.c.number)
)


class SqlPosts:
    """The posts of the browser's pages, in a store that is open. Methods raise StorageError."""

    def __init__(self, store: SqlStore) -> None:
        self._database = store.database

    async def add(self, outgoing: Outgoing) -> int | None:
        """Append to the stream it is addressed to; None when its id is known already.

        Returns its number in the stream: numbers begin at 1, rise, and may have gaps.
        """
        async with self._database.transaction(reading=False) as transaction:
            return await transaction.run(_add, outgoing)

    async def since(
        self, workspace: str, stream: str, after: int
    ) -> Sequence[tuple[int, Outgoing]]:
        """Return what came after a number in a stream, `attempt:<id>` or `person:<id>`."""
        async with self._database.transaction(reading=True) as transaction:
            return await transaction.run(_since, workspace, stream, after)


def _add(connection: sa.Connection, outgoing: Outgoing) -> int | None:
    if connection.execute(_KNOWN, {"id_": outgoing.id}).first():
        return None
    place = {"workspace": outgoing.workspace, "stream": address(outgoing.to)}
    number: int = connection.execute(_COUNT, place | {"last": 1}).scalar_one()
    row = outgoing_to_row(outgoing) | place | {"number": number}
    # The same id may have been added by another process since we looked.
    return number if connection.execute(_ADD, row).rowcount == 1 else None


def _since(
    connection: sa.Connection, workspace: str, stream: str, after: int
) -> Sequence[tuple[int, Outgoing]]:
    keys = {"workspace_": workspace, "stream_": stream, "after_": after}
    return [(row[0], outgoing_from_row(row[1:])) for row in connection.execute(_SINCE, keys)]
