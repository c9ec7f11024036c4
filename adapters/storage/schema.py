"""Brings the tables to the form that this version of the code expects."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from adapters.storage.database import Database
from core.errors import PracticeError

# The newest revision in migrations/versions. Stands here too so that a database which has it,
# as nearly every one has, opens without alembic, whose import takes longer than all the rest.
HEAD = "0001"

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
    move(connection, found, HEAD)
    return True


def move(connection: sa.Connection, found: str | None, target: str) -> None:
    """Migrate up or down, in the connection's transaction. Raises PracticeError."""
    from alembic import command, config, script, util  # noqa: PLC0415 - seldom needed, see above

    settings = config.Config()
    settings.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    settings.attributes["connection"] = connection
    if found is not None:
        try:
            script.ScriptDirectory.from_config(settings).get_revision(found)
        except util.CommandError as error:
            raise PracticeError(
                f"The database was written by a newer version of Scrimmage (revision {found}).",
                "Install that version, or restore a backup from before.",
            ) from error
    if found is None or target > found:
        command.upgrade(settings, target)
    else:
        command.downgrade(settings, target)
