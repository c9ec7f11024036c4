"""The migrations make the tables that the code expects, and take them away again."""

from __future__ import annotations

import asyncio

import pytest
import sqlalchemy as sa
from alembic import autogenerate, command, script
from alembic.migration import MigrationContext

from adapters.storage import SqlStore, migrate, open_store, schema, tables
from core.errors import PracticeError


def _down(connection: sa.Connection) -> None:
    command.downgrade(schema.settings(connection), "base")


def _up(connection: sa.Connection) -> None:
    command.upgrade(schema.settings(connection), "head")


async def test_migrated_tables_are_those_of_the_code(store: SqlStore) -> None:
    def differences(connection: sa.Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(autogenerate.compare_metadata(context, tables.metadata))

    async with store.database.transaction(reading=True) as transaction:
        assert await transaction.run(differences) == []


async def test_down_leaves_nothing_and_up_makes_it_again(store: SqlStore) -> None:
    def names(connection: sa.Connection) -> set[str]:
        return set(sa.inspect(connection).get_table_names())

    async with store.database.transaction(reading=False) as transaction:
        before = await transaction.run(names)
        await transaction.run(_down)
        assert await transaction.run(names) == {"alembic_version"}
        await transaction.run(_up)
        assert await transaction.run(names) == before


def test_the_head_in_the_code_is_that_of_the_migrations() -> None:
    engine = sa.create_engine("sqlite://", poolclass=sa.NullPool)
    with engine.connect() as connection:
        folder = script.ScriptDirectory.from_config(schema.settings(connection))
    assert folder.get_heads() == [schema.HEAD]


async def test_migrating_twice_does_nothing(url: str) -> None:
    assert await migrate(url)
    assert not await migrate(url)


async def test_several_processes_may_start_at_once(url: str) -> None:
    assert sorted(await asyncio.gather(*(migrate(url) for _ in range(4)))) == [
        *(False, False, False),
        True,
    ]


async def test_a_migration_that_fails_leaves_nothing(store: SqlStore) -> None:
    async def fail_after_moving() -> None:
        async with store.database.transaction(reading=False) as transaction:
            await transaction.run(_down)
            raise KeyError("pulled the plug")

    with pytest.raises(KeyError):
        await fail_after_moving()
    assert await schema.is_current(store.database)


async def test_tables_of_a_newer_version_are_not_touched(url: str) -> None:
    store = await open_store(url)
    async with store.database.transaction(reading=False) as transaction:
        await transaction.run(
            sa.Connection.execute, sa.text("UPDATE alembic_version SET version_num = '9999'")
        )
    await store.close()
    with pytest.raises(PracticeError, match=r"newer version of Scrimmage \(revision 9999\)"):
        await open_store(url)
    with pytest.raises(PracticeError, match="not those of this version"):
        await open_store(url, upgrade=False)


async def test_without_upgrade_old_tables_are_an_error(url: str) -> None:
    with pytest.raises(PracticeError, match="up to date"):
        await open_store(url, upgrade=False)
    await migrate(url)
    await (await open_store(url, upgrade=False)).close()
