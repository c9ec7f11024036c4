"""Run by alembic, always from `adapters.storage.schema`, on a connection that is given."""

from alembic import context

from adapters.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # Both databases can undo changes of tables; alembic does not expect it of SQLite.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
