"""The store: everything that is kept, in SQLite on one machine and in PostgreSQL past it."""

from adapters.storage.store import SqlStore, migrate, open_store

__all__ = ["SqlStore", "migrate", "open_store"]
