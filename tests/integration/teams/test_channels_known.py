"""Which channels the settings offer, as teams and channels come, change and go."""

from __future__ import annotations

from typing import Any

from bots.teams.names import Verb
from tests.teams.people import ACME
from tests.teams_house import TeamsHouse

PRACTICE = ACME.channels["practice"]


async def _channels(house: TeamsHouse) -> dict[str, str]:
    """The channels that an administrator can choose from, by their words."""
    dialog = await house.guest("ada").opens(Verb.WAYS)
    [asked] = [e for e in _elements(dialog) if e.get("id") == "coaches"]
    return {c["title"]: c["value"] for c in asked["choices"] if c["title"] != "None"}


def _elements(thing: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - any part of a dialog
    if isinstance(thing, dict):
        return [thing, *(e for value in thing.values() for e in _elements(value))]
    return [e for each in thing for e in _elements(each)] if isinstance(thing, list) else []


async def test_the_settings_offer_the_channels_that_there_are(house: TeamsHouse) -> None:
    await house.staff()
    ada, new = house.guest("ada"), "19:acmecalls@thread.tacv2"
    offered = {f"Acme / {name.title()}": id_ for name, id_ in ACME.channels.items()}
    assert await _channels(house) == offered
    event = ada.teller.channel_event
    await ada.tells(event(ada.person, "channelCreated", new, "Calls"))
    assert await _channels(house) == offered | {"Acme / Calls": new}
    await ada.tells(event(ada.person, "channelRenamed", new, "Phone calls"))
    assert await _channels(house) == offered | {"Acme / Phone calls": new}
    await ada.tells(event(ada.person, "channelDeleted", new, "Phone calls"))
    assert await _channels(house) == offered
    await ada.tells(event(ada.person, "channelRestored", new, "Phone calls"))
    assert await _channels(house) == offered | {"Acme / Phone calls": new}


async def test_a_channel_that_was_renamed_still_hears_all(house: TeamsHouse) -> None:
    await house.staff()
    ada, tia = house.guest("ada"), house.guest("tia")
    await tia.says_in("practice", "No word to anybody.")
    await ada.tells(ada.teller.channel_event(ada.person, "channelRenamed", PRACTICE, "Calls"))
    assert "Acme / Calls" in await _channels(house)
    await tia.starts(channel="practice")
    assert "answer there" in tia.reads(PRACTICE)[-1]
    assert "Mention @Scrimmage" not in tia.reads(PRACTICE)[-1]


async def test_no_channel_of_a_team_is_offered_that_the_app_was_taken_from(
    house: TeamsHouse,
) -> None:
    await house.staff()
    ada, new = house.guest("ada"), "19:acmecalls@thread.tacv2"
    await ada.tells(ada.teller.channel_event(ada.person, "channelCreated", new, "Calls"))
    await ada.tells(ada.teller.installed(ada.person, "general", "remove"))
    # The one that is set is named as gone, so that it can be replaced.
    assert await _channels(house) == {
        "A channel that I can't see any more": ACME.channels["coaches"]
    }
    await ada.installs("general")
    assert set(await _channels(house)) == {f"Acme / {name.title()}" for name in ACME.channels}


async def test_a_channel_in_which_somebody_writes_first_is_offered_too(house: TeamsHouse) -> None:
    await house.staff()
    ada = house.guest("ada")
    await ada.tells(ada.teller.installed(ada.person, "general", "remove"))
    await house.guest("tia").says_in("practice", "help", mention=True)
    assert PRACTICE in (await _channels(house)).values()
