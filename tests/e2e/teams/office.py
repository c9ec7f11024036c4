"""The people of the playground, and how they come to their roles and assignments."""

from __future__ import annotations

from dataclasses import dataclass

from bots.teams.names import Verb
from tests.e2e.server import Server
from tests.e2e.teams.somebody import Somebody, fields
from tests.teams.playground import Playground

COACHES = "channel-announcements-id"


@dataclass(frozen=True, slots=True)
class Office:
    """Everybody who takes part: Adele administers, Megan coaches, Alex practises."""

    place: Playground
    server: Server
    adele: Somebody
    megan: Somebody
    alex: Somebody


async def staff(office: Office) -> None:
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


async def settings(office: Office) -> None:
    """The app joins the team; reviews appear in its channel for announcements."""
    await office.place.install("team-id")
    await office.place.log.sees(lambda e: e.kind == "getConversations", what="the channels")
    form = await office.adele.opens(Verb.WAYS)
    assert not await office.adele.sends(form, coaches=COACHES)
    await office.adele.sees("The settings are kept")


async def assign(office: Office) -> None:
    form = await office.megan.opens(Verb.ASSIGN)
    assert not await office.megan.sends(form, trainees=office.alex.id, scenario="duplicate-charge")
    await office.megan.sees("on its way to Alex")
