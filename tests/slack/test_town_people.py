"""Who is who in the Town, and which token opens what."""

from __future__ import annotations

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.slack.answers import refused
from tests.slack.town import Town


async def test_a_person_has_a_time_zone_and_a_role(town: Town, client: AsyncWebClient) -> None:
    ada = (await client.users_info(user=town.acme.user("ada")))["user"]
    ravi = (await client.users_lookupByEmail(email=town.acme.email("ravi")))["user"]

    assert (ada["is_admin"], ada["is_owner"], ravi["is_admin"]) == (True, True, False)
    assert (ravi["tz"], ravi["tz_offset"]) == ("Asia/Kolkata", 19_800)
    assert ravi["profile"]["email"] == "ravi@acme.test"
    assert ravi["id"] == town.acme.user("ravi")


async def test_addresses_want_a_scope_of_their_own(town: Town, client: AsyncWebClient) -> None:
    town.tokens.narrow(town.acme.bot_token, "users:read.email")

    listed = (await client.users_list())["members"]
    assert {"alex", "scrimmage"} <= {member["name"] for member in listed}
    assert not [member for member in listed if "email" in member["profile"]]


async def test_a_missing_scope_is_named(town: Town, client: AsyncWebClient) -> None:
    town.tokens.narrow(town.acme.bot_token, "channels:history")

    with pytest.raises(SlackApiError) as caught:
        await client.conversations_history(channel=town.acme.channel("coaches"))
    answer = caught.value.response
    assert (answer["error"], answer["needed"]) == ("missing_scope", "channels:history")
    assert "chat:write" in answer["provided"]
    assert "chat:write" in answer.headers["x-oauth-scopes"]


@pytest.mark.parametrize(("token", "error"), [("xoxb-nobody", "invalid_auth"), ("", "not_authed")])
async def test_a_wrong_token_opens_nothing(token: str, error: str, town: Town) -> None:
    client = AsyncWebClient(token=token, base_url=town.url)

    assert (await refused(client.auth_test()))["error"] == error


async def test_a_token_that_has_ended(town: Town, client: AsyncWebClient) -> None:
    town.tokens.end(town.acme.bot_token, "token_expired")

    assert (await refused(client.auth_test()))["error"] == "token_expired"


async def test_two_workspaces_know_nothing_of_each_other(
    town: Town, client: AsyncWebClient
) -> None:
    other = AsyncWebClient(token=town.bravo.bot_token, base_url=town.url)
    here, there = await client.auth_test(), await other.auth_test()

    assert (here["team_id"], there["team_id"]) == (town.acme.team, town.bravo.team)
    assert (here["user_id"], there["user_id"]) == (town.acme.bot_user, town.bravo.bot_user)
    stranger = other.users_info(user=town.acme.user("alex"))
    assert (await refused(stranger))["error"] == "user_not_found"
    elsewhere = other.chat_postMessage(channel=town.acme.channel("coaches"), text="x")
    assert (await refused(elsewhere))["error"] == "channel_not_found"


async def test_a_method_that_slack_does_not_have(client: AsyncWebClient) -> None:
    assert (await refused(client.api_call("chat.shout")))["error"] == "unknown_method"
