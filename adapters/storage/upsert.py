"""Inserting where there may be a row already: the one statement that SQL spells in two ways.

SQLAlchemy has a construct of its own for each database. They have the same parts under the same
names, and each database's compiler writes PostgreSQL's one correctly; the contract tests run
every use on both.
"""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import Insert, insert

__all__ = ["insert", "insert_new", "put"]


def insert_new(table: sa.Table, key: str) -> Insert:
    """Insert a row unless there is one with this key; the row count tells which."""
    return insert(table).on_conflict_do_nothing(index_elements=[key])


def put(table: sa.Table) -> Insert:
    """Insert a row, or replace the one with the same primary key."""
    keys: Sequence[str] = [column.name for column in table.primary_key]
    statement = insert(table)
    others = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=others)
