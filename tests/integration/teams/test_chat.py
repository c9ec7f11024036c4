"""A call in a personal chat: what is heard, what is shown, and how it ends."""

from __future__ import annotations

from bots.teams.names import Verb
from core.commands import Remark
from tests.teams.people import ACME
from tests.teams.playground import words
from tests.teams_house import TeamsHouse


async def test_a_call_runs_in_the_chat_from_accept_to_score(house: TeamsHouse) -> None:
    await house.staff()
    tia, ines = house.guest("tia"), house.guest("ines")
    dialog = await ines.opens(Verb.ASSIGN)
    assert await ines.sends(dialog, trainees=tia.id, scenario="sample") == {}

    offer = tia.finds("Accept")
    accepted = await tia.presses(Verb.ACCEPT, offer)
    assert accepted["type"] == "application/vnd.microsoft.card.adaptive"
    assert "Accepted" in words(accepted["value"])
    # The post itself is changed too: whoever opens the chat anew sees it so.
    assert "Accepted" in words(tia.finds("Accepted. The briefing").activity)
    await tia.presses(Verb.START_CHAT, tia.finds("Start chat"))
    head = tia.finds("End call")
    await tia.writes("Hello, how can I help?")
    [attempt] = await house.attempts()
    assert [turn.speaker.value for turn in attempt.turns] == ["customer", "trainee", "customer"]
    line = tia.posts()[-1]
    assert attempt.turns[-1].text in words(line.activity)
    assert line.activity["summary"] == f"Pat Sample: {attempt.turns[-1].text}"

    await tia.presses(Verb.END_CALL, head)
    reads = tia.reads()
    assert any("The call has ended" in each for each in reads)
    assert any("of 5" in each for each in reads)
    assert not any("Scoring…" in each for each in reads)
    assert "Call ended after" in words(next(p for p in tia.posts() if p.id == head.id).activity)


async def test_a_few_words_in_a_call_are_to_us_and_all_others_are_said(house: TeamsHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    await tia.starts()
    for word in ("HELP.", "documents"):
        await tia.writes(word)
        assert "You are in a call with Pat Sample" in tia.reads()[-1]
    await tia.writes("stop")
    assert "End this call?" in tia.reads()[-1]
    await tia.writes("Settings.")
    await tia.writes("end call")
    [attempt] = await house.attempts()
    assert [t.text for t in attempt.turns if t.speaker == "trainee"] == ["Settings."]
    assert attempt.ended is not None


async def test_stop_asks_first_and_its_button_ends_the_call(house: TeamsHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    await tia.starts()
    await tia.writes("stop")
    [attempt] = await house.attempts()
    assert attempt.ended is None
    await tia.presses(Verb.END_CALL, tia.posts()[-1])
    [attempt] = await house.attempts()
    assert attempt.ended is not None


async def test_who_has_no_call_is_told_that_nobody_hears_them(house: TeamsHouse) -> None:
    await house.staff()
    tia, ines = house.guest("tia"), house.guest("ines")
    await house.assign()
    await tia.writes("hello")
    assert "A sample" in tia.reads()[-1]
    await tia.writes("How did I do?")
    assert "nobody heard this" in tia.reads()[-1]
    await tia.writes("trainng")
    assert "Did you mean “training”?" in tia.reads()[-1]
    await ines.writes("That was a bit harsh.")
    assert "I have not passed this on" in ines.reads()[-1]


async def test_an_answer_to_a_coachs_words_is_told_that_the_call_is_over(house: TeamsHouse) -> None:
    await house.staff()
    tia, ines = house.guest("tia"), house.guest("ines")
    attempt = await tia.starts()
    await tia.writes("end call")
    await house.does(Remark(attempt, "Say the date as well."), ines.id, ACME.tenant)
    remark = tia.finds("Say the date as well.")
    await tia.tells(tia.teller.quoted(tia.person, "but why?", remark.id, "Say the date"))
    assert "nobody to answer here" in tia.reads()[-1]


async def test_a_reported_call_does_not_count(house: TeamsHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    await tia.starts()
    await tia.writes("Hello, how can I help?")
    [attempt] = await house.attempts()
    dialog = await tia.opens(Verb.REPORT, attempt.id)
    await tia.sends(dialog, remark="It spoke of being an AI.")
    assert any("does not count" in each for each in tia.reads())
    assert house.town.threads(ACME.channels["coaches"]) == []
    await tia.writes("training")
    assert "3 attempts left" in tia.reads()[-1] or "3 attempts" in tia.reads()[-1]


async def test_an_emoji_or_a_file_alone_is_not_said(house: TeamsHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    await tia.starts()
    await tia.writes("🙂")
    assert "Add a few words" in tia.reads()[-1]
    picture = {"contentType": "image/png", "contentUrl": "https://example.com/a.png"}
    await tia.tells(tia.teller.message(tia.person, "") | {"attachments": [picture]})
    assert "cannot open files" in tia.reads()[-1]
    [attempt] = await house.attempts()
    assert len(attempt.turns) == 1


async def test_what_is_changed_or_deleted_stays_said(house: TeamsHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    await tia.starts()
    said = await tia.writes("I will refund it today.")
    await tia.tells(tia.teller.edited(said, "I will refund it tomorrow."))
    assert "has read what you wrote first" in tia.reads()[-1]
    await tia.tells(tia.teller.deleted(said))
    assert "stays in the transcript" in tia.reads()[-1]
    [attempt] = await house.attempts()
    assert attempt.turns[1].text == "I will refund it today."


async def test_one_call_at_a_time_in_a_chat(house: TeamsHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    await tia.starts()
    other = await house.assign(scenario_id="either")
    answer = await tia.does(Verb.START_CHAT, {"value": other})
    assert "is still with you here" in answer["value"]
    assert len(await house.attempts()) == 1


async def test_a_stranger_is_told_whom_to_ask(house: TeamsHouse) -> None:
    await house.staff()
    zed = house.guest("zed")
    await zed.installs()
    await zed.writes("training")
    assert all("Ada Byron" in each for each in zed.reads())
    dialog = await zed.opens(Verb.PEOPLE)
    assert "Ask Ada Byron" in words(dialog)


async def test_a_button_of_another_person_does_nothing(house: TeamsHouse) -> None:
    await house.staff()
    tia, alex = house.guest("tia"), house.guest("alex")
    attempt = await tia.starts()
    answer = await alex.does(Verb.END_CALL, {"value": attempt})
    assert answer["type"] == "application/vnd.microsoft.activity.message"
    assert "Only the trainee" in answer["value"]
    [found] = await house.attempts()
    assert found.ended is None
