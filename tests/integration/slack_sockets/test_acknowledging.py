"""What Slack is told of what a listener did."""

from __future__ import annotations

import asyncio

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.sockets import Sockets, Watch
from tests.integration.slack_sockets.conftest import Back
from tests.integration.slack_sockets.moments import Moments
from tests.slack.town import Town


async def test_a_listener_is_done_before_slack_is_told(
    town: Town, sockets: Sockets, gate: asyncio.Event
) -> None:
    await sockets.start()
    await town.sockets.connected()
    slow = await town.sockets.send(town.teller().slash("U1", "/slow"))
    quick = await town.sockets.send(town.teller().message("U1", "C1", "hello"))
    await town.sockets.acknowledgement(quick)
    assert slow not in town.sockets.acknowledged
    gate.set()

    assert await town.sockets.acknowledgement(slow) == {"text": "done"}


async def test_what_a_listener_could_not_save_is_not_acknowledged(
    town: Town, sockets: Sockets
) -> None:
    await sockets.start()
    await town.sockets.connected()
    said = await town.sockets.send(town.teller().message("U1", "C1", "fail"))
    asked = await town.sockets.send(town.teller().slash("U1", "/fails"))
    last = await town.sockets.send(town.teller().message("U1", "C1", "hello"))
    await town.sockets.acknowledgement(last)
    await sockets.close()

    assert set(town.sockets.acknowledged) == {last}
    assert {said, asked}.isdisjoint(town.sockets.acknowledged)


async def test_what_a_form_is_answered_comes_back(town: Town, sockets: Sockets) -> None:
    await sockets.start()
    await town.sockets.connected()
    view = {"id": "V1", "type": "modal", "callback_id": "form", "state": {"values": {}}}
    sent = await town.sockets.send(town.teller().view_submission("U1", view))

    answer = await town.sockets.acknowledgement(sent)
    assert answer == {"response_action": "errors", "errors": {"field": "Say more."}}


async def test_closing_ends_at_whatever_moment(
    town: Town, app: AsyncApp, client: AsyncWebClient, back: Back, moments: Moments
) -> None:
    for turns in range(20):
        sockets = Sockets(app, "xapp-scrimmage", client, back, Watch(sleep=moments.sleep))
        await sockets.start()
        await town.sockets.connected()
        for _ in range(turns):
            await asyncio.sleep(0)
        await sockets.close()
        await town.sockets.connected(0)

    assert town.sockets.links == []
