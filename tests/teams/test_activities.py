"""Activities are shaped as Teams shapes them, and arrive signed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import jwt
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.teams.activities import MENTION, Teller
from tests.teams.caller import Caller
from tests.teams.people import ACME, BOT
from tests.teams.signer import Signer

ALEX, INES = ACME.person("alex"), ACME.person("ines")
SERVICE = "http://127.0.0.1:1/acme/"
tells = Teller(ACME, SERVICE)


def test_a_personal_message_says_who_where_and_in_which_time_zone() -> None:
    said = tells.message(ALEX, "1 < 2", "Asia/Tokyo")
    assert said["from"]["aadObjectId"] == ALEX.object_id
    assert said["conversation"]["conversationType"] == "personal"
    assert "isGroup" not in said["conversation"]
    assert said["localTimezone"] == "Asia/Tokyo"
    assert said["localTimestamp"].endswith("+09:00")
    assert said["attachments"][0]["content"] == "<p>1 &lt; 2</p>"


def test_no_two_messages_have_one_id() -> None:
    assert tells.message(ALEX, "a")["id"] != tells.message(ALEX, "a")["id"]


def test_a_channel_message_begins_a_thread_of_its_own_id_and_names_the_bot() -> None:
    said = tells.channel_message(ALEX, "help", "practice")
    channel = ACME.channels["practice"]
    assert said["conversation"]["id"] == f"{channel};messageid={said['id']}"
    assert said["text"] == f"{MENTION} help"
    assert said["entities"][0]["mentioned"]["id"] == BOT
    assert said["channelData"]["channel"]["id"] == channel


def test_a_reply_stays_in_its_thread_and_need_not_name_the_bot() -> None:
    said = tells.channel_message(INES, "well done", "coaches", "1700000000000", mention=False)
    assert said["conversation"]["id"].endswith(";messageid=1700000000000")
    assert [e["type"] for e in said["entities"]] == ["clientInfo"]


def test_a_quotation_stands_in_the_html_and_not_in_the_text() -> None:
    said = tells.quoted(ALEX, "yes", "1700000000000", "Shall we?")
    assert said["text"] == "yes"
    content = said["attachments"][0]["content"]
    assert 'itemtype="http://schema.skype.com/Reply" itemid="1700000000000"' in content
    assert "Shall we?" in content


def test_edits_and_deletions_keep_the_id_and_say_what_they_are() -> None:
    said = tells.message(ALEX, "helo")
    edited, deleted = tells.edited(said, "hello"), tells.deleted(said)
    assert (edited["type"], edited["id"], edited["text"]) == ("messageUpdate", said["id"], "hello")
    assert edited["channelData"]["eventType"] == "editMessage"
    assert (deleted["type"], deleted["id"]) == ("messageDelete", said["id"])
    assert deleted["channelData"]["eventType"] == "softDeleteMessage"
    assert "text" not in deleted
    assert tells.undeleted(said)["channelData"]["eventType"] == "undeleteMessage"
    assert said["type"] == "message"


def test_an_installation_names_the_channel_that_was_chosen() -> None:
    told = tells.installed(INES, "coaches")
    assert told["channelData"]["settings"]["selectedChannel"]["id"] == ACME.channels["coaches"]
    assert told["conversation"]["id"] == ACME.channels["coaches"]
    assert tells.installed(INES, action="remove")["action"] == "remove"


def test_members_and_channels_come_and_go_by_conversation_updates() -> None:
    added = tells.bot_added(ALEX)
    assert [m["id"] for m in added["membersAdded"]] == [BOT, ALEX.id]
    assert tells.bot_added(INES, "coaches")["channelData"]["eventType"] == "teamMemberAdded"
    joined = tells.joined(ALEX, by=INES)
    assert joined["membersAdded"] == [{"id": ALEX.id, "aadObjectId": ALEX.object_id}]
    assert tells.left(ALEX, by=INES)["channelData"]["eventType"] == "teamMemberRemoved"
    made = tells.channel_event(INES, "channelCreated", "19:new@thread.tacv2", "New")
    assert made["channelData"]["channel"] == {"id": "19:new@thread.tacv2", "name": "New"}
    assert made["conversation"]["id"] == ACME.team
    assert {a["type"] for a in (added, joined, made)} == {"conversationUpdate"}


def test_presses_and_dialogs_are_invokes() -> None:
    pressed = tells.pressed(ALEX, "accept", {"value": "a1"}, "17", channel="practice", thread="16")
    assert (pressed["name"], pressed["replyToId"]) == ("adaptiveCard/action", "17")
    assert pressed["value"]["action"]["data"] == {"value": "a1"}
    assert pressed["conversation"]["id"].endswith(";messageid=16")
    fetch, submit = tells.fetch(ALEX, {"verb": "help"}), tells.submit(ALEX, {"verb": "help"})
    assert fetch["value"]["data"] == {"msteams": {"type": "task/fetch"}, "verb": "help"}
    assert (fetch["name"], submit["name"]) == ("task/fetch", "task/submit")
    assert {a["type"] for a in (pressed, fetch, submit)} == {"invoke"}
    assert tells.reaction(ALEX, "17")["reactionsAdded"] == [{"type": "like"}]


@pytest.fixture
async def bot() -> AsyncIterator[tuple[str, list[tuple[str, Any]]]]:
    """A bot that answers invokes with a poor card, and what it was sent."""
    got: list[tuple[str, Any]] = []

    async def take(request: web.Request) -> web.Response:
        activity = await request.json()
        got.append((request.headers.get("Authorization", ""), activity))
        if activity["type"] != "invoke":
            return web.Response()
        card = {"type": "AdaptiveCard", "version": "1.6", "body": []}
        kind = "application/vnd.microsoft.card.adaptive"
        return web.json_response({"statusCode": 200, "type": kind, "value": card})

    app = web.Application()
    app.router.add_post("/api/messages", take)
    async with TestServer(app, host="127.0.0.1") as server:
        yield str(server.make_url("/api/messages")), got


async def test_a_caller_signs_for_the_address_that_the_activity_names(
    bot: tuple[str, list[tuple[str, Any]]], signer: Signer
) -> None:
    url, got = bot
    async with Caller(url, signer) as caller:
        answer = await caller.send(tells.message(ALEX, "hello"))
        await caller.send(tells.message(ALEX, "hello"), token="")
    assert (answer.status, answer.body, caller.violations) == (200, None, [])
    token = got[0][0].removeprefix("Bearer ")
    claims = jwt.decode(token, options={"verify_signature": False})
    assert (claims["serviceurl"], got[1][0]) == (SERVICE, "")


async def test_a_caller_judges_the_cards_that_come_as_answers(
    bot: tuple[str, list[tuple[str, Any]]],
) -> None:
    async with Caller(bot[0]) as caller:
        answer = await caller.send(tells.pressed(ALEX, "accept", {}, "17"))
    assert answer.body["statusCode"] == 200
    assert any("version" in each for each in caller.violations)
