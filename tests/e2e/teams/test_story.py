"""The whole story in Teams, with the real server and Microsoft's Agents Playground."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bots.teams.names import Verb
from bots.teams.settings import MESSAGES_PATH
from tests.e2e.server import Server
from tests.e2e.teams.somebody import Somebody, fields
from tests.teams.playground import Logged, Playground, playground, words

COACHES = "channel-announcements-id"
TALK = (
    "Hi Dana, I'm so sorry, being charged twice is really annoying. What email is on the account?",
    "Thank you. I see both payments. I'm refunding the second one now and I'll email you about it.",
    "It will be back on your card within three to five working days.",
)


@dataclass(frozen=True, slots=True)
class Office:
    """Everybody who takes part: Adele administers, Megan coaches, Alex practises."""

    place: Playground
    server: Server
    adele: Somebody
    megan: Somebody
    alex: Somebody


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    settings = {
        "teams_playground": "true",
        "teams_admin": "adelev@example.com",
        "writing_pause": "0",
    }
    server = Server(tmp_path, demo=False, **settings)
    await asyncio.to_thread(server.start)
    try:
        async with playground(f"{server.url}{MESSAGES_PATH}") as place:
            people = [Somebody(place, name) for name in ("adele", "megan", "alex")]
            for somebody in people:
                await somebody.arrives()
            yield Office(place, server, *people)
            assert [e for e in place.log.entries if _went_wrong(e)] == []
    finally:
        await asyncio.to_thread(server.stop)
    assert "Traceback" not in server.log()


def _went_wrong(entry: Logged) -> bool:
    # It cannot take a message away, nor say who one person of a chat is; for that there is a list.
    return entry.status >= 400 and entry.status != 501 and entry.kind != "getConversationMember"


async def test_from_the_assignment_to_the_adjusted_score(office: Office) -> None:
    alex, megan = office.alex, office.megan
    await _staff(office)
    await _settings(office)
    await _assign(office)

    offer = await alex.sees("Charged twice")
    accepted = await alex.presses(Verb.ACCEPT, offer)
    assert "Accepted" in words(accepted["value"])
    briefing = await alex.sees("Start chat")
    await alex.presses(Verb.START_CHAT, briefing)
    head = await alex.sees("End call")
    opening = await alex.sees("Dana Whitfield")
    assert "charged" in words((await alex.sees("charged")).body)
    assert head.id != opening.id

    documents = await alex.opens(Verb.DOCUMENTS, head)
    assert "refund" in words(documents).lower()
    for line in TALK:
        alex.looks_on()
        await alex.writes(line)
        await alex.sees("Dana Whitfield")
    await alex.sees("The call has ended")
    card = await alex.sees("Empathy")
    assert "of 5" in words(card.body)
    await alex.sees("Call ended after")

    await alex.presses(Verb.ASK_COACH, card)
    await alex.sees("will have a look")
    asked = await megan.sees("asked for a coach", COACHES)
    assert f"<at>{megan.user['name']}</at>" in words(asked.body)
    thread = f"{COACHES};messageid={asked.id}"
    await megan.answers("Lovely start. Say the date as well.", thread)
    await alex.sees("Say the date as well")
    # Somebody else's words in that thread are no feedback.
    await office.adele.answers("I disagree.", thread)

    form = await megan.opens(Verb.REVIEW, asked)
    again = await megan.sends(form, **{"score:0": "5", "verdict": "pass"})
    assert "the trainee sees both" in words(again)
    closed = await megan.sends(
        again, **{"score:0": "5", "verdict": "pass", "reason:0": "Warm throughout."}
    )
    assert closed["task"]["type"] == "message"
    reviewed = await alex.sees("Warm throughout")
    assert "Megan" in words(reviewed.body)
    await megan.sees("Reviewed by Megan", asked.id)
    said = [words(e.body) for e in office.place.log.entries if alex.chat in str(e.body)]
    assert not any("I disagree" in each for each in said)


async def _staff(office: Office) -> None:
    """Adele is named by the settings, so she may begin; she puts the others in."""
    adele = office.adele
    await office.place.install(office.alex.chat)
    await office.alex.sees("Welcome")
    await adele.writes("help")
    await adele.sees("Write me one of these words")
    for somebody, roles, more in (
        (office.alex, "trainee", {}),
        (office.megan, "coach", {"coaches": office.alex.id}),
    ):
        listed = await adele.opens(Verb.PEOPLE)
        form = await adele.sends(listed, elsewhere=somebody.id)
        answers = {"roles": roles, "name": str(somebody.user["name"]), **more}
        assert set(answers) <= set(fields(form))
        assert not await adele.sends(form, **answers)
        await adele.sees(f"{somebody.user['name']} is added")


async def _settings(office: Office) -> None:
    """The app joins the team; reviews appear in its channel for announcements."""
    await office.place.install("team-id")
    await office.place.log.sees(lambda e: e.kind == "getConversations", what="the channels")
    form = await office.adele.opens(Verb.WAYS)
    assert not await office.adele.sends(form, coaches=COACHES)
    await office.adele.sees("The settings are kept")


async def _assign(office: Office) -> None:
    form = await office.megan.opens(Verb.ASSIGN)
    assert not await office.megan.sends(form, trainees=office.alex.id, scenario="duplicate-charge")
    await office.megan.sees("on its way to Alex")
