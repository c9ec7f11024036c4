"""The whole story in Teams, with the real server and Microsoft's Agents Playground."""

from __future__ import annotations

from bots.teams.names import Verb
from tests.e2e.teams.office import COACHES, Office, assign, settings, staff
from tests.teams.playground import words

TALK = (
    "Hi Dana, I'm so sorry, being charged twice is really annoying. What email is on the account?",
    "Thank you. I see both payments. I'm refunding the second one now and I'll email you about it.",
    "It will be back on your card within three to five working days.",
)


async def test_from_the_assignment_to_the_adjusted_score(office: Office) -> None:
    alex, megan = office.alex, office.megan
    await staff(office)
    await settings(office)
    await assign(office)

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
