"""The tables of what surfaces know of their platform: where messages stand, and who is where."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column, Index, Table, Text

from adapters.storage.columns import Instant, Words


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text, nullable=False) for name in names]


def places(metadata: sa.MetaData) -> Table:
    """Add and return the table of where on a platform a message of ours stands.

    `message` is the platform's own id for it, empty while it is being posted: whoever finds it so
    looks there first. `part` tells the posts of one outgoing message from each other; `data` is
    the platform's own, as JSON.
    """
    return Table(
        "places",
        metadata,
        Column("id", Text, primary_key=True),
        Column("part", Text, primary_key=True),
        *_texts("workspace", "channel", "thread", "message", "kind"),
        Column("attempt", Text),
        Column("turn", sa.Integer),
        *_texts("data"),
        Column("at", Instant, nullable=False),
        Index("ix_places_by_message", "workspace", "channel", "message"),
        Index("ix_places_by_attempt", "attempt", "kind"),
    )


def contacts(metadata: sa.MetaData) -> Table:
    """Add and return the table of where on a platform people, teams and channels are reached.

    `id` is the platform's own, and `data` what it needs to reach them, as JSON. The workspace is
    part of the key, so that what one says of an id never stands in another's way.
    """
    return Table(
        "contacts",
        metadata,
        Column("workspace", Text, primary_key=True),
        Column("kind", Text, primary_key=True),
        Column("id", Text, primary_key=True),
        Column("name", Words, nullable=False),
        *_texts("data"),
        Column("at", Instant, nullable=False),
        Index("ix_contacts_by_name", "workspace", "kind", "name", "id"),
    )
