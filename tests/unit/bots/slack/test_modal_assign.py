"""Giving a scenario to trainees."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bots.chat.forms.assign import trainees_of
from bots.slack.modals import assign
from core.commands import Assign
from core.people import Person, Role
from scenarios.library import FolderLibrary
from tests.unit.bots.slack.filled import accepted, chosen_at_first, inputs, options, sent, words_of
from tests.unit.bots.slack.held import ADA, CLEO, HOUR, NOW, OMAR, PEOPLE, TIA

LIBRARY = list(FolderLibrary().all())
FULL = {"trainees": [TIA.id], "scenario": "late-parcel"}


def read(
    answers: dict[str, Any], giver: Person = ADA, people: tuple[Person, ...] = PEOPLE
) -> tuple[Assign, ...] | dict[str, str]:
    view = accepted(assign.view(giver, people, LIBRARY))
    result = assign.read(sent(view, answers), giver, people, NOW)
    if isinstance(result, dict):
        assert set(result) <= set(inputs(view))
    return result


def test_each_trainee_chosen_gets_one() -> None:
    due = NOW + timedelta(days=2)

    given = read({**FULL, "trainees": [TIA.id, OMAR.id], "due": due, "attempts": "3"})

    assert given == (
        Assign(TIA.id, "late-parcel", due, 3),
        Assign(OMAR.id, "late-parcel", due, 3),
    )


def test_without_a_date_and_a_number_there_is_no_end() -> None:
    assert read(FULL) == (Assign(TIA.id, "late-parcel", None, None),)


@pytest.mark.parametrize(
    ("answers", "block", "words"),
    [
        ({"trainees": []}, "trainees", "Choose at least one trainee."),
        ({"scenario": None}, "scenario", "Choose what to practise."),
        ({"due": NOW - HOUR}, "due", "This moment has passed. Choose a later one, or none."),
        ({"attempts": "0"}, "attempts", "A whole number from 1 to 20"),
        ({"attempts": "21"}, "attempts", "A whole number from 1 to 20"),
        ({"attempts": "2.5"}, "attempts", "A whole number from 1 to 20"),
        ({"attempts": "two"}, "attempts", "A whole number from 1 to 20"),
        ({"attempts": "nan"}, "attempts", "A whole number from 1 to 20"),
    ],
)
def test_what_is_wrong_is_said_where_it_is(answers: dict[str, Any], block: str, words: str) -> None:
    errors = read({**FULL, **answers})

    assert isinstance(errors, dict)
    assert list(errors) == [block]
    assert errors[block].startswith(words)


def test_a_coach_is_offered_their_own_trainees() -> None:
    element = inputs(accepted(assign.view(CLEO, PEOPLE, LIBRARY)))["trainees"]

    assert [o["value"] for o in options(element)] == [TIA.id]


def test_trainees_stand_in_their_teams_and_scenarios_in_their_categories() -> None:
    loose = replace(TIA, id="U0LOOSE01", name="Lo Ose", team="")
    found = inputs(accepted(assign.view(ADA, (*PEOPLE, loose), LIBRARY)))

    teams = [g["label"]["text"] for g in found["trainees"]["option_groups"]]
    assert teams == ["North", "South", "No team"]
    categories = [g["label"]["text"] for g in found["scenario"]["option_groups"]]
    assert len(categories) == len({s.category for s in LIBRARY})
    assert {"Customer success", "IT", "Support"} <= set(categories)
    assert len(options(found["scenario"])) == len(LIBRARY)


def test_somebody_may_be_chosen_beforehand() -> None:
    assert chosen_at_first(assign.view(ADA, PEOPLE, LIBRARY, TIA.id)) == {"trainees": [TIA.id]}
    assert chosen_at_first(assign.view(CLEO, PEOPLE, LIBRARY, OMAR.id)) == {}


def test_whom_one_may_not_give_to_is_said() -> None:
    view = sent(assign.view(ADA, PEOPLE, LIBRARY), {**FULL, "trainees": [TIA.id, OMAR.id]})

    assert assign.read(view, CLEO, PEOPLE, NOW) == {
        "trainees": "You can't give calls to Omar Other. Ask your administrator."
    }


def test_more_people_than_a_menu_holds_are_found_in_slacks_own() -> None:
    many = tuple(replace(TIA, id=f"U0{n:07}", name="N" * 70 + str(n)) for n in range(900))
    element = inputs(accepted(assign.view(ADA, many, LIBRARY, many[7].id)))["trainees"]

    assert element["type"] == "multi_users_select"
    assert element["initial_users"] == [many[7].id]
    given = read({**FULL, "trainees": [many[5].id]}, people=many)
    assert given == (Assign(many[5].id, "late-parcel"),)
    strange = read({**FULL, "trainees": ["U0STRANGE"]}, people=many)
    assert isinstance(strange, dict)
    assert "somebody I don't know here" in strange["trainees"]


def test_who_has_nobody_to_give_to_is_told_whom_to_ask() -> None:
    alone = replace(CLEO, coaches=frozenset())

    view = accepted(assign.view(alone, PEOPLE, LIBRARY))

    assert "Ask your administrator" in words_of(view["blocks"])
    assert "submit" not in view
    assert "no scenarios yet" in words_of(accepted(assign.view(ADA, PEOPLE, []))["blocks"])


def test_only_trainees_are_offered() -> None:
    assert {p.id for p in trainees_of(ADA, PEOPLE)} == {TIA.id, OMAR.id}
    both = replace(ADA, roles=frozenset({Role.ADMIN, Role.TRAINEE}))
    assert both in trainees_of(both, (both,))
