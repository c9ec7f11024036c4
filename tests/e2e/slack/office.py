"""The people of the Town, and how they come to their roles and assignments."""

from __future__ import annotations

from dataclasses import dataclass

from bots.slack.names import Action
from tests.e2e.server import Server
from tests.e2e.slack.somebody import Somebody, filled
from tests.slack.town import Town


@dataclass(frozen=True, slots=True)
class Office:
    """Everybody who takes part."""

    town: Town
    server: Server
    ada: Somebody
    ines: Somebody
    alex: Somebody
    zed: Somebody


async def staff(office: Office) -> None:
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


async def assign(office: Office) -> None:
    ines = office.ines
    await ines.command("assign")
    form = await ines.opens("Assign")
    trainees = {"selected_options": [{"value": office.alex.id}]}
    scenario = {"selected_option": {"value": "duplicate-charge"}}
    assert not await ines.sends(
        form, {"trainees": {"trainees": trainees}, "scenario": {"scenario": scenario}}
    )
    await ines.sees("on its way to Alex Kim")


async def settings(office: Office) -> None:
    """Reviews appear in the coaches' channel."""
    await office.ada.command("settings")
    form = await office.ada.opens("Settings")
    values = filled(form.view)
    [field] = values["coaches"]
    values["coaches"] = {field: {"selected_conversations": [office.town.acme.channel("coaches")]}}
    assert not await office.ada.sends(form, values)
    await office.ada.sees("The settings are kept")
