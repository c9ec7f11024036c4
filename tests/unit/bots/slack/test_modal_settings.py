"""The workspace's settings, and when a digest comes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bots.chat.forms.ways import teams_of
from bots.slack.modals import digest_time, ways
from core.commands import ChooseDigest, PutWays
from core.people import DigestTime, Share, Ways
from tests.unit.bots.slack.filled import accepted, chosen_at_first, inputs, sent, words_of
from tests.unit.bots.slack.held import MAX, PEOPLE, TIA

SET = Ways("C0COACHES", Share.VERDICT, (("North", "C0NORTH01"),), 2.5, 4.75, 2)


def keep(answers: dict[str, Any], now: Ways = SET) -> PutWays | dict[str, str]:
    view = accepted(ways.view(now, PEOPLE))
    result = ways.read(sent(view, answers), now)
    if isinstance(result, dict):
        assert set(result) <= set(inputs(view))
    return result


def test_sent_back_as_it_was_nothing_changes() -> None:
    assert keep({}) == PutWays(SET)
    assert keep({}, Ways()) == PutWays(Ways())


def test_it_shows_how_things_are() -> None:
    assert chosen_at_first(ways.view(SET, PEOPLE)) == {
        "coaches": ["C0COACHES"],
        "share": "verdict",
        "team:0": ["C0NORTH01"],
        "below": "2.5",
        "above": "4.75",
        "sample": "2",
    }


def test_everything_can_be_changed() -> None:
    answers = {
        "coaches": [],
        "share": "score",
        "team:0": [],
        "team:1": ["G0SOUTH01"],
        "below": "3,5",
        "above": "5",
        "sample": "0",
    }

    changed = Ways("", Share.SCORE, (("South", "G0SOUTH01"),), 3.5, 5.0, 0)
    assert keep(answers) == PutWays(changed)


def test_an_empty_bound_brings_nothing_up() -> None:
    never = replace(SET, review_below=1.0, review_above=5.01)

    assert keep({"below": None, "above": None}) == PutWays(never)
    assert not {"below", "above"} & set(chosen_at_first(ways.view(never, PEOPLE)))


@pytest.mark.parametrize(
    ("answers", "block", "words"),
    [
        ({"below": "six"}, "below", "A score from 1 to 5, as 3 or 3.5; or nothing."),
        ({"below": "0.9"}, "below", "A score from 1 to 5, as 3 or 3.5; or nothing."),
        ({"above": "5.1"}, "above", "A score from 1 to 5, as 3 or 3.5; or nothing."),
        ({"above": "inf"}, "above", "A score from 1 to 5, as 3 or 3.5; or nothing."),
        ({"above": "2"}, "above", "This must not be less than the score above, 2.5."),
        ({"sample": "-1"}, "sample", "A whole number from 0 to 20."),
        ({"sample": "21"}, "sample", "A whole number from 0 to 20."),
        ({"sample": "1.5"}, "sample", "A whole number from 0 to 20."),
        ({"share": None}, "share", "Choose what team channels may see."),
    ],
)
def test_what_is_wrong_is_said_where_it_is(answers: dict[str, Any], block: str, words: str) -> None:
    assert keep(answers) == {block: words}


def test_forty_teams_are_asked_for_and_no_channel_of_the_others_is_lost() -> None:
    teams = tuple((f"Team {n:03}", f"C0TEAM{n:03}") for n in range(90))
    now = replace(SET, team_channels=teams)

    changed = keep({"team:0": ["C0NEW"]}, now)

    assert isinstance(changed, PutWays)
    assert changed.ways.team_channels == (("North", "C0NEW"), *teams)


def test_teams_are_those_of_people_of_managers_and_of_before() -> None:
    only = replace(TIA, team="Only <*me*>")

    assert teams_of([only, MAX], SET) == ["North", "Only <*me*>"]
    assert "Channel of Only <*me*>" in words_of(accepted(ways.view(SET, [only]))["blocks"])


def choose(answers: dict[str, Any], zone: str = "Europe/Berlin") -> ChooseDigest | dict[str, str]:
    view = accepted(digest_time.view(MAX, zone))
    result = digest_time.read(sent(view, answers))
    if isinstance(result, dict):
        assert set(result) <= set(inputs(view))
    return result


def test_a_digest_begins_with_ones_own_clock() -> None:
    assert choose({}) == ChooseDigest(True, 0, 9, "Europe/Berlin")
    kept = replace(MAX, digest=DigestTime(False, 4, 16), time_zone="Asia/Kathmandu")
    assert digest_time.read(sent(digest_time.view(kept))) == ChooseDigest(
        False, 4, 16, "Asia/Kathmandu"
    )


def test_a_digest_comes_when_it_was_chosen() -> None:
    answers = {"on": "yes", "weekday": "6", "hour": "23", "zone": "America/New_York"}

    assert choose(answers) == ChooseDigest(True, 6, 23, "America/New_York")
    assert choose({"on": "no"}) == ChooseDigest(False, 0, 9, "Europe/Berlin")


def test_a_clock_that_slack_names_and_we_do_not_know_is_not_offered() -> None:
    assert choose({}, "Mars/Olympus") == ChooseDigest(True, 0, 9, "UTC")


def test_a_digest_needs_every_answer() -> None:
    assert choose({"on": None, "weekday": None, "hour": None, "zone": None}) == {
        "on": "Choose whether you want it.",
        "weekday": "Choose a weekday.",
        "hour": "Choose an hour.",
        "zone": "Choose a time zone.",
    }


def test_every_clock_that_is_offered_is_one() -> None:
    offered = inputs(digest_time.view(MAX))["zone"]["options"]

    assert 50 < len(offered) <= 100
    for each in offered:
        view = sent(digest_time.view(MAX), {"zone": each["value"]})
        assert isinstance(digest_time.read(view), ChooseDigest)
