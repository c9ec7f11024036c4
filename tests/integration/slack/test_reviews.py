from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from bots.slack.names import Action
from tests.e2e.slack.somebody import filled, words
from tests.slack_guest import Guest
from tests.slack_house import SlackHouse

LINE = "I see both payments here."


@dataclass(frozen=True, slots=True)
class Asked:
    """A call that Tia asked Ines to look at."""

    house: SlackHouse
    tia: Guest
    ines: Guest
    attempt: str
    thread: str
    desk: str

    async def root(self) -> dict[str, Any]:
        """What stands in the coaches' channel."""
        [shown] = await self.ines.posts(self.desk)
        return shown


@pytest.fixture
async def asked(house: SlackHouse) -> Asked:
    await house.staff()
    tia, ines = house.guest("tia"), house.guest("ines")
    head = await tia.starts()
    await tia.writes(LINE, head)
    await tia.command("end")
    [attempt] = await house.attempts()
    card = (await tia.thread(head))[-1]
    await tia.presses(Action.ASK_COACH, card)
    return Asked(house, tia, ines, attempt.id, head, house.town.acme.channel("coaches"))


async def test_a_review_calls_its_coach_and_shows_the_lines_below(asked: Asked) -> None:
    root = await asked.root()
    assert {"type": "user", "user_id": asked.ines.id} in _all(root["blocks"])
    [line] = await asked.ines.reads(root["ts"], asked.desk)
    assert LINE in line
    await asked.ines.presses(Action.SHOW_LINES, root, asked.desk)
    lines = await asked.ines.reads(root["ts"], asked.desk)
    [attempt] = await asked.house.attempts()
    for turn, shown in zip(attempt.turns, lines[1:], strict=True):
        assert turn.text in shown


def _all(thing: Any) -> list[Any]:  # noqa: ANN401 - blocks as they travel
    inside = thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else ()
    return [thing, *(found for each in inside for found in _all(each))]


async def test_a_coachs_reply_reaches_the_trainee_and_is_answered(asked: Asked) -> None:
    root = await asked.root()
    await asked.ines.writes("Say the date as well.", root["ts"], asked.desk)
    assert "Say the date as well." in (await asked.tia.reads(asked.thread))[-1]
    assert asked.ines.whispers == ["Sent to Tia Moreau."]
    assert asked.house.town.ephemerals[-1].arguments["thread_ts"] == root["ts"]
    await asked.ines.again()
    reads = await asked.tia.reads(asked.thread)
    assert sum("Say the date as well." in each for each in reads) == 1


async def test_somebody_elses_reply_stays_theirs_and_they_are_told_once(asked: Asked) -> None:
    root, ravi = await asked.root(), asked.house.guest("ravi")
    for words_of_his in ("I see it otherwise.", "And this as well."):
        await ravi.writes(words_of_his, root["ts"], asked.desk)
    assert len(ravi.whispers) == 1
    assert "Tia Moreau does not see this" in ravi.whispers[0]
    assert "administrator" in ravi.whispers[0]
    assert "otherwise" not in str(await asked.tia.reads(asked.thread))


@pytest.mark.parametrize("on_root", [True, False])
async def test_a_comment_is_about_the_line_where_it_was_chosen(asked: Asked, on_root: bool) -> None:
    root = await asked.root()
    message = root if on_root else (await asked.ines.thread(root["ts"], asked.desk))[0]
    await asked.ines.shortcut(message, asked.desk)
    form = asked.house.town.modal
    assert form is not None
    values = {**filled(form.view), "words": {"words": {"value": "Warm and clear."}}}
    assert (await asked.ines.sends(form, values)).body is None
    said = (await asked.tia.reads(asked.thread))[-1]
    assert "Warm and clear." in said
    assert (LINE in said) is not on_root
    assert "Your comment is in the trainee's thread." in await _told(asked.ines)


async def _told(guest: Guest) -> str:
    return str([*guest.whispers, *await guest.reads()])


async def test_a_comment_on_anything_else_is_refused(asked: Asked) -> None:
    other = await asked.house.town.say("ravi", asked.desk, "Lunch?")
    await asked.ines.shortcut(other, asked.desk)
    assert asked.house.town.modal is not None
    assert "no line of a practice call" in words(asked.house.town.modal.view)


async def test_a_comment_by_somebody_else_is_refused(asked: Asked) -> None:
    ravi = asked.house.guest("ravi")
    await ravi.shortcut(await asked.root(), asked.desk)
    assert asked.house.town.modal is not None
    assert "Only Tia Moreau's coach" in words(asked.house.town.modal.view)


async def test_a_review_reaches_the_trainee_and_its_card_tells_of_it(asked: Asked) -> None:
    root = await asked.root()
    await asked.ines.presses(Action.REVIEW, root, asked.desk)
    form = asked.house.town.modal
    assert form is not None
    values = filled(form.view)
    values["score:0"] = {"score:0": {"selected_option": {"value": "5"}}}
    values["reason:0"] = {"reason:0": {"value": "Warm throughout."}}
    values["verdict"] = {"verdict": {"selected_option": {"value": "pass"}}}
    assert (await asked.ines.sends(form, values)).body is None
    await asked.ines.again()
    reviewed = [w for w in await asked.tia.reads(asked.thread) if "Warm throughout." in w]
    assert len(reviewed) == 1
    assert "Ines Duarte" in reviewed[0]
    assert "Reviewed by Ines Duarte" in words(await asked.root())
    below = await asked.ines.reads(root["ts"], asked.desk)
    assert sum("Warm throughout." in each for each in below) == 1
