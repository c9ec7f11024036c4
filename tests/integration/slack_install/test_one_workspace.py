"""One workspace by its bot token."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from slack_bolt.context.async_context import AsyncBoltContext

from adapters.storage import SqlStore
from app.slack_installing import open_installations
from bots.slack.installations import Authorize, client_of
from bots.slack.one_workspace import OneWorkspace
from bots.slack.settings import SlackSettings
from core.errors import PracticeError, ProviderError
from core.people import Workspace
from tests.fakes.world import FakeClock
from tests.slack.town import Town

Told = list[tuple[str, ...]]


@pytest.fixture
def told() -> Told:
    return []


@pytest.fixture
async def here(one: SlackSettings, told: Told) -> AsyncIterator[OneWorkspace]:
    async def note(*what: str, **named: str) -> None:
        told.append((*what, *named.values()))

    opened = OneWorkspace(one, note)
    yield opened
    await opened.close()


async def test_it_learns_once_where_it_is_and_tells(
    town: Town, here: OneWorkspace, told: Told
) -> None:
    await here.start()
    client = await client_of(here, town.acme.team)
    again = await client_of(here, town.acme.team)
    assert client is again
    assert (await client.users_info(user=town.acme.user("alex")))["ok"]
    assert told == [(town.acme.team, "Acme", "", "", "")]
    assert len(town.calls("auth.test")) == 1


async def test_another_workspace_has_no_client(town: Town, here: OneWorkspace) -> None:
    with pytest.raises(ProviderError) as caught:
        await here.installed(town.bravo.team)
    assert not caught.value.retryable


async def test_bolt_learns_who_we_are_without_asking_slack(town: Town, here: OneWorkspace) -> None:
    await here.start()
    authorize = Authorize(here)
    asked = {"context": AsyncBoltContext(), "enterprise_id": None, "user_id": "U1"}
    for _ in range(3):
        found = await authorize(team_id=town.acme.team, **asked)  # type: ignore[arg-type]
        assert found is not None
        assert (found.bot_token, found.bot_user_id, found.bot_id, found.user_id) == (
            town.acme.bot_token,
            town.acme.bot_user,
            town.acme.bot,
            "U1",
        )
    assert await authorize(team_id=town.bravo.team, **asked) is None  # type: ignore[arg-type]
    assert await authorize(team_id=None, **asked) is None  # type: ignore[arg-type]
    assert len(town.calls("auth.test")) == 1


async def test_when_slack_was_away_it_learns_later(
    town: Town, here: OneWorkspace, told: Told
) -> None:
    town.fault("auth.test", status=503)
    with pytest.raises(ProviderError) as caught:
        await here.start()
    assert caught.value.retryable
    assert told == []
    assert (await here.installed(town.acme.team)).team_name == "Acme"
    assert len(told) == 1


async def test_at_the_start_the_workspace_is_taken_in(
    town: Town, one: SlackSettings, store: SqlStore, url: str
) -> None:
    async with (
        open_installations(one, url, store, FakeClock()) as opened,
        store.reading() as unit,
    ):
        assert opened.routes == ()
        assert await unit.workspaces() == [Workspace(town.acme.team, "Acme", "slack")]
        assert await unit.people(town.acme.team) == []


async def test_a_start_with_a_wrong_token_is_refused(
    town: Town, one: SlackSettings, store: SqlStore, url: str
) -> None:
    town.tokens.end(town.acme.bot_token)
    with pytest.raises(PracticeError, match="SCRIMMAGE_SLACK_BOT_TOKEN was revoked"):
        async with open_installations(one, url, store, FakeClock()):
            pass


async def test_a_start_without_slack_goes_on(
    town: Town, one: SlackSettings, store: SqlStore, url: str
) -> None:
    town.fault("auth.test", status=503, times=2)
    async with open_installations(one, url, store, FakeClock()) as opened:
        await opened.installations.installed(town.acme.team)
        async with store.reading() as unit:
            assert await unit.workspace(town.acme.team) is not None
