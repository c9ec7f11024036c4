"""The Agents Playground shows a test what it and a bot say to each other.

The bot here says nothing by itself, so that all that is seen is the playground's.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.teams.playground import Logged, Thing, playground
from tests.teams.script import Script

ACCEPT = {
    "type": "Action.Execute",
    "title": "Accept",
    "verb": "accept",
    "data": {"value": "a1"},
}
CARD = {
    "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
    "type": "AdaptiveCard",
    "version": "1.5",
    "body": [{"type": "TextBlock", "text": "Charged twice"}],
    "actions": [ACCEPT],
}
DONE = {
    "type": "AdaptiveCard",
    "version": "1.5",
    "body": [{"type": "TextBlock", "text": "Accepted"}],
}
KIND = "application/vnd.microsoft.card.adaptive"
POST: dict[str, Any] = {"type": "message", "attachments": [{"contentType": KIND, "content": CARD}]}
COACHES = "channel-announcements-id"


async def _answer(request: web.Request) -> web.Response:
    activity = await request.json()
    if activity["type"] != "invoke":
        return web.Response()
    if activity["name"] == "adaptiveCard/action":
        return web.json_response({"statusCode": 200, "type": KIND, "value": DONE})
    return web.json_response({"task": {"type": "message", "value": activity["name"]}})


@pytest.fixture
async def script() -> AsyncIterator[Script]:
    app = web.Application()
    app.router.add_post("/api/messages", _answer)
    async with (
        TestServer(app, host="127.0.0.1") as bot,
        playground(str(bot.make_url("/api/messages"))) as place,
    ):
        yield Script(place)


async def test_what_is_said_between_it_and_a_bot_is_seen(script: Script) -> None:
    place = script.place
    alex, megan = place.user("alex"), place.user("megan")
    chat = await place.chat(alex)
    await _people_are_heard(script, alex, megan, chat)
    await _threads_hold_together(script, megan)
    await _cards_are_pressed(script, alex, chat)


async def _people_are_heard(script: Script, alex: Thing, megan: Thing, chat: str) -> None:
    place = script.place
    await place.install(chat)
    installed = await place.log.sees(lambda e: e.kind == "installationUpdate")
    assert (installed.ours, installed.conversation, installed.status) == (False, chat, 200)
    await script.say(chat, "hello")
    heard = await place.log.sees(lambda e: e.body.get("text") == "hello")
    assert heard.body["from"]["aadObjectId"] == alex["aadObjectId"]
    other = await place.chat(megan)
    told = await script.activity(megan, other, {"type": "message", "text": "me too"})
    assert (told.conversation, told.status, other != chat) == (other, 200, True)


async def _threads_hold_together(script: Script, megan: Thing) -> None:
    place = script.place
    said = await script.say(COACHES, "who is new?", mention=True)
    assert said.conversation == f"{COACHES};messageid={said.id}"
    asked = await place.log.sees(lambda e: "who is new?" in str(e.body.get("text")))
    assert asked.conversation == said.conversation
    # The id of an activity is not the message's here, as it is in Teams.
    assert asked.body["id"] != said.id
    raw = {"type": "message", "text": "Tia is"}
    answered = await script.activity(megan, said.conversation, raw)
    assert answered.body["channelData"]["channel"] == {"id": COACHES}


async def _cards_are_pressed(script: Script, alex: Thing, chat: str) -> None:
    place = script.place
    sent = await place.ask(f"/_connector/v3/conversations/{chat}/activities", POST)
    shown = await place.log.sees(_is_ours)
    assert (shown.id, shown.status, shown.body["attachments"]) == (
        sent["id"],
        201,
        POST["attachments"],
    )
    came = await script.press(alex, chat, shown.id, ACCEPT)
    assert came["value"] == DONE
    pressed = await place.log.sees(lambda e: e.kind == "invoke")
    assert pressed.body["value"]["action"]["data"] == {"value": "a1"}
    assert pressed.body["replyToId"] == shown.id
    await script.submit(alex, chat, shown.id, {"verb": "documents"})
    value = await place.log.sees(lambda e: e.body.get("value") == {"verb": "documents"})
    assert "text" not in value.body
    dialog = await script.activity(alex, chat, {"type": "invoke", "name": "task/fetch"})
    assert dialog.answer == {"task": {"type": "message", "value": "task/fetch"}}


def _is_ours(entry: Logged) -> bool:
    return entry.ours and entry.kind == "message"


async def test_it_tells_who_lives_there(script: Script) -> None:
    place = script.place
    assert place.user("adele")["email"] == "adelev@example.com"
    assert place.bot.startswith("00000000")
