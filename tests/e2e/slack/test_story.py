"""The whole story in Slack, with the real server in a process of its own."""

from __future__ import annotations

from typing import Any

from bots.slack.names import Action
from tests.e2e.slack.office import Office, assign, settings, staff
from tests.e2e.slack.somebody import filled, words

TALK = (
    "Hi Dana, I'm so sorry, being charged twice is really annoying. What email is on the account?",
    "Thank you. I see both payments. I'm refunding the second one now and I'll email you about it.",
    "It will be back on your card within three to five working days.",
)


async def test_from_the_assignment_to_the_adjusted_score(office: Office) -> None:
    town, alex, ines = office.town, office.alex, office.ines
    await staff(office)
    await settings(office)
    await assign(office)

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


def _scores(view: Any, *, score: str, reason: str) -> dict[str, Any]:  # noqa: ANN401 - as it travels
    """Fill the review in: the first criterion scored otherwise, the rest left as it is."""
    values: dict[str, Any] = filled(view)
    values["score:0"] = {"score:0": {"selected_option": {"value": score}}}
    values["reason:0"] = {"reason:0": {"value": reason}}
    values["verdict"] = {"verdict": {"selected_option": {"value": "pass"}}}
    return values
