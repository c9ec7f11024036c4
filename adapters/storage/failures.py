"""What goes wrong in a database, said in a sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc

from core.errors import StorageError

# By the name of SQLite's error code; extended codes begin with the primary one.
_SQLITE = (
    ("SQLITE_BUSY", "Another process is writing to the database and did not finish in time."),
    ("SQLITE_LOCKED", "Another process is writing to the database and did not finish in time."),
    ("SQLITE_FULL", "There is no space left for the database."),
    ("SQLITE_READONLY", "The database may not be written to."),
    ("SQLITE_CORRUPT", "The database file is damaged: restore it from a backup."),
    ("SQLITE_NOTADB", "The file is not a database of SQLite."),
    ("SQLITE_CANTOPEN", "The database file cannot be opened."),
    ("SQLITE_IOERR", "The disk that holds the database fails to read or write."),
    ("SQLITE_CONSTRAINT", "This was stored already, or was changed by somebody else meanwhile."),
)
# By the class of PostgreSQL's SQLSTATE.
_SQLSTATES = (
    ("23", "This was stored already, or was changed by somebody else meanwhile."),
    ("40", "Two changes met in the database, and this one gave way."),
    ("55", "Another process held what was to be changed, and did not finish in time."),
    ("28", "The database refuses the user or the password."),
    ("3D", "There is no database of this name on the server."),
    ("53", "The database server is out of space, memory or connections."),
    ("25006", "The database may not be written to."),
    ("42501", "The database does not let its user do this."),
    ("57", "The database server is stopping or starting."),
)
_OTHERWISE = "The database could not save or read."
_UNREACHABLE = "The database server cannot be reached."


@contextmanager
def translated() -> Iterator[None]:
    """Turn what databases and their drivers raise into StorageError, with the error as cause.

    A value that never reached the database, such as a time without a zone, is a bug and stays one.
    """
    try:
        yield
    except exc.DBAPIError as error:
        raise StorageError(sentence(error.orig or error)) from error
    except exc.StatementError:
        raise
    except (exc.SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise StorageError(sentence(error)) from error


def sentence(error: BaseException) -> str:
    """Return what to tell about a driver's error."""
    name = getattr(error, "sqlite_errorname", None) or ""
    state = getattr(error, "sqlstate", None) or ""
    for start, text in (*_SQLITE, *_SQLSTATES):
        if name.startswith(start) or (state and state.startswith(start)):
            return text
    return _UNREACHABLE if isinstance(error, OSError | exc.TimeoutError) else _OTHERWISE
