"""The tenant's settings, and when a digest comes, in Teams."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from bots.teams.dialogs import digest_time, ways
from bots.teams.dialogs.reading import read
from core.commands import ChooseDigest, PutWays
from core.people import DigestTime, Person, Share, Ways
from tests.unit.bots.slack.held import MAX, PEOPLE, TIA
from tests.unit.bots.teams.dialog_filled import TZ, accepted, choices, inputs, sent, words_of

COACHES, NORTH, SOUTH = (f"19:{name}@thread.tacv2" for name in ("coaches", "north", "south"))
CHANNELS = [(COACHES, "Support / Coaches"), (NORTH, "Support / North"), (SOUTH, "Support / South")]
SET = Ways(COACHES, Share.VERDICT, (("North", NORTH),), 2.5, 4.75, 2)
MANY = [(f"19:{n:040}@thread.tacv2", f"Team {n // 9} / Channel {n}") for n in range(300)]


def keep(
    filled: dict[str, Any],
    now: Ways = SET,
    channels: Sequence[tuple[str, str]] = CHANNELS,
    people: Sequence[Person] = PEOPLE,
) -> PutWays | dict[str, str]:
    """Fill the form in and send it; a form with mistakes must come back, and tell them."""
    data = sent(accepted(ways.dialog(now, people, channels)), filled)
    answers = read(data, TZ)
    result = ways.read(answers, data, now)
    if isinstance(result, dict):
        again = accepted(ways.dialog(now, people, channels, errors=result, answers=answers))
        assert all(f"⚠ {words}" in words_of(again) for words in result.values())
        assert read(sent(again), TZ).chosen == answers.chosen
    return result


def test_sent_back_as_it_was_nothing_changes() -> None:
    assert keep({}) == PutWays(SET)
    assert keep({}, Ways()) == PutWays(Ways())


def test_it_shows_how_things_are() -> None:
    asked = inputs(accepted(ways.dialog(SET, PEOPLE, CHANNELS)))

    assert {name: e.get("value") for name, e in asked.items()} == {
        "coaches": COACHES,
        "share": "verdict",
        "team:0": NORTH,
        "team:1": "%",
        "below": 2.5,
        "above": 4.75,
        "sample": 2,
    }
    assert [c["title"] for c in asked["team:1"]["choices"]] == [
        "None",
        "Support / Coaches",
        "Support / North",
        "Support / South",
    ]


def test_everything_can_be_changed() -> None:
    filled = {
        "coaches": [""],
        "share": "score",
        "team:0": [""],
        "team:1": SOUTH,
        "below": 3.5,
        "above": 5,
        "sample": 0,
    }

    changed = Ways("", Share.SCORE, (("South", SOUTH),), 3.5, 5.0, 0)
    assert keep(filled) == PutWays(changed)


def test_an_empty_bound_brings_nothing_up() -> None:
    never = replace(SET, review_below=1.0, review_above=5.01)

    assert keep({"below": None, "above": None}) == PutWays(never)
    asked = inputs(ways.dialog(never, PEOPLE, CHANNELS))
    assert "value" not in asked["below"]
    assert "value" not in asked["above"]


@pytest.mark.parametrize(
    ("filled", "field", "words"),
    [
        ({"below": 0.9}, "below", "A score from 1 to 5, as 3 or 3.5; or nothing."),
        ({"above": "inf"}, "above", "A score from 1 to 5, as 3 or 3.5; or nothing."),
        ({"above": 2}, "above", "This must not be less than the score above, 2.5."),
        ({"sample": 21}, "sample", "A whole number from 0 to 20."),
        ({"sample": 1.5}, "sample", "A whole number from 0 to 20."),
        ({"share": None}, "share", "Choose what team channels may see."),
    ],
)
def test_what_is_wrong_is_said_beside_it(filled: dict[str, Any], field: str, words: str) -> None:
    assert keep(filled) == {field: words}


def test_a_channel_that_is_gone_stays_until_another_is_chosen() -> None:
    gone = replace(SET, coaches_channel="19:gone@thread.tacv2")

    assert keep({}, gone) == PutWays(gone)
    menu = inputs(ways.dialog(gone, PEOPLE, CHANNELS))["coaches"]
    assert menu["choices"][1]["title"] == "A channel that I can't see any more"
    assert keep({"coaches": NORTH}, gone) == PutWays(replace(gone, coaches_channel=NORTH))


def test_without_channels_it_says_how_there_come_to_be_some() -> None:
    dialog = accepted(ways.dialog(Ways(), PEOPLE, []))

    assert "Add me to a team first" in words_of(dialog)
    assert {"coaches", "team:0"}.isdisjoint(inputs(dialog))
    assert keep({}, Ways(), []) == PutWays(Ways())
    assert keep({}, SET, []) == PutWays(SET)


def teams(number: int) -> list[Person]:
    """People of so many teams."""
    return [replace(TIA, id=f"u{n}", team=f"Team {n:03}") for n in range(number)]


def test_teams_that_have_no_field_of_their_own_are_chosen_from_a_list() -> None:
    asked = inputs(accepted(ways.dialog(SET, teams(40), MANY)))

    own = sum(name.startswith("team:") for name in asked)
    assert 0 < own < 40
    assert len(choices(asked["other_team"])) == 41 - own
    changed = keep({"other_team": "Team 030", "other_channel": MANY[5][0]}, SET, MANY, teams(40))
    assert isinstance(changed, PutWays)
    assert changed.ways.team_channels == (("North", NORTH), ("Team 030", MANY[5][0]))


def test_a_team_of_the_list_can_lose_its_channel() -> None:
    now = replace(SET, team_channels=(("Team 030", MANY[5][0]),))

    changed = keep({"other_team": "Team 030"}, now, MANY, teams(40))

    assert isinstance(changed, PutWays)
    assert changed.ways.team_channels == ()


def test_a_channel_without_its_team_is_asked_about() -> None:
    found = keep({"other_channel": MANY[5][0], "share": None}, SET, MANY, teams(40))

    assert found == {
        "other_team": "Choose the team for this channel.",
        "share": "Choose what team channels may see.",
    }


def test_channels_that_do_not_fit_are_counted_and_those_in_use_are_there() -> None:
    now = replace(SET, coaches_channel=MANY[299][0])

    dialog = accepted(ways.dialog(now, PEOPLE, MANY))

    menu = inputs(dialog)["coaches"]
    assert menu["value"] == MANY[299][0]
    left = 300 - (len(menu["choices"]) - 1)
    assert left > 0
    assert f"{left} more do not fit in this list." in words_of(dialog)


@pytest.mark.parametrize("names", ["Team <*me*>, West 100%", "🦊" * 100, '"\\' * 50])
def test_any_names_of_teams_and_channels_fit(names: str) -> None:
    people = [replace(TIA, id=f"u{n}", team=f"{n:02}{names}"[:100]) for n in range(40)]
    channels = [(value, names * 2) for value, _ in MANY]

    changed = keep({"sample": 3}, SET, channels, people)

    assert changed == PutWays(replace(SET, sample=3))


@pytest.mark.parametrize("teams", ["no list", "{}", "3", ""])
def test_a_form_that_lost_its_teams_changes_none(teams: str) -> None:
    data = sent(ways.dialog(SET, PEOPLE, CHANNELS)) | {"teams": teams}

    assert ways.read(read(data, TZ), data, SET) == PutWays(SET)


def choose(filled: dict[str, Any], zone: str = TZ) -> ChooseDigest | dict[str, str]:
    """Fill the form in and send it; a form with mistakes must come back, and tell them."""
    answers = read(sent(accepted(digest_time.dialog(MAX, zone)), filled), TZ)
    result = digest_time.read(answers)
    if isinstance(result, dict):
        again = accepted(digest_time.dialog(MAX, zone, errors=result, answers=answers))
        assert all(f"⚠ {words}" in words_of(again) for words in result.values())
    return result


def test_a_digest_begins_with_ones_own_clock() -> None:
    assert choose({}) == ChooseDigest(True, 0, 9, TZ)
    kept = replace(MAX, digest=DigestTime(False, 4, 16), time_zone="Asia/Kathmandu")
    answers = read(sent(digest_time.dialog(kept)), TZ)
    assert digest_time.read(answers) == ChooseDigest(False, 4, 16, "Asia/Kathmandu")


def test_a_digest_comes_when_it_was_chosen() -> None:
    filled = {"on": "no", "weekday": "6", "hour": "23", "zone": "America/New_York"}

    assert choose(filled) == ChooseDigest(False, 6, 23, "America/New_York")
    assert choose({}, "Mars/Olympus") == ChooseDigest(True, 0, 9, "UTC")


def test_a_digest_needs_every_answer() -> None:
    assert choose({"on": None, "weekday": None, "hour": None, "zone": None}) == {
        "on": "Choose whether you want it.",
        "weekday": "Choose a weekday.",
        "hour": "Choose an hour.",
        "zone": "Choose a time zone.",
    }


def test_a_digest_can_also_be_asked_for() -> None:
    assert "Write “digest” to me to see it at any time." in words_of(digest_time.dialog(MAX))
