"""Cards of calls in the Town, through the real client."""

from __future__ import annotations

from slack_sdk.web.async_client import AsyncWebClient

from tests.slack.answers import refused
from tests.slack.town import Town

JOIN = "https://scrimmage.test/call/7"


async def _added(town: Town, client: AsyncWebClient) -> str:
    added = await client.calls_add(
        external_unique_id="7",
        join_url=JOIN,
        created_by=town.acme.user("alex"),
        title="Practice with Dana",
        users=[{"slack_id": town.acme.user("alex")}],
    )
    return str(added["call"]["id"])


async def test_a_call_from_its_card_to_its_end(town: Town, client: AsyncWebClient) -> None:
    call = await _added(town, client)
    block = {"type": "call", "call_id": call}
    await client.chat_postMessage(channel="coaches", text=JOIN, blocks=[block])
    dana = {"external_id": "dana", "display_name": "Dana"}
    await client.calls_participants_add(id=call, users=[dana])
    await client.calls_participants_remove(id=call, users=[dana])
    await client.calls_update(id=call, title="Practice")
    await client.calls_end(id=call, duration=61)

    card = town.call_cards[call]
    assert card.users == [{"slack_id": town.acme.user("alex")}]
    assert (card.fields["title"], card.fields["join_url"]) == ("Practice", JOIN)
    assert (card.ended, card.duration) == (True, 61)
    assert (await client.calls_info(id=call))["call"]["title"] == "Practice"


async def test_a_call_that_has_ended_takes_nobody(town: Town, client: AsyncWebClient) -> None:
    call = await _added(town, client)
    await client.calls_end(id=call)

    joining = client.calls_participants_add(id=call, users=[{"slack_id": town.acme.user("tia")}])
    assert (await refused(joining))["error"] == "inactive_call"
    assert (await refused(client.calls_end(id="R0")))["error"] == "invalid_call_id"


async def test_nobody_joins_twice_or_leaves_without_joining(
    town: Town, client: AsyncWebClient
) -> None:
    call = await _added(town, client)
    alex, tia = ([{"slack_id": town.acme.user(name)}] for name in ("alex", "tia"))

    again = client.calls_participants_add(id=call, users=alex)
    never = client.calls_participants_remove(id=call, users=tia)
    assert [(await refused(each))["error"] for each in (again, never)] == ["bad_users"] * 2
