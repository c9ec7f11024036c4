"""What refusals advise, with people in a real store."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.storage import SqlStore, open_store
from adapters.storage.places_kept import SqlPlaces
from app.config import Settings
from app.roster_mail import TeamsDirectory
from bots.chat.permits import Permits
from bots.chat.records import Records
from core.errors import PracticeError, Refusal
from scenarios.library import FolderLibrary
from tests.unit.bots.slack.held import ADA, CLEO, PEOPLE


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    opened = await open_store(f"sqlite:///{tmp_path / 'whom.db'}")
    async with opened.unit() as unit:
        for person in PEOPLE:
            await unit.put_person(person)
    yield opened
    await opened.close()


async def test_an_administrator_is_told_where_to_do_it_and_others_whom_to_ask(
    store: SqlStore,
) -> None:
    permits = Permits(Records(store, SqlPlaces(store)), FolderLibrary())

    with pytest.raises(Refusal, match="You can do that yourself: open People"):
        await permits.manager(ADA)
    with pytest.raises(Refusal, match="Ask Ada Admin to make you the manager of yours"):
        await permits.manager(CLEO)
    with pytest.raises(Refusal, match=r"Ask Ada Admin to do it for you\. Write “help”\."):
        await permits.admin(CLEO, "Write “help”.")


async def test_a_command_without_the_servers_settings_says_which_it_lacks(store: SqlStore) -> None:
    directory = TeamsDirectory(Settings(_env_file=None), store, "w")

    with pytest.raises(PracticeError) as refused:
        await directory.ids(["meganb@example.com"])

    for setting in ("SCRIMMAGE_TEAMS_APP_ID", "SCRIMMAGE_TEAMS_PLAYGROUND=true", "object ids"):
        assert setting in str(refused.value)
