"""Modals and Home tabs in the Town, through the real client."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from tests.slack.answers import refused
from tests.slack.kit import asks, home, menu, modal, plain, section
from tests.slack.town import Town


async def test_a_modal_is_opened_changed_and_closed(town: Town, client: AsyncWebClient) -> None:
    alex = town.acme.user("alex")
    form = modal(asks(menu()), callback_id="form", private_metadata="{}")
    opened = (await client.views_open(trigger_id=town.trigger(alex), view=form))["view"]

    assert town.modal
    assert (town.modal.user, town.modal.view, town.modal.payload) == (alex, form, opened)
    assert opened["blocks"][0]["element"]["action_id"]
    changed = form | {"title": plain("Another")}
    await client.views_update(view_id=opened["id"], hash=opened["hash"], view=changed)
    assert town.modal.view["title"]["text"] == "Another"
    stale = client.views_update(view_id=opened["id"], hash=opened["hash"], view=form)
    assert (await refused(stale))["error"] == "hash_conflict"
    town.close_view(opened["id"])
    gone = client.views_update(view_id=opened["id"], view=form)
    assert (await refused(gone))["error"] == "not_found"
    assert town.modal is None


async def test_no_more_than_three_modals_lie_on_each_other(
    town: Town, client: AsyncWebClient
) -> None:
    alex = town.acme.user("alex")
    first = (await client.views_open(trigger_id=town.trigger(alex), view=modal()))["view"]
    for _ in range(2):
        await client.views_push(trigger_id=town.trigger(alex), view=modal())

    third = town.views[-1].payload
    assert (third["root_view_id"], third["previous_view_id"]) == (first["id"], town.views[1].id)
    fourth = client.views_push(trigger_id=town.trigger(alex), view=modal())
    assert (await refused(fourth))["error"] == "push_limit_reached"


async def test_a_trigger_opens_one_view_within_its_time(town: Town, client: AsyncWebClient) -> None:
    used, late = town.trigger("U1"), town.trigger("U1")
    await client.views_open(trigger_id=used, view=modal())
    town.expire_trigger(late)

    for trigger, error in (
        (used, "exchanged_trigger_id"),
        (late, "expired_trigger_id"),
        ("", "invalid_arguments"),
    ):
        calling = client.views_open(trigger_id=trigger, view=modal())
        assert (await refused(calling))["error"] == error


async def test_the_home_tab_of_each_person(town: Town, client: AsyncWebClient) -> None:
    alex, tia = town.acme.user("alex"), town.acme.user("tia")
    for block in (section(), {"type": "divider"}):
        await client.views_publish(user_id=alex, view=home(block))

    assert town.home(alex) == home({"type": "divider"})
    assert town.home(tia) is None
    assert len(town.views) == 1


@pytest.mark.parametrize(
    ("view", "error"),
    [
        (modal(title=plain("x" * 25)), "invalid_arguments"),
        (modal(*[section(text=plain("x" * 2600))] * 100), "view_too_large"),
    ],
)
async def test_a_view_that_slack_would_not_take(
    view: dict[str, Any], error: str, town: Town, client: AsyncWebClient
) -> None:
    answer = await refused(client.views_open(trigger_id=town.trigger("U1"), view=view))

    assert answer["error"] == error
    assert [violation.method for violation in town.violations] == ["views.open"]
