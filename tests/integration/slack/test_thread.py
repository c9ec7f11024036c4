from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import pytest

from bots.slack.names import Action
from core.commands import Assign
from core.people import Share, Ways
from tests.e2e.slack.somebody import buttons, words
from tests.fakes.talker import Talker
from tests.slack_house import SlackHouse

LINE = "I see both payments here."


async def test_typing_is_shown_and_taken_away(house: SlackHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    head = await tia.starts()
    await tia.writes(LINE, head)
    statuses = [(s.thread_ts, s.status) for s in house.town.statuses]
    assert statuses[-2:] == [(head, "is writing…"), (head, "")]
    assert house.town.statuses[-2].arguments["username"] == "Pat Sample"


async def test_typing_that_slack_took_late_is_taken_away_all_the_same(house: SlackHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    head = await tia.starts()
    held = house.town.hold("assistant.threads.setStatus")
    await house.process.caller.send(await tia.message(LINE, head))
    await held.arrived.wait()
    await house.process.lanes.idle()
    held.release()
    await house.idle()
    assert house.town.statuses[-1].status == ""


@dataclass(frozen=True, slots=True)
class Middle:
    """Tia's call while the customer is in the middle of its second line."""

    house: SlackHouse
    talker: Talker
    head: str

    async def line(self) -> dict[str, Any]:
        """What stands below the trainee's line, as the only thing."""
        [_, _, shown] = await self.house.guest("tia").thread(self.head)
        return shown

    async def text(self) -> str:
        """The whole line, as the practice has it."""
        [attempt] = await self.house.attempts()
        return attempt.turns[2].text


@pytest.fixture
async def middle(house: SlackHouse) -> Middle:
    await house.staff()
    house.customer = talker = Talker(pause_at=3)
    await house.again()
    tia = house.guest("tia")
    head = await tia.starts()
    await house.process.caller.send(await tia.message(LINE, head))
    await talker.waits.wait()
    return Middle(house, talker, head)


async def test_a_long_line_appears_under_the_customers_name_and_ends_as_one_message(
    middle: Middle,
) -> None:
    under_way = await middle.line()
    assert under_way["username"] == "Pat Sample"
    assert "2.2" in under_way["text"]
    assert "2.3" not in under_way["text"]
    middle.talker.go_on.set()
    await middle.house.idle()
    whole = await middle.line()
    assert (whole["ts"], whole["text"]) == (under_way["ts"], await middle.text())
    assert await middle.text() in words(whole["blocks"])
    assert middle.house.town.streams[whole["ts"]].state == "stopped"


async def test_a_stream_that_slack_ended_is_completed_in_place(middle: Middle) -> None:
    ts = (await middle.line())["ts"]
    middle.house.town.expire_stream(ts)
    middle.talker.go_on.set()
    await middle.house.idle()
    whole = await middle.line()
    assert (whole["ts"], whole["text"]) == (ts, await middle.text())


async def test_a_stream_that_was_cut_with_its_process_is_completed_in_place(
    middle: Middle,
) -> None:
    ts = (await middle.line())["ts"]
    middle.house.process.life.over.set()
    middle.talker.go_on.set()
    await middle.house.again()
    await middle.house.idle()
    whole = await middle.line()
    assert (whole["ts"], whole["text"]) == (ts, await middle.text())


@pytest.mark.parametrize("method", ["chat.startStream", "chat.appendStream", "chat.stopStream"])
@pytest.mark.parametrize("applied", [True, False])
async def test_trouble_while_a_line_appears_leaves_one_whole_line(
    house: SlackHouse, method: str, applied: bool
) -> None:
    await house.staff()
    house.customer = Talker()
    await house.again()
    tia = house.guest("tia")
    head = await tia.starts()
    house.town.fault(method, cut=True, applied=applied)
    await tia.writes(LINE, head)
    [_, _, whole] = await tia.thread(head)
    [attempt] = await house.attempts()
    assert whole["text"] == attempt.turns[2].text
    assert whole["username"] == "Pat Sample"
    assert house.town.calls(method)


async def test_the_event_is_acknowledged_while_the_customer_thinks(house: SlackHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    house.customer = talker = Talker(pause_at=0)
    await house.again()
    head = await tia.starts()
    async with asyncio.timeout(3):
        answer = await house.process.caller.send(await tia.message(LINE, head))
        await talker.waits.wait()
    assert answer.status == 200
    assert len(await tia.thread(head)) == 2
    talker.go_on.set()
    await house.idle()
    assert len(await tia.thread(head)) == 3


async def test_the_head_tells_the_time_left_and_the_end(house: SlackHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    head = await tia.starts()
    assert "10 minutes left" in (await tia.reads())[0]
    await tia.writes(LINE, head)
    [attempt] = await house.attempts()
    await house.passes(545, attempt.id)
    assert "less than a minute left" in (await tia.reads())[0]
    assert any("left. Time to wrap up" in each for each in await tia.reads(head))
    await house.passes(55, attempt.id)
    [shown] = await tia.posts()
    assert "Call ended after 10 minutes" in words(shown)
    assert Action.END_CALL not in buttons(shown["blocks"])


async def test_scoring_makes_room_for_a_card_whose_quotes_lead_to_their_lines(
    house: SlackHouse,
) -> None:
    await house.staff()
    tia = house.guest("tia")
    head = await tia.starts()
    ts = await tia.writes(LINE, head)
    held = house.town.hold("chat.getPermalink")
    await house.process.caller.send(
        tia.pressing(Action.END_CALL, (await house.attempts())[0].id, await tia.direct())
    )
    await held.arrived.wait()
    held.release()
    await house.idle()
    thread = await tia.thread(head)
    assert not any("Scoring…" in words(each) for each in thread)
    assert ts.replace(".", "") in str(thread[-1]["blocks"])
    scored = [c for c in house.town.calls("chat.postMessage") if "Scoring" in str(c.arguments)]
    assert len(scored) == 1


@pytest.mark.parametrize(
    ("share", "tells"),
    [(Share.NOTHING, None), (Share.DONE, ()), (Share.VERDICT, ("assed",)), (Share.SCORE, ("4",))],
)
async def test_the_teams_channel_is_told_what_its_settings_allow(
    house: SlackHouse, share: Share, tells: tuple[str, ...] | None
) -> None:
    team = house.town.acme.channel("team-a")
    await house.staff(ways=Ways(share=share, team_channels=(("A", team),)))
    tia = house.guest("tia")
    head = await tia.starts()
    await tia.writes(LINE, head)
    await tia.command("end")
    told = await tia.reads(channel=team)
    assert len(told) == (0 if tells is None else 1)
    for part in tells or ():
        assert part in told[0]
    if share in {Share.NOTHING, Share.DONE}:
        assert not any("4 of 5" in each or "assed" in each for each in told)


async def test_the_home_tab_follows_what_happens(house: SlackHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    assert tia.home == ""
    await house.does(Assign(tia.id, "sample"), house.guest("ada").id, tia.place.team)
    assert "A sample" in tia.home
    head = await tia.starts("either")
    assert "Call running" in tia.home
    await tia.writes(LINE, head)
    await tia.command("end")
    assert "Call running" not in tia.home
    assert "4 of 5" in tia.home


async def test_an_offer_tells_what_was_chosen(house: SlackHouse) -> None:
    await house.staff()
    tia = house.guest("tia")
    await house.does(Assign(tia.id, "either"), house.guest("ada").id, tia.place.team)
    [offer] = await tia.posts()
    await tia.presses(Action.NOT_NOW, offer)
    shown = (await tia.posts())[0]
    assert "Put off for now" in words(shown)
    assert Action.NOT_NOW not in buttons(shown["blocks"])
    await tia.presses(Action.ACCEPT, shown)
    shown = (await tia.posts())[0]
    assert "Accepted." in words(shown)
    assert Action.ACCEPT not in buttons(shown["blocks"])
    # Nobody can call here, so it is by chat.
    assert "by voice" not in words(shown)


async def test_an_offer_that_was_refused_stays_as_it_was(house: SlackHouse) -> None:
    await house.staff()
    tia, alex = house.guest("tia"), house.guest("alex")
    await house.does(Assign(tia.id, "sample"), house.guest("ada").id, tia.place.team)
    [offer] = await tia.posts()
    await alex.presses(Action.ACCEPT, offer, await tia.direct())
    assert (await tia.posts())[0]["blocks"] == offer["blocks"]
