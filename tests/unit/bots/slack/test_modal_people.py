"""The people of the workspace, and who somebody is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bots.slack.modals import people, person
from bots.slack.modals.parts import carried
from core.commands import PutPerson
from core.people import Person, Role
from tests.unit.bots.slack.filled import (
    accepted,
    buttons_of,
    chosen_at_first,
    inputs,
    options,
    sent,
    words_of,
)
from tests.unit.bots.slack.held import ADA, CLEO, MAX, OMAR, PEOPLE, TIA

ZONE = "Europe/Berlin"


def keep(answers: dict[str, Any], known: Person | None = None) -> PutPerson | dict[str, str]:
    member = known.id if known else "U0NEW0001"
    view = accepted(person.view(member, "Nel New", ZONE, known, PEOPLE))
    result = person.read(sent(view, answers), known)
    if isinstance(result, dict):
        assert set(result) <= set(inputs(view))
    return result


def test_everybody_is_listed_with_what_they_are() -> None:
    view = accepted(people.view(PEOPLE))

    assert [value for _, action, value in buttons_of(view["blocks"]) if action == "person"] == [
        ADA.id,
        CLEO.id,
        MAX.id,
        OMAR.id,
        TIA.id,
    ]
    assert "Tia Trainee Trainee · North" in words_of(view["blocks"])
    pick = view["blocks"][1]["elements"][0]
    assert (pick["type"], pick["action_id"]) == ("users_select", "pick_person")


def test_a_list_of_many_says_how_many_more_there_are() -> None:
    view = accepted(people.view([replace(TIA, id=f"U{n:08}") for n in range(500)]))

    listed = sum(action == "person" for _, action, _ in buttons_of(view["blocks"]))
    assert f"And {500 - listed} more" in words_of(view["blocks"])


def test_somebody_new_begins_as_a_trainee() -> None:
    assert keep({}) == PutPerson("U0NEW0001", "Nel New", frozenset({Role.TRAINEE}), "", ZONE)


def test_a_coach_of_some_and_manager_of_teams() -> None:
    given = keep(
        {
            "roles": ["coach", "manager"],
            "team": " North  East ",
            "coaches": [TIA.id, OMAR.id],
            "manages": ["South"],
            "more_teams": "West, , Far  East,West",
        }
    )

    assert given == PutPerson(
        "U0NEW0001",
        "Nel New",
        frozenset({Role.COACH, Role.MANAGER}),
        "North East",
        ZONE,
        frozenset({TIA.id, OMAR.id}),
        frozenset({"South", "West", "Far East"}),
    )


@pytest.mark.parametrize("known", PEOPLE)
def test_sent_back_as_it_was_nothing_changes_but_what_slack_knows(known: Person) -> None:
    assert keep({}, known) == PutPerson(
        known.id, "Nel New", known.roles, known.team, ZONE, known.coaches, known.manages
    )


@pytest.mark.parametrize(
    ("answers", "block", "words"),
    [
        ({"roles": []}, "roles", "Choose at least one role."),
        ({"coaches": [TIA.id]}, "coaches", "Tick Coach above too, or choose nobody here."),
        (
            {"coaches": ["U0NEW0001"], "roles": ["coach"]},
            "coaches",
            "Nobody coaches themselves. Choose somebody else.",
        ),
        ({"manages": ["North"]}, "more_teams", "Tick Manager above too, or choose no teams."),
        ({"more_teams": "West"}, "more_teams", "Tick Manager above too, or choose no teams."),
        (
            {"more_teams": "W" * 101, "roles": ["manager"]},
            "more_teams",
            "A team's name has at most 100 characters.",
        ),
    ],
)
def test_what_is_wrong_is_said_where_it_is(answers: dict[str, Any], block: str, words: str) -> None:
    assert keep(answers) == {block: words}


def test_trainees_that_slack_cannot_show_stay_with_their_coach() -> None:
    elsewhere = frozenset({"tia@example.com", *(f"U{n:08}" for n in range(130))})
    known = replace(CLEO, coaches=elsewhere)

    kept = keep({}, known)

    assert isinstance(kept, PutPerson)
    assert kept.coaches == elsewhere


def test_a_trainee_can_be_taken_away_from_a_coach() -> None:
    kept = keep({"coaches": []}, CLEO)

    assert isinstance(kept, PutPerson)
    assert kept.coaches == frozenset()


def test_more_teams_than_a_menu_holds_are_written_out() -> None:
    managers = [replace(MAX, id=f"U{n}", manages=frozenset({f"Team {n:03}"})) for n in range(150)]
    known = replace(MAX, manages=frozenset({"Team 007", "Team 149"}))

    view = accepted(person.view(MAX.id, "Max", ZONE, known, managers))

    assert len(options(inputs(view)["manages"])) == 100
    assert chosen_at_first(view)["manages"] == ["Team 007"]
    assert chosen_at_first(view)["more_teams"] == "Team 149"
    kept = person.read(sent(view), known)
    assert isinstance(kept, PutPerson)
    assert kept.manages == known.manages


def test_where_there_are_no_teams_yet_they_are_written() -> None:
    view = accepted(person.view("U0NEW0001", "Nel", ZONE, None, [ADA]))

    assert "manages" not in inputs(view)
    kept = person.read(sent(view, {"roles": ["manager"], "more_teams": "First"}), None)
    assert isinstance(kept, PutPerson)
    assert kept.manages == {"First"}


def test_a_form_says_whose_it_is() -> None:
    view = accepted(person.view(TIA.id, TIA.name, ZONE, TIA, PEOPLE))

    assert carried(view)[person.MEMBER] == TIA.id
    assert "Time zone: Europe/Berlin, as in Slack." in words_of(view["blocks"])
