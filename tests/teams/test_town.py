"""The Town of Teams keeps what is sent, and says no where Teams would."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import aiohttp
import pytest

from tests.teams.asking import Asking, text
from tests.teams.people import ACME, BRAVO
from tests.teams.town import TeamsTown

ALEX, TIA = ACME.person("alex"), ACME.person("tia")
PRACTICE = ACME.channels["practice"]


@pytest.fixture
async def bot(teams_town: TeamsTown) -> AsyncIterator[Asking]:
    async with aiohttp.ClientSession() as session:
        yield Asking(teams_town, session)


async def test_messages_stand_in_a_chat_in_their_order(bot: Asking) -> None:
    first = await bot.send(ALEX.chat, text("one"))
    await bot.send(ALEX.chat, text("two"))
    posts = bot.town.posts(ALEX.chat)
    assert [post.activity["text"] for post in posts] == ["one", "two"]
    assert (first.status, posts[0].id) == (201, first.id)
    assert bot.town.violations == []


async def test_an_edit_leaves_what_stood_before_to_see(bot: Asking) -> None:
    sent = await bot.send(ALEX.chat, text("one"))
    told = await bot.update(ALEX.chat, sent.id, text("won"))
    assert (told.status, told.id) == (200, sent.id)
    (post,) = bot.town.posts(ALEX.chat)
    assert [version["text"] for version in post.versions] == ["one", "won"]


async def test_what_is_deleted_stands_there_no_more(bot: Asking) -> None:
    sent = await bot.send(ALEX.chat, text("one"))
    assert (await bot.delete(ALEX.chat, sent.id)).status == 200
    assert bot.town.posts(ALEX.chat) == []
    assert (await bot.update(ALEX.chat, sent.id, text("two"))).status == 404


async def test_a_message_of_somebody_else_is_not_the_bots_to_change(bot: Asking) -> None:
    said = bot.town.say(ALEX, ALEX.chat, "mine")
    assert (await bot.update(ALEX.chat, said.id, text("yours"))).status == 403
    assert [each.words for each in bot.town.violations] == ["somebody else's message"]


async def test_a_new_conversation_in_a_channel_is_a_thread(bot: Asking) -> None:
    begun = await bot.begin_thread(PRACTICE, text("a call"))
    assert begun.id == f"{PRACTICE};messageid={begun.body['activityId']}"
    await bot.send(begun.id, text("hello?"))
    assert [p.activity["text"] for p in bot.town.posts(begun.id)] == ["a call", "hello?"]
    assert [p.activity["text"] for p in bot.town.posts(PRACTICE)] == ["a call"]
    assert bot.town.threads(PRACTICE) == [begun.id]


async def test_a_message_to_a_channel_itself_begins_a_thread_each_time(bot: Asking) -> None:
    await bot.send(PRACTICE, text("one"))
    await bot.send(PRACTICE, text("two"))
    assert len(bot.town.threads(PRACTICE)) == 2


async def test_a_chat_is_found_by_either_id_of_a_person(bot: Asking) -> None:
    assert (await bot.begin(ALEX.id)).id == ALEX.chat
    assert (await bot.begin(ALEX.object_id)).id == ALEX.chat
    assert (await bot.begin("29:nobody")).status == 404


async def test_nothing_is_said_where_the_bot_is_not(bot: Asking) -> None:
    begun = await bot.begin_thread(PRACTICE, text("a call"))
    for conversation in (PRACTICE, ALEX.chat):
        bot.town.expel(conversation)
    assert (await bot.send(begun.id, text("x"))).code == "BotNotInConversationRoster"
    assert (await bot.send(ALEX.chat, text("x"))).status == 403
    assert (await bot.begin(ALEX.id)).status == 403
    bot.town.admit_bot(ALEX.chat)
    assert (await bot.send(ALEX.chat, text("x"))).status == 201


async def test_typing_is_seen_and_no_message(bot: Asking) -> None:
    assert (await bot.send(ALEX.chat, {"type": "typing"})).status == 202
    assert (bot.town.typing, bot.town.posts(ALEX.chat)) == ([ALEX.chat], [])


async def test_members_are_told_with_their_ids_and_addresses(bot: Asking) -> None:
    one = await bot.ask("GET", f"conversations/{PRACTICE}/members/{ALEX.object_id}")
    assert (one.id, one.body["email"]) == (ALEX.id, "alex@acme.test")
    assert one.body["aadObjectId"] == ALEX.object_id
    paged = await bot.ask("GET", f"conversations/{PRACTICE}/pagedmembers?pageSize=50")
    assert len(paged.body["members"]) == 6
    whole = await bot.ask("GET", f"conversations/{ALEX.chat}/members")
    assert [m["objectId"] for m in whole.body] == [ALEX.object_id]
    missing = await bot.ask("GET", f"conversations/{ALEX.chat}/members/{TIA.id}")
    assert missing.code == "MemberNotFoundInConversation"


async def test_the_first_channel_of_a_team_has_no_name(bot: Asking) -> None:
    told = await bot.ask("GET", f"teams/{ACME.team}/conversations")
    assert told.body["conversations"][0] == {"id": ACME.team}
    assert {"id": PRACTICE, "name": "Practice"} in told.body["conversations"]
    assert (await bot.ask("GET", f"teams/{ACME.team}")).body["channelCount"] == 3
    assert (await bot.ask("GET", f"teams/{PRACTICE}")).status == 404


async def test_a_message_of_more_than_100_kb_is_too_large(bot: Asking) -> None:
    assert (await bot.send(ALEX.chat, text("ä" * 51_000))).status == 201
    told = await bot.send(ALEX.chat, text("ä" * 52_000))
    assert (told.status, told.code) == (413, "MessageSizeTooBig")
    assert len(bot.town.violations) == 1


async def test_a_card_that_teams_would_not_draw_is_a_violation(bot: Asking) -> None:
    card = {"type": "AdaptiveCard", "version": "1.6", "body": []}
    kind = "application/vnd.microsoft.card.adaptive"
    await bot.send(
        ALEX.chat, {"type": "message", "attachments": [{"contentType": kind, "content": card}]}
    )
    assert any("version" in each.words for each in bot.town.violations)


async def test_an_empty_message_is_refused(bot: Asking) -> None:
    assert (await bot.send(ALEX.chat, {"type": "message"})).status == 400


async def test_a_tenant_knows_nothing_of_anothers_conversations(bot: Asking) -> None:
    assert (await replace(bot, place=BRAVO).send(ALEX.chat, text("x"))).status == 404
    assert [each.words for each in bot.town.violations] == ["another tenant's conversation"]


@pytest.mark.parametrize(
    "stray",
    [
        {"conversation": {"id": ALEX.chat, "tenantId": BRAVO.tenant}},
        {"conversation": {"id": TIA.chat}},
        {"channelData": {"tenant": {"id": BRAVO.tenant}}},
        {"serviceUrl": "https://elsewhere.test/"},
        {"from": {"id": "28:another"}},
    ],
)
async def test_what_belongs_elsewhere_is_refused(bot: Asking, stray: dict[str, object]) -> None:
    assert (await bot.send(ALEX.chat, text("x") | stray)).status == 403
    assert len(bot.town.violations) == 1


async def test_a_token_is_good_where_it_was_let_in_and_nowhere_else(bot: Asking) -> None:
    bot.town.tokens.admit("acme's", ACME.tenant)
    assert (await bot.send(ALEX.chat, text("x"))).status == 401
    assert bot.town.violations == []
    ours = replace(bot, token="acme's")
    assert (await ours.send(ALEX.chat, text("x"))).status == 201
    assert (await replace(ours, place=BRAVO).begin(BRAVO.person("alex").id)).status == 401
    assert [v.words for v in bot.town.violations] == ["a token used in another tenant than its own"]


async def test_one_waits_until_something_stands_there(bot: Asking) -> None:
    looking = asyncio.create_task(bot.town.until(lambda: bot.town.posts(ALEX.chat)))
    await bot.send(ALEX.chat, text("x"))
    assert len(await looking) == 1
    with pytest.raises(TimeoutError):
        await bot.town.until(lambda: bot.town.posts(TIA.chat), within_s=0.01)
