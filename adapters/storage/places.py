"""Where a database is: its URL read, checked, and opened."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import exc

from adapters.storage.database import Database
from adapters.storage.sqlite import SqliteDatabase
from core.errors import PracticeError

_FORMS = (
    "Write sqlite:///relative/path.db, sqlite:////absolute/path.db "
    "or postgresql://user:password@host/name."
)


def open_database(url: str, busy_s: float) -> Database:
    """Return the database at this URL. Raises PracticeError when the URL cannot be meant so."""
    parsed = parsed_url(url)
    if parsed.get_backend_name() == "sqlite":
        return SqliteDatabase(_file(parsed), busy_s)
    if importlib.util.find_spec("asyncpg") is None:
        raise PracticeError(
            "PostgreSQL needs a driver that is not installed.",
            "Install scrimmage with its extra: pip install 'scrimmage[postgres]'.",
        )
    from adapters.storage.postgres import PostgresDatabase  # noqa: PLC0415 - asyncpg is an extra

    return PostgresDatabase(parsed.set(drivername="postgresql+asyncpg"), busy_s)


def shown(url: str) -> str:
    """Return the URL as it may be shown: without a password."""
    try:
        return sa.make_url(url).render_as_string(hide_password=True)
    except exc.ArgumentError:
        return "the given URL"


def parsed_url(url: str) -> sa.URL:
    """Return the URL, of a kind that is served. Raises PracticeError for any other."""
    try:
        parsed = sa.make_url(url)
    except (exc.ArgumentError, ValueError) as error:
        # The text may hold a password, so it is not repeated.
        raise PracticeError("The URL of the database cannot be read.", _FORMS) from error
    if parsed.drivername in {"sqlite", "sqlite+aiosqlite", "postgresql", "postgresql+asyncpg"}:
        return parsed
    raise PracticeError(f"Scrimmage keeps nothing in {parsed.drivername!r}.", _FORMS)


def _file(url: sa.URL) -> Path:
    if url.database in {None, "", ":memory:"} or url.query:
        raise PracticeError("The database must be a file, named without options.", _FORMS)
    path = Path(str(url.database)).absolute()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PracticeError(
            f"The folder {path.parent} for the database cannot be made: {error.strerror}.",
            "Choose a folder that this user may write to.",
        ) from error
    return path
