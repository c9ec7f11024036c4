"""Brings the tables to the form that this version of the code expects."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from adapters.storage.database import Database
from core.errors import PracticeError

if TYPE_CHECKING:
    from alembic.config import Config

# The newest revision in migrations/versions. Stands here too so that a database which has it,
# as nearly every one has, opens without alembic, whose import takes longer than all the rest.
HEAD = "0005"

_MIGRATIONS = Path(__file__).parent / "migrations"
_VERSION = sa.text("SELECT version_num FROM alembic_version")
# Any number will do that no other program takes for its locks in the same database.
_LOCK = sa.text("SELECT pg_advisory_xact_lock(7265017411)")


async def upgrade(database: Database) -> bool:
    """Bring the tables up to date; False when they were. Raises PracticeError, StorageError."""
    if await is_current(database):
        return False
    async with database.transaction(reading=False) as transaction:
        return await transaction.run(_upgrade)


async def is_current(database: Database) -> bool:
    """Whether the tables are those of this version of the code."""
    async with database.transaction(reading=True) as transaction:
        return await transaction.run(version) == HEAD


def version(connection: sa.Connection) -> str | None:
    """Return the revision of the tables, None when there are none."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(_VERSION).scalar_one_or_none()


def _upgrade(connection: sa.Connection) -> bool:
    if connection.dialect.name == "postgresql":
        connection.execute(_LOCK)
    # Somebody else may have done it while this process waited for the lock.
    if (found := version(connection)) == HEAD:
        return False
    _migrate(connection, found)
    return True


def settings(connection: sa.Connection) -> Config:
    """Return what alembic's commands need to work on this connection, in its transaction."""
    from alembic import config  # noqa: PLC0415 - seldom needed, see above

    found = config.Config()
    found.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    found.attributes["connection"] = connection
    return found


def _migrate(connection: sa.Connection, found: str | None) -> None:
    from alembic import command, script, util  # noqa: PLC0415 - as above

    configured = settings(connection)
    try:
        script.ScriptDirectory.from_config(configured).get_revision(found or HEAD)
    except util.CommandError as error:
        raise PracticeError(
            f"The database was written by a newer version of Scrimmage (revision {found}).",
            "Install that version, or restore a backup from before.",
        ) from error
    command.upgrade(configured, HEAD)
