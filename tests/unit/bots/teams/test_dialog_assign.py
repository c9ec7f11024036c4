"""Giving a scenario to trainees, in Teams."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from bots.chat.forms.answers import Answers
from bots.teams.dialogs import assign
from bots.teams.dialogs.reading import read
from core.commands import Assign
from core.people import Person
from core.scenario import Scenario
from scenarios.library import FolderLibrary
from tests.unit.bots.slack.held import ADA, CLEO, HOUR, NOW, OMAR, PEOPLE, TIA
from tests.unit.bots.teams.dialog_filled import TZ, accepted, choices, inputs, sent, words_of

LIBRARY = list(FolderLibrary().all())
FULL = {"trainees": [TIA.id], "scenario": "late-parcel"}


def give(
    filled: dict[str, Any], giver: Person = ADA, people: tuple[Person, ...] = PEOPLE
) -> tuple[Assign, ...] | dict[str, str]:
    """Fill the form in and send it; a form with mistakes must come back, and tell them."""
    dialog = accepted(assign.dialog(giver, people, LIBRARY, tz=TZ))
    answers = read(sent(dialog, filled), TZ)
    result = assign.read(answers, giver, people, NOW)
    if isinstance(result, dict):
        again = accepted(
            assign.dialog(giver, people, LIBRARY, tz=TZ, errors=result, answers=answers)
        )
        assert all(words in words_of(again) for words in result.values())
        assert read(sent(again), TZ) == answers
    return result


def test_each_trainee_chosen_gets_one() -> None:
    due = datetime(2026, 3, 6, 16, 0, tzinfo=UTC)

    given = give({**FULL, "trainees": [TIA.id, OMAR.id], "due": due, "attempts": 3})

    assert given == (
        Assign(TIA.id, "late-parcel", due, 3),
        Assign(OMAR.id, "late-parcel", due, 3),
    )


def test_without_a_date_and_a_number_there_is_no_end() -> None:
    assert give(FULL) == (Assign(TIA.id, "late-parcel", None, None),)


@pytest.mark.parametrize(
    ("filled", "field", "words"),
    [
        ({"trainees": []}, "trainees", "Choose at least one trainee."),
        ({"scenario": None}, "scenario", "Choose what to practise."),
        ({"due": NOW - HOUR}, "due", "This moment has passed. Choose a later one, or none."),
        ({"due.day": "2026-05-01"}, "due", "Choose a day and a time, or neither."),
        ({"due.time": "09:00"}, "due", "Choose a day and a time, or neither."),
        ({"attempts": 21}, "attempts", "A whole number from 1 to 20; nothing for any number."),
        ({"attempts": 2.5}, "attempts", "A whole number from 1 to 20; nothing for any number."),
    ],
)
def test_what_is_wrong_is_said_beside_it(filled: dict[str, Any], field: str, words: str) -> None:
    assert give({**FULL, **filled}) == {field: words}


def test_teams_is_told_what_must_be_filled_in_and_what_to_say() -> None:
    asked = inputs(assign.dialog(ADA, PEOPLE, LIBRARY))

    assert [name for name, e in asked.items() if e.get("isRequired")] == ["trainees", "scenario"]
    assert asked["trainees"]["errorMessage"] == "Choose at least one trainee."
    assert (asked["attempts"]["min"], asked["attempts"]["max"]) == (1, 20)
    assert asked["attempts"]["errorMessage"].startswith("A whole number from 1 to 20")


def test_it_says_by_which_clock_times_are() -> None:
    assert "Your clock: America/New York." in words_of(
        assign.dialog(ADA, PEOPLE, LIBRARY, tz="America/New_York")
    )
    assert "Your clock: UTC." in words_of(assign.dialog(ADA, PEOPLE, LIBRARY, tz="Mars/Olympus"))


def test_scenarios_are_found_by_their_title_and_category() -> None:
    dialog = accepted(assign.dialog(ADA, PEOPLE, LIBRARY))
    menu = inputs(dialog)["scenario"]

    titles = {choice["title"] for choice in menu["choices"]}
    assert len(titles) == len(LIBRARY)
    assert {"Charged twice · Support", "Locked out before the board · IT"} <= titles


def test_only_a_long_menu_in_which_nothing_is_chosen_is_searched_by_typing() -> None:
    many = [replace(LIBRARY[0], id=f"s{n}", title=f"Call {n}") for n in range(15)]
    chosen = Answers(chosen={"scenario": ("s3",)})

    def style(library: Sequence[Scenario], answers: Answers | None = None) -> object:
        dialog = accepted(assign.dialog(ADA, PEOPLE, library, answers=answers))
        return inputs(dialog)["scenario"]["style"]

    assert style(many) == "filtered"
    assert style(many[:14]) == "compact"
    assert style(many, chosen) == "compact"


def test_a_coach_is_offered_their_own_trainees() -> None:
    menu = inputs(accepted(assign.dialog(CLEO, PEOPLE, LIBRARY)))["trainees"]

    assert (menu["style"], menu["isMultiSelect"], choices(menu)) == ("filtered", True, [TIA.id])
    assert menu["choices"][0]["title"] == "Tia Trainee · North"


def test_somebody_may_be_chosen_beforehand() -> None:
    assert sent(assign.dialog(ADA, PEOPLE, LIBRARY, TIA.id))["trainees"] == TIA.id
    assert "trainees" not in sent(assign.dialog(CLEO, PEOPLE, LIBRARY, OMAR.id))


def test_whom_one_may_not_give_to_is_said() -> None:
    data = sent(assign.dialog(ADA, PEOPLE, LIBRARY), {**FULL, "trainees": [TIA.id, OMAR.id]})

    assert assign.read(read(data, TZ), CLEO, PEOPLE, NOW) == {
        "trainees": "You can't give calls to Omar Other. Ask your administrator."
    }


def test_more_people_than_a_menu_holds_are_searched_in_the_organisation() -> None:
    many = tuple(replace(TIA, id=str(UUID(int=n)), name=f"Trainee {n}") for n in range(900))

    menu = inputs(accepted(assign.dialog(ADA, many, LIBRARY, many[7].id)))["trainees"]

    assert menu["choices.data"] == {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}
    assert (menu["choices"], menu["value"]) == ([], many[7].id)
    assert give({**FULL, "trainees": [many[5].id]}, people=many) == (
        Assign(many[5].id, "late-parcel"),
    )
    strange = give({**FULL, "trainees": [str(UUID(int=5000))]}, people=many)
    assert isinstance(strange, dict)
    assert "somebody I don't know here" in strange["trainees"]


def test_more_scenarios_than_a_menu_holds_are_counted() -> None:
    many = [replace(LIBRARY[0], id=f"s{n:04}", title=f"{n:04} {'T' * 60}") for n in range(900)]

    dialog = accepted(assign.dialog(ADA, PEOPLE, many))

    listed = len(choices(inputs(dialog)["scenario"]))
    assert listed > 100
    assert f"{900 - listed} more do not fit in this list." in words_of(dialog)


def test_a_scenario_far_down_the_list_stays_chosen() -> None:
    many = [replace(LIBRARY[0], id=f"s{n:04}", title=f"{n:04} {'T' * 60}") for n in range(900)]
    answers = read({"form": "one:scenario many:trainees", "scenario": "s0899"}, TZ)

    again = assign.dialog(ADA, PEOPLE, many, errors={"trainees": "Who?"}, answers=answers)

    assert sent(accepted(again))["scenario"] == "s0899"


def test_who_has_nobody_to_give_to_is_told_whom_to_ask() -> None:
    alone = accepted(assign.dialog(replace(CLEO, coaches=frozenset()), PEOPLE, LIBRARY))

    assert "Ask your administrator" in words_of(alone)
    assert inputs(alone) == {}
    assert "no scenarios yet" in words_of(accepted(assign.dialog(ADA, PEOPLE, [])))


def test_a_mistake_of_no_field_stands_at_the_top() -> None:
    dialog = accepted(assign.dialog(ADA, PEOPLE, LIBRARY, errors={"": "Nothing works today."}))

    assert words_of(dialog).startswith("This has not been sent yet.")
    assert "⚠ Nothing works today. For" in words_of(dialog)
