"""The people of the tenant, and who somebody is, in Teams."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from bots.chat.forms.person import Member
from bots.teams.dialogs import people, person
from bots.teams.dialogs.reading import read
from bots.teams.names import Verb
from core.commands import PutPerson
from core.contacts import Contact, Kind
from core.people import Person, Role
from tests.unit.bots.slack.held import ADA, CLEO, MAX, NOW, OMAR, PEOPLE, TIA
from tests.unit.bots.teams.dialog_filled import (
    TZ,
    accepted,
    choices,
    inputs,
    sent,
    submit_of,
    words_of,
)

NEW = "11111111-2222-3333-4444-555555555555"
EVERYBODY = {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}


def met(id_: str, name: str) -> Contact:
    """Somebody who has met the app."""
    return Contact("w", Kind.PERSON, id_, name, "{}", NOW)


def keep(
    filled: dict[str, Any], known: Person | None = None, member: Member | None = None
) -> PutPerson | dict[str, str]:
    """Fill the form in and send it; a form with mistakes must come back, and tell them."""
    about = member or Member(known.id if known else NEW, "Nel New", TZ)
    data = sent(accepted(person.dialog(about, known, PEOPLE)), filled)
    answers = read(data, TZ)
    result = person.read(answers, data, known, PEOPLE)
    if isinstance(result, dict):
        again = accepted(person.dialog(about, known, PEOPLE, errors=result, answers=answers))
        assert all(f"⚠ {words}" in words_of(again) for words in result.values())
        assert read(sent(again), TZ) == answers
    return result


def test_everybody_is_listed_with_what_they_are() -> None:
    dialog = accepted(people.dialog(PEOPLE))

    assert "Who is here Ada Admin Admin Cleo Coach Coach · coaches 1 trainee" in words_of(dialog)
    assert "Tia Trainee Trainee · North" in words_of(dialog)
    assert submit_of(dialog)["data"]["verb"] == Verb.PEOPLE


def test_who_has_met_the_app_is_offered_beside_those_who_are_here() -> None:
    contacts = [met(NEW, "Nel New"), met(TIA.id, "Tia Trainee"), met("u9", "")]
    menu = inputs(accepted(people.dialog(PEOPLE, contacts)))["here"]

    assert choices(menu) == [ADA.id, CLEO.id, MAX.id, OMAR.id, TIA.id, "u9", NEW]
    titles = [choice["title"] for choice in menu["choices"]]
    assert titles[-3:] == ["Tia Trainee · Trainee · North", "u9 · new here", "Nel New · new here"]


def test_everybody_else_is_searched_in_the_organisation() -> None:
    element = inputs(accepted(people.dialog(PEOPLE)))["elsewhere"]

    assert (element["choices.data"], element["choices"]) == (EVERYBODY, [])


@pytest.mark.parametrize(
    ("filled", "found"),
    [
        ({"here": TIA.id}, TIA.id),
        ({"elsewhere": NEW}, NEW),
        ({"here": TIA.id, "elsewhere": TIA.id}, TIA.id),
        ({}, {"elsewhere": "Choose somebody in one of the two lists."}),
        (
            {"here": TIA.id, "elsewhere": NEW},
            {"elsewhere": "Choose in one of the two lists only."},
        ),
    ],
)
def test_one_is_chosen(filled: dict[str, str], found: str | dict[str, str]) -> None:
    assert people.read(read(sent(people.dialog(PEOPLE), filled), TZ)) == found


def test_before_anybody_is_here_somebody_can_be_searched() -> None:
    dialog = accepted(people.dialog([]))

    assert list(inputs(dialog)) == ["elsewhere"]
    assert words_of(dialog).endswith("There is nobody here yet.")


def test_a_list_of_many_says_how_many_more_there_are() -> None:
    dialog = accepted(people.dialog([replace(TIA, id=str(UUID(int=n))) for n in range(900)]))

    listed = words_of(dialog).count("Tia Trainee Trainee · North")
    assert words_of(dialog).endswith(f"And {900 - listed} more.")


def test_somebody_new_begins_as_a_trainee() -> None:
    assert keep({}) == PutPerson(NEW, "Nel New", frozenset({Role.TRAINEE}), "", TZ)


def test_of_whom_no_name_is_known_it_is_asked() -> None:
    nobody = Member(NEW, "", TZ)

    assert inputs(person.dialog(nobody, None, PEOPLE))["name"]["isRequired"]
    assert keep({}, member=nobody) == {"name": "Write their name."}
    named = keep({"name": " Nel  New ", "zone": "Asia/Tokyo"}, member=nobody)
    assert named == PutPerson(NEW, "Nel New", frozenset({Role.TRAINEE}), "", "Asia/Tokyo")


def test_a_clock_that_we_do_not_know_is_not_offered() -> None:
    assert keep({}, member=Member(NEW, "Nel", "Mars/Olympus")) == PutPerson(
        NEW, "Nel", frozenset({Role.TRAINEE}), "", "UTC"
    )


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
        NEW,
        "Nel New",
        frozenset({Role.COACH, Role.MANAGER}),
        "North East",
        TZ,
        frozenset({TIA.id, OMAR.id}),
        frozenset({"South", "West", "Far East"}),
    )


@pytest.mark.parametrize("known", PEOPLE)
def test_sent_back_as_it_was_nothing_changes(known: Person) -> None:
    assert keep({}, known) == PutPerson(
        known.id,
        known.name,
        known.roles,
        known.team,
        known.time_zone,
        known.coaches,
        known.manages,
    )


@pytest.mark.parametrize(
    ("filled", "field", "words"),
    [
        ({"roles": []}, "roles", "Choose at least one role."),
        ({"coaches": [TIA.id]}, "coaches", "Tick Coach above too, or choose nobody here."),
        ({"manages": ["North"]}, "more_teams", "Tick Manager above too, or choose no teams."),
        (
            {"more_teams": "W" * 101, "roles": ["manager"]},
            "more_teams",
            "A team's name has at most 100 characters.",
        ),
        ({"name": " "}, "name", "Write their name."),
        ({"zone": ""}, "zone", "Choose a time zone."),
    ],
)
def test_what_is_wrong_is_said_beside_it(filled: dict[str, Any], field: str, words: str) -> None:
    assert keep(filled) == {field: words}


def test_a_role_says_what_it_is_for() -> None:
    menu = inputs(person.dialog(Member(NEW), None, PEOPLE))["roles"]

    assert (menu["style"], menu["isMultiSelect"]) == ("expanded", True)
    assert menu["choices"][0]["title"] == "Trainee (practises calls)"


def test_nobody_is_offered_themselves_as_a_trainee() -> None:
    menu = inputs(person.dialog(Member(TIA.id, TIA.name), TIA, PEOPLE))["coaches"]

    assert set(choices(menu)) == {p.id for p in PEOPLE} - {TIA.id}


def test_trainees_whom_the_form_cannot_show_stay_with_their_coach() -> None:
    known = replace(CLEO, coaches=frozenset({TIA.id, "gone@example.com"}))

    kept = keep({"coaches": []}, known)

    assert isinstance(kept, PutPerson)
    assert kept.coaches == {"gone@example.com"}


def test_more_people_than_a_menu_holds_are_searched_in_the_organisation() -> None:
    many = [replace(TIA, id=str(UUID(int=n)), name=f"Trainee {n}") for n in range(900)]
    known = replace(CLEO, coaches=frozenset({many[3].id, many[8].id, "gone@example.com"}))
    dialog = accepted(person.dialog(Member(CLEO.id), known, many))
    data = sent(dialog, {"coaches": [many[8].id, many[9].id]})

    assert inputs(dialog)["coaches"]["value"] == f"{many[3].id},{many[8].id}"
    kept = person.read(read(data, TZ), data, known, many)
    assert isinstance(kept, PutPerson)
    assert kept.coaches == {many[8].id, many[9].id, "gone@example.com"}


def test_a_team_with_a_comma_stays_one_team() -> None:
    known = replace(MAX, manages=frozenset({"North, West"}))

    data = sent(accepted(person.dialog(Member(MAX.id), known, [known, TIA])))

    kept = person.read(read(data, TZ), data, known, [known, TIA])
    assert isinstance(kept, PutPerson)
    assert kept.manages == {"North, West"}


def test_of_more_teams_than_a_menu_holds_their_own_are_in_it() -> None:
    managers = [replace(MAX, id=f"U{n}", manages=frozenset({f"Team {n:03}"})) for n in range(400)]
    known = replace(MAX, manages=frozenset({"Team 007", "Team 399"}))

    dialog = accepted(person.dialog(Member(MAX.id), known, managers))

    menu = inputs(dialog)["manages"]
    assert len(menu["choices"]) < 400
    assert menu["value"] == "Team 007,Team 399"
    data = sent(dialog)
    kept = person.read(read(data, TZ), data, known, managers)
    assert isinstance(kept, PutPerson)
    assert kept.manages == known.manages


def test_where_there_are_no_teams_yet_they_are_written() -> None:
    dialog = accepted(person.dialog(Member(NEW, "Nel"), None, [ADA]))
    data = sent(dialog, {"roles": ["manager"], "more_teams": "First"})

    assert "manages" not in inputs(dialog)
    kept = person.read(read(data, TZ), data, None, [ADA])
    assert isinstance(kept, PutPerson)
    assert kept.manages == {"First"}


def test_before_anybody_else_is_here_there_is_nobody_to_coach() -> None:
    alone = replace(CLEO, coaches=frozenset({"gone@example.com"}))
    dialog = accepted(person.dialog(Member(CLEO.id), alone, [alone]))
    data = sent(dialog)

    assert "coaches" not in inputs(dialog)
    assert "There is nobody else here yet" in words_of(dialog)
    kept = person.read(read(data, TZ), data, alone, [alone])
    assert isinstance(kept, PutPerson)
    assert kept.coaches == alone.coaches


def test_a_form_says_whose_it_is() -> None:
    data = submit_of(person.dialog(Member(TIA.id, TIA.name), TIA, PEOPLE))["data"]

    assert (data["verb"], data["value"]) == (Verb.PERSON, TIA.id)
