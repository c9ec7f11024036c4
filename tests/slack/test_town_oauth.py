"""Installing the app in the Town, through the real client."""

from __future__ import annotations

import pytest
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from slack_sdk.web.async_client import AsyncWebClient

from tests.slack.answers import refused
from tests.slack.people import CLIENT_ID, CLIENT_SECRET
from tests.slack.town import Town

# slack_sdk 3.47 names the app by a class that aiohttp will drop in version 4.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")
APP = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}


async def test_a_code_is_good_for_one_token(town: Town) -> None:
    client = AsyncWebClient(base_url=town.url)
    code = town.oauth.code(town.bravo, by=town.bravo.user("ada"))
    given = await client.oauth_v2_access(**APP, code=code)

    installed = await AsyncWebClient(token=given["access_token"], base_url=town.url).auth_test()
    assert installed["team_id"] == given["team"]["id"] == town.bravo.team
    assert given["authed_user"]["id"] == town.bravo.user("ada")
    assert (await refused(client.oauth_v2_access(**APP, code=code)))["error"] == "invalid_code"


async def test_a_token_is_renewed(town: Town) -> None:
    client = AsyncWebClient(base_url=town.url)
    code = town.oauth.code(town.acme, by=town.acme.user("ada"))
    given = await client.oauth_v2_access(**APP, code=code)
    installation = Installation(
        user_id=given["authed_user"]["id"],
        team_id=given["team"]["id"],
        bot_token=given["access_token"],
        bot_refresh_token=given["refresh_token"],
        bot_token_expires_in=given["expires_in"],
    )
    rotator = AsyncTokenRotator(**APP, client=client)
    renewed = await rotator.perform_token_rotation(
        installation=installation, minutes_before_expiration=13 * 60
    )

    assert renewed
    assert renewed.bot_token != given["access_token"]
    assert (await AsyncWebClient(token=renewed.bot_token, base_url=town.url).auth_test())["ok"]


async def test_without_rotation_a_token_stays(town: Town) -> None:
    town.oauth.rotation = False
    code = town.oauth.code(town.acme, by=town.acme.user("ada"), scopes=frozenset({"chat:write"}))
    given = await AsyncWebClient(base_url=town.url).oauth_v2_access(**APP, code=code)

    assert "refresh_token" not in given.data
    client = AsyncWebClient(token=given["access_token"], base_url=town.url)
    assert (await refused(client.users_list()))["provided"] == "chat:write"


async def test_another_app_gets_nothing(town: Town) -> None:
    client = AsyncWebClient(base_url=town.url)
    code = town.oauth.code(town.acme, by=town.acme.user("ada"))

    wrong = client.oauth_v2_access(client_id=CLIENT_ID, client_secret="guessed", code=code)
    assert (await refused(wrong))["error"] == "bad_client_secret"


async def test_an_app_that_is_removed_has_no_token_any_more(
    town: Town, client: AsyncWebClient
) -> None:
    await client.apps_uninstall(**APP)

    assert (await refused(client.auth_test()))["error"] == "token_revoked"
