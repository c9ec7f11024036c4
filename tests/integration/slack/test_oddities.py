from __future__ import annotations

import pytest

from bots.slack.names import Action
from tests.e2e.slack.somebody import buttons, words
from tests.slack_guest import Guest
from tests.slack_house import SlackHouse

LINE = "I see both payments here."


@pytest.fixture
async def tia(house: SlackHouse) -> Guest:
    await house.staff()
    return house.guest("tia")


async def _said(house: SlackHouse) -> list[str]:
    [attempt] = await house.attempts()
    return [turn.text for turn in attempt.turns if turn.speaker == "trainee"]


async def test_an_edit_is_told_to_change_nothing(house: SlackHouse, tia: Guest) -> None:
    head, channel = await tia.starts(), await tia.direct()
    ts = await tia.writes(LINE, head)
    old = {"user": tia.id, "text": LINE, "ts": ts, "thread_ts": head, "type": "message"}
    change = {"type": "message", "subtype": "message_changed", "channel": channel, "ts": "1.1"}
    await tia.event(**change, message={**old, "text": "Another line."}, previous_message=old)
    assert "has read what you wrote first" in tia.whispers[-1]
    # A link that Slack unfolds is a change too, and none of the trainee's.
    await tia.event(
        **change | {"ts": "1.2"}, message={**old, "attachments": []}, previous_message=old
    )
    assert len(tia.whispers) == 1
    assert await _said(house) == [LINE]


async def test_a_deletion_is_told_to_change_nothing(house: SlackHouse, tia: Guest) -> None:
    head, channel = await tia.starts(), await tia.direct()
    ts = await tia.writes(LINE, head)
    old = {"user": tia.id, "text": LINE, "ts": ts, "thread_ts": head, "type": "message"}
    gone = {"type": "message", "subtype": "message_deleted", "channel": channel, "ts": "1.1"}
    await tia.event(**gone, previous_message=old, deleted_ts=ts)
    assert "stays in the transcript" in tia.whispers[-1]
    assert await _said(house) == [LINE]


async def test_words_outside_the_thread_are_shown_the_way_and_can_be_said_there(
    house: SlackHouse, tia: Guest
) -> None:
    head = await tia.starts()
    await tia.writes(LINE)
    pointer = house.town.ephemerals[-1]
    assert "only hears what you write in the thread" in words(pointer.arguments)
    pressed = buttons(pointer.arguments["blocks"])
    assert head.replace(".", "") in pressed[Action.OPEN_THREAD]["url"]
    assert await _said(house) == []
    await tia.clicks(pressed[Action.SAY_THERE], {"ts": "1.1", "blocks": []})
    await tia.again()
    assert await _said(house) == [LINE]
    assert len(await tia.thread(head)) == 3
    assert any(f"You said: {LINE}" in m["text"] for m in await tia.thread(head))
    assert tia.whispers[1:] == ["Said."]


async def test_words_in_another_thread_are_shown_the_way_too(house: SlackHouse, tia: Guest) -> None:
    other = await tia.writes("What is this?")
    assert "My Training" in tia.whispers[-1]
    await tia.starts()
    await tia.writes(LINE, other)
    assert "only hears what you write in the thread" in tia.whispers[-1]
    assert house.town.ephemerals[-1].arguments["thread_ts"] == other


async def test_a_file_is_not_opened_and_its_words_are_heard(house: SlackHouse, tia: Guest) -> None:
    head = await tia.starts()
    await tia.writes(LINE, head, subtype="file_share", files=[{"id": "F1"}])
    assert "cannot open files. Your words went through." in tia.whispers[-1]
    assert await _said(house) == [LINE]
    await tia.writes("", head, subtype="file_share", files=[{"id": "F2"}])
    assert "cannot open files. Say in words" in tia.whispers[-1]
    assert await _said(house) == [LINE]


@pytest.mark.parametrize("text", [":thumbsup:", ":+1::skin-tone-3: :tada:", "👍🏽", "❤️", "👩‍💻 "])
async def test_an_emoji_alone_is_not_said(house: SlackHouse, tia: Guest, text: str) -> None:
    head = await tia.starts()
    await tia.writes(text, head)
    assert "An emoji alone" in tia.whispers[-1]
    assert await _said(house) == []


@pytest.mark.parametrize("text", ["Great :thumbsup:", "3:30:15", "👍 yes", "10"])
async def test_words_beside_an_emoji_are_said(house: SlackHouse, tia: Guest, text: str) -> None:
    head = await tia.starts()
    await tia.writes(text, head)
    assert await _said(house) == [text]
    assert tia.whispers == []


async def test_slacks_markup_is_read_as_it_was_meant(house: SlackHouse, tia: Guest) -> None:
    head = await tia.starts()
    coach = tia.place.user("ines")
    await tia.writes(
        f"Terms &amp; conditions &lt;2 pages&gt;: <https://a.test/x?a=1&amp;b=2|our page>, "
        f"<https://b.test>, <mailto:a@b.test|a@b.test>, <@{coach}>, <@U0NOBODY>, <#C1|team-a>, "
        "<!here>, <!subteam^S1|@agents>",
        head,
    )
    [said] = await _said(house)
    assert said == (
        "Terms & conditions <2 pages>: our page, https://b.test, a@b.test, @Ines Duarte, "
        "@somebody, #team-a, @here, @agents"
    )


async def test_too_many_words_are_refused_to_their_writer_alone(
    house: SlackHouse, tia: Guest
) -> None:
    head = await tia.starts()
    await tia.writes("many words " * 455, head)
    assert "4,000 fit" in tia.whispers[-1]
    assert house.town.ephemerals[-1].arguments["thread_ts"] == head
    assert await _said(house) == []
    assert len(await tia.thread(head)) == 2


@pytest.mark.parametrize("text", ["", "   ", "\u200b"])
async def test_nothing_is_no_message(house: SlackHouse, tia: Guest, text: str) -> None:
    head = await tia.starts()
    await tia.writes(text, head)
    assert await _said(house) == []


async def test_words_after_the_end_are_told_to_be_too_late(house: SlackHouse, tia: Guest) -> None:
    head = await tia.starts()
    await tia.writes(LINE, head)
    await tia.command("end")
    await tia.writes("One more thing about it.", head)
    assert "did not get your last message" in (await tia.reads(head))[-1]
    assert await _said(house) == [LINE]


async def test_practice_end_ends_the_running_call(house: SlackHouse, tia: Guest) -> None:
    await tia.command("end")
    assert tia.whispers[-1] == "You have no call running."
    head = await tia.starts()
    await tia.command(" END ")
    assert any("The call has ended" in each for each in await tia.reads(head))


async def test_an_unknown_word_is_answered_with_the_nearest(house: SlackHouse, tia: Guest) -> None:
    await tia.command("trainig")
    assert "Did you mean /practice training?" in tia.whispers[-1]
    await tia.command("<!channel> & co")
    assert "/practice help lists them" in tia.whispers[-1]
    assert "<!channel>" not in tia.whispers[-1]


async def test_a_command_where_the_bot_may_not_speak_is_answered_directly(
    house: SlackHouse, tia: Guest
) -> None:
    where = {"channel": tia.place.channel("general"), "trigger": house.town.trigger(tia.id)}
    payload = house.town.teller().slash(tia.id, "/practice", "help", **where)
    house.town.fault("chat.postEphemeral", error="not_in_channel")
    await tia.tells(payload)
    assert "what you can ask me" in (await tia.reads())[-1]


async def test_refusals_go_to_the_asker_alone_and_say_whom_to_ask(
    house: SlackHouse, tia: Guest
) -> None:
    head, alex = await tia.starts(), house.guest("alex")
    [attempt] = await house.attempts()
    message = {"ts": "1.1", "thread_ts": head, "blocks": []}
    for action, value in ((Action.END_CALL, attempt.id), (Action.ACCEPT, attempt.assignment)):
        await alex.clicks({"type": "button", "action_id": action, "value": value}, message)
        told = house.town.ephemerals[-1]
        assert (told.user, told.arguments["thread_ts"]) == (alex.id, head)
        assert "Ask your" in words(told.arguments) or "your own" in words(told.arguments)
    assert (await house.attempts())[0].ended is None
    await tia.command("people")
    assert house.town.modal is not None
    assert "Ask Ada Byron" in words(house.town.modal.view)


async def test_a_refusal_that_slack_puts_off_is_told_later(house: SlackHouse, tia: Guest) -> None:
    house.town.fault("chat.postEphemeral", retry_after=7)
    house.town.fault("chat.postEphemeral", status=503)
    await tia.command("end")
    assert tia.whispers == ["You have no call running."]
    assert 7 in house.naps.slept


async def test_a_form_that_slack_waited_for_too_long_is_told(house: SlackHouse, tia: Guest) -> None:
    ines = house.guest("ines")
    house.town.fault("views.open", error="expired_trigger_id")
    await ines.command("assign")
    assert "press it once more" in ines.whispers[-1]


async def test_a_stranger_is_told_whom_to_ask_whatever_they_do(
    house: SlackHouse, tia: Guest
) -> None:
    head, zed = await tia.starts(), house.guest("zed")
    [attempt] = await house.attempts()
    await zed.writes("Hello there, who are you?")
    for text in ("", "review", "digest", "help", "end"):
        await zed.command(text)
    for action in (Action.ACCEPT, Action.START_CHAT, Action.END_CALL, Action.ASK_COACH):
        about_call = action in {Action.END_CALL, Action.ASK_COACH}
        value = attempt.id if about_call else str(attempt.assignment)
        await zed.clicks({"type": "button", "action_id": action, "value": value}, {"ts": "1.1"})
    assert len(zed.whispers) == 10
    for sentence in zed.whispers[:6]:
        assert "I don't know you here yet. Ask " in sentence
    for sentence in zed.whispers[6:]:
        assert "somebody else" in sentence or "Only the trainee" in sentence
    for action in (Action.TRANSCRIPT, Action.REVIEW, Action.ASSIGN, Action.WAYS, Action.PEOPLE):
        await zed.clicks(
            {"type": "button", "action_id": action, "value": attempt.id}, {"ts": "1.1"}
        )
        assert house.town.modal is not None
        assert house.town.modal.user == zed.id
        assert "Ask" in words(house.town.modal.view)
    await zed.event(type="app_home_opened", user=zed.id, tab="home")
    assert "Ask Ada Byron" in zed.home
    assert "sample" not in zed.home
    assert await _said(house) == []
    assert len(await tia.thread(head)) == 1
