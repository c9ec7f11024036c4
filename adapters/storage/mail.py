"""The inbox, the outbox and the audit log: what came in, what goes out, what was done."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import bindparam

from adapters.storage import tables
from adapters.storage.mail_rows import (
    envelope_from_row,
    envelope_to_row,
    outgoing_from_row,
    outgoing_to_row,
)
from adapters.storage.upsert import insert, insert_new
from core.commands import Envelope
from core.messages import Outgoing

_IN, _OUT = tables.inbox, tables.outbox

_RECEIVE, _POST, _AUDIT = insert_new(_IN, "id"), insert_new(_OUT, "id"), insert(tables.audit)
_UNFINISHED = (
    sa.select(*_IN.c["id", "workspace", "by", "lane", "command", "at"])
    .where(_IN.c.finished_at.is_(None))
    .order_by(_IN.c.seq)
)
_FINISH = (
    sa.update(_IN)
    .where(_IN.c.id == bindparam("id_"), _IN.c.finished_at.is_(None))
    .values(finished_at=bindparam("at_"), refusal=bindparam("refusal_"))
)
_REFUSAL = sa.select(*_IN.c["finished_at", "refusal"]).where(_IN.c.id == bindparam("id_"))
_UNDELIVERED = (
    sa.select(*_OUT.c["id", "workspace", "address", "message", "at", "not_before"])
    .where(_OUT.c.delivered_at.is_(None))
    .order_by(_OUT.c.seq)
)
_POSTED = sa.select(*_OUT.c["id", "workspace", "address", "message", "at", "not_before"]).where(
    _OUT.c.id == bindparam("id_")
)
_DELIVERED = (
    sa.update(_OUT)
    .where(_OUT.c.id == bindparam("id_"), _OUT.c.delivered_at.is_(None))
    .values(delivered_at=bindparam("at_"))
)


def receive(connection: sa.Connection, envelope: Envelope) -> bool:
    """Remember the envelope; False when its id was known already."""
    return connection.execute(_RECEIVE, envelope_to_row(envelope)).rowcount == 1


def unfinished(connection: sa.Connection) -> Sequence[Envelope]:
    """Return envelopes received and not finished, oldest first."""
    return [envelope_from_row(row) for row in connection.execute(_UNFINISHED)]


def finish(connection: sa.Connection, envelope_id: str, at: datetime, refusal: str) -> None:
    """Mark an envelope as handled; the first time counts."""
    connection.execute(_FINISH, {"id_": envelope_id, "at_": at, "refusal_": refusal})


def refusal(connection: sa.Connection, envelope_id: str) -> str | None:
    """Return what an envelope was refused with; "" when handled; None when not yet."""
    row = connection.execute(_REFUSAL, {"id_": envelope_id}).one_or_none()
    return None if row is None or row.finished_at is None else str(row.refusal)


def post(connection: sa.Connection, outgoing: Outgoing) -> None:
    """Put a message into the outbox; a known id changes nothing."""
    connection.execute(_POST, outgoing_to_row(outgoing))


def undelivered(connection: sa.Connection) -> Sequence[Outgoing]:
    """Return messages not yet delivered, in the order they were posted."""
    return [outgoing_from_row(row) for row in connection.execute(_UNDELIVERED)]


def posted(connection: sa.Connection, outgoing_id: str) -> Outgoing | None:
    """Return a message of the outbox, delivered or not."""
    row = connection.execute(_POSTED, {"id_": outgoing_id}).first()
    return outgoing_from_row(row) if row else None


def delivered(connection: sa.Connection, outgoing_id: str, at: datetime) -> None:
    """Mark a message as delivered; the first time counts."""
    connection.execute(_DELIVERED, {"id_": outgoing_id, "at_": at})


def audit(
    connection: sa.Connection, workspace: str, at: datetime, what: str, data: Mapping[str, int]
) -> None:
    """Write an entry of the audit log."""
    row: dict[str, Any] = {"workspace": workspace, "at": at, "what": what}
    connection.execute(_AUDIT, row | {"data": json.dumps(data)})
