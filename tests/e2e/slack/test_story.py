"""The whole story in Slack, with the real server in a process of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bots.slack.names import Action
from tests.e2e.server import Server
from tests.e2e.slack.somebody import Somebody, filled, words
from tests.slack.requests import Caller
from tests.slack.town import Town

SECRET = "0123456789abcdef0123456789abcdef"
TALK = (
    "Hi Dana, I'm so sorry, being charged twice is really annoying. What email is on the account?",
    "Thank you. I see both payments. I'm refunding the second one now and I'll email you about it.",
    "It will be back on your card within three to five working days.",
)


@dataclass(frozen=True, slots=True)
class Office:
    """Everybody who takes part."""

    town: Town
    server: Server
    ada: Somebody
    ines: Somebody
    alex: Somebody
    zed: Somebody


@pytest.fixture
async def office(town: Town, tmp_path: Path) -> AsyncIterator[Office]:
    settings = {
        "slack_bot_token": town.acme.bot_token,
        "slack_signing_secret": SECRET,
        "slack_api_url": town.url,
        "writing_pause": "0",
    }
    server = Server(tmp_path, demo=False, **settings)
    await _in_thread(server.start)
    try:
        async with Caller(f"{server.url}/slack/events", SECRET) as caller:
            people = [Somebody(town, caller, name) for name in ("ada", "ines", "alex", "zed")]
            yield Office(town, server, *people)
            assert caller.violations == []
        assert town.violations == []
    finally:
        await _in_thread(server.stop)


async def _in_thread(work: Any) -> None:  # noqa: ANN401 - blocks, while the Town has to answer
    await asyncio.to_thread(work)


async def test_from_the_assignment_to_the_adjusted_score(office: Office) -> None:
    town, alex, ines = office.town, office.alex, office.ines
    await _staff(office)
    await _settings(office)
    await _assign(office)

    home = await alex.direct()
    offer = await alex.sees("Charged twice")
    await alex.presses(Action.ACCEPT, offer, home)
    briefing = await alex.sees("Start chat")
    await alex.presses(Action.START_CHAT, briefing, home)
    head = await alex.sees("End call")
    thread = head["ts"]

    opening = await alex.sees("charged", thread=thread)
    assert opening["username"] == "Dana Whitfield"
    for line in TALK:
        await alex.writes(home, line, thread)
    await alex.sees("The call has ended", thread=thread)
    card = await alex.sees("Empathy", thread=thread)
    assert "of 5" in words(card)
    assert "Call ended after" in words(await alex.sees("Call ended", channel=home))

    await alex.presses(Action.ASK_COACH, card, home)
    await alex.sees("will have a look", thread=thread)
    desk = town.acme.channel("coaches")
    asked = await ines.sees("asked for a coach", channel=desk)
    review_thread = asked["ts"]
    await ines.sees("Alex", channel=desk, thread=review_thread)

    await ines.writes(desk, "Lovely start. Say the date as well.", review_thread)
    await alex.sees("Say the date as well", thread=thread)
    # Somebody else's words in that thread are no feedback.
    await office.zed.writes(desk, "I disagree.", review_thread)

    await ines.presses(Action.REVIEW, asked, desk)
    form = await ines.opens("Review")
    answer = await ines.sends(form, _scores(form.view, score="5", reason=""))
    assert "trainee sees both" in str(answer["errors"])
    assert not await ines.sends(form, _scores(form.view, score="5", reason="Warm throughout."))
    reviewed = await alex.sees("Warm throughout", thread=thread)
    assert "Ines" in words(reviewed)
    await ines.sees("Reviewed by Ines", channel=desk)
    assert not any("disagree" in words(m) for m in await town.thread(home, thread))


async def _staff(office: Office) -> None:
    """Ada administers the Slack, so she may begin; she puts the others in."""
    ada = office.ada
    for somebody, roles, more in (
        (office.alex, ["trainee"], {}),
        (office.ines, ["coach"], {"coaches": {"coaches": {"selected_users": [office.alex.id]}}}),
    ):
        await ada.command("people")
        listed = await ada.opens("People")
        await ada.presses_in(listed, Action.PICK_PERSON, selected_user=somebody.id)
        form = await ada.opens("Person")
        chosen = {"selected_options": [{"value": role} for role in roles]}
        assert not await ada.sends(form, {"roles": {"roles": chosen}, **more})
        await ada.sees("is added" if somebody is office.alex else "Ines Duarte is added")


async def _assign(office: Office) -> None:
    ines = office.ines
    await ines.command("assign")
    form = await ines.opens("Assign")
    trainees = {"selected_options": [{"value": office.alex.id}]}
    scenario = {"selected_option": {"value": "duplicate-charge"}}
    assert not await ines.sends(
        form, {"trainees": {"trainees": trainees}, "scenario": {"scenario": scenario}}
    )
    await ines.sees("on its way to Alex Kim")


async def _settings(office: Office) -> None:
    """Reviews appear in the coaches' channel."""
    await office.ada.command("settings")
    form = await office.ada.opens("Settings")
    values = filled(form.view)
    [field] = values["coaches"]
    values["coaches"] = {field: {"selected_conversations": [office.town.acme.channel("coaches")]}}
    assert not await office.ada.sends(form, values)
    await office.ada.sees("The settings are kept")


def _scores(view: Any, *, score: str, reason: str) -> dict[str, Any]:  # noqa: ANN401 - as it travels
    """Fill the review in: the first criterion scored otherwise, the rest left as it is."""
    values: dict[str, Any] = filled(view)
    values["score:0"] = {"score:0": {"selected_option": {"value": score}}}
    values["reason:0"] = {"reason:0": {"value": reason}}
    values["verdict"] = {"verdict": {"selected_option": {"value": "pass"}}}
    return values
