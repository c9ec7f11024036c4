from __future__ import annotations

import pytest

from tests.unit.scenarios.folder import SCENARIO, Folder


@pytest.mark.parametrize(
    ("old", "new", "field", "what", "mend"),
    [
        (
            "resolved: [too_late]",
            "resolved: [to_late]",
            "exit_conditions[knows].resolved[1]",
            'no objection "to_late"',
            'Did you mean "too_late"?',
        ),
        (
            "raise: {after_turns: 1}",
            "raise: {after: name}",
            "objections[too_late].raise.after",
            'no step or objection "name"',
            'Did you mean "named"?',
        ),
        (
            "raise: {after_turns: 1}",
            "raise: {after: too_late}",
            "objections[too_late].raise.after",
            "waits for itself",
            "Name another",
        ),
        (
            "raise: {after_turns: 1}",
            "raise: {}",
            "objections[too_late].raise",
            "nothing says when",
            "after_turns, cue or after",
        ),
        (
            "shows: ticket",
            "shows: timetable",
            "tools[pocket].results[1].shows",
            'no attachment "timetable"',
            "There is ticket.",
        ),
        (
            "shows: ticket",
            "after: shows",
            "tools[pocket].results[1].after",
            'no step or objection "shows"',
            "There is too_late, named, shrugged.",
        ),
        (
            "{tells: [destination]}",
            "{tells: [destinations]}",
            "tests[1].turns[1].then.tells[1]",
            'no fact "destinations"',
            'Did you mean "destination"?',
        ),
        (
            "{tells: [destination]}",
            "{raises: [late], resolves: [too_late]}",
            "tests[1].turns[1].then.raises[1]",
            'no objection "late"',
            'Did you mean "too_late"?',
        ),
        (
            "{ends: knows}",
            "{tool: pockets}",
            "tests[1].turns[2].then.tool",
            'no tool "pockets"',
            'Did you mean "pocket"?',
        ),
        (
            "{ends: knows}",
            "{ends: any}",
            "tests[1].turns[2].then.ends",
            'no exit condition "any"',
            "left_waiting",
        ),
        (
            "{ends: knows}",
            "{not_ends: know}",
            "tests[1].turns[2].then.not_ends",
            'no exit condition "know"',
            'Did you mean "knows"?',
        ),
        (
            "id: shrugged",
            "id: named",
            "exit_conditions[gives_up].steps[named].id",
            '"named" is named twice; the first is on line 33',
            "another name",
        ),
        (
            "id: shrugged",
            "id: too_late",
            "exit_conditions[gives_up].steps[too_late].id",
            '"too_late" is named twice',
            "another name",
        ),
        (
            "id: ticket",
            "id: timetable",
            "attachments[timetable].id",
            '"timetable" is named twice',
            "another name",
        ),
        (
            "name: derailed",
            "name: handled well",
            "tests[3].name",
            '"handled well" is named twice',
            "another name",
        ),
        (
            "persona: kim",
            "persona: kym",
            "persona",
            'no persona "kym"',
            'Did you mean "kim"?',
        ),
        (
            "rubric: short",
            "rubric: built",
            "rubric",
            'no rubric "built"',
            "built-in",
        ),
    ],
)
def test_a_name_that_leads_nowhere_is_told(
    folder: Folder, *, old: str, new: str, field: str, what: str, mend: str
) -> None:
    folder.spoil(old, new)

    problem = folder.problems()[0]

    assert problem.field == field
    assert what in problem.what
    assert mend in problem.mend
    assert problem.line == SCENARIO[: SCENARIO.index(old)].count("\n") + 1


@pytest.mark.parametrize("name", ["left_rude", "trainee_ended", "time_limit", "any"])
def test_names_of_the_practice_are_not_for_exit_conditions(folder: Folder, name: str) -> None:
    folder.spoil("id: gives_up", f"id: {name}")

    assert any(
        problem.what == f'"{name}" is a name of the practice\'s own'
        for problem in folder.problems()
    )


@pytest.mark.parametrize(
    "then",
    [
        "{ends: left_rude}",
        "{ends: time_limit}",
        "{not_ends: left_stuck}",
        "{not_ends: any}",
        "{tells: [age]}",
    ],
)
def test_tests_may_name_what_the_practice_and_the_persona_bring(folder: Folder, then: str) -> None:
    folder.spoil("{ends: knows}", then)

    assert len(folder.load().tests) == 3


def test_facts_are_not_looked_up_when_the_persona_is_broken(folder: Folder) -> None:
    folder.spoil("{ends: knows}", "{tells: [age]}")
    folder.spoil("name: Kim", "name: [Kim]", file="persona")

    assert folder.problem().field == "name"
