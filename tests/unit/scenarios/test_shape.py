from __future__ import annotations

import pytest

from tests.unit.scenarios.folder import PERSONA, RUBRIC, SCENARIO, Folder, line_of


def test_the_folder_that_tests_spoil_is_good(folder: Folder) -> None:
    assert folder.load().scenario.id == "late-train"


@pytest.mark.parametrize(
    ("old", "new", "field", "what", "mend"),
    [
        ("title: The late train", "tilte: x", "tilte", '"tilte" is no field here', '"title"'),
        ("mode: hybrid", "mode: telephone", "mode", '"telephone" is not known', "voice"),
        ("mode: hybrid", "mode: voise", "mode", "not known", 'Did you mean "voice"?'),
        ("mode: hybrid", "patience: patent", "patience", "not known", '"patient"'),
        ("owner: tests", "owner: no", "owner", "no is read as true or false", '"no"'),
        ("owner: tests", "owner: 9:14", "owner", "9:14 is read as a time", 'quotes: "9:14"'),
        ("owner: tests", "owner: 2026-01-05", "owner", "read as a date", '"2026-01-05"'),
        ("owner: tests", "owner: 007", "owner", "007 is read as a number", '"007"'),
        ("owner: tests", "owner: 12", "owner", "12 is read as a number", '"12"'),
        ("owner: tests", "owner: 1_000", "owner", "read as a number", '"1_000"'),
        ("owner: tests", "owner: [a]", "owner", "not a list", "brackets"),
        ("owner: tests", "owner:", "owner", "nothing stands here", "delete"),
        ("minutes: 10", "minutes: 0", "time_limit_minutes", "0 is out of bounds", "at least 1"),
        ("minutes: 10", "minutes: 61", "time_limit_minutes", "out of bounds", "at most 60"),
        ("minutes: 10", "minutes: ten", "time_limit_minutes", "is no number", "unquoted"),
        ("minutes: 10", 'minutes: "10"', "time_limit_minutes", "is no number", "unquoted"),
        ("minutes: 10", "minutes: yes", "time_limit_minutes", "is no number", "unquoted"),
        ("minutes: 10", "minutes: 1:30", "time_limit_minutes", "is no number", "unquoted"),
        ("minutes: 10", "minutes: .inf", "time_limit_minutes", "is no number", "unquoted"),
        ("after_turns: 1", "after_turns: 1.5", "raise.after_turns", "no whole number", "whole"),
        ("scenario: late-train", "scenario: Late Train", "scenario", "cannot", "small letters"),
        ("mood: calm", "mood: clam", "mood", '"clam" is not known', 'Did you mean "calm"?'),
        ("mood: angry", "mood: angri", "press[3].mood", "not known", 'Did you mean "angry"?'),
        ("[explains]", "[explans]", "stances[1]", "not known", 'Did you mean "explains"?'),
        ("  press:", "  pres:", "lines.pres", '"pres" is not known', 'Did you mean "press"?'),
        ("[Here it is.]", "Here it is.", "says", "a list should stand", "[Here it is.]"),
        ("[Here it is.]", "[]", "says", "too short", "at least 1"),
        ("[Where are you going?]", "[]", "asked.like", "too short", "at least 1"),
        ("- So when does it go?", "- So: when?", "press[1]", "a mapping of it", "quotes"),
        ("    closing: [Thank you.]", "    closing: {a: b}", "closing", "a list", '"- "'),
        ("outcome: bad", "outcome: horrible", "outcome", "not known", "neutral"),
        ("tells_nothing: true", "tells_nothing: maybe", "tells_nothing", "neither", "true or"),
        ("opening: My", f"opening: {'x' * 700}", "opening", "too long", "600"),
        ("raise: {after_turns: 1}", "raise: soon", "raise", "fields should stand", "name: value"),
        ("goal: Say when the next train goes.\n", "", "goal", "missing", "Add it."),
    ],
)
def test_a_slip_is_told_with_field_line_and_mend(
    folder: Folder, *, old: str, new: str, field: str, what: str, mend: str
) -> None:
    line = SCENARIO[: SCENARIO.index(old)].count("\n") + 1
    folder.spoil(old, new)

    problems = [problem for problem in folder.problems() if field in problem.field]

    assert what in problems[0].what
    assert mend in problems[0].mend
    assert problems[0].line == (line if new else 1)
    assert problems[0].file == folder.scenario


def test_an_exit_condition_needs_a_step(folder: Folder) -> None:
    steps = SCENARIO[SCENARIO.index("    steps:\n      - id: shrugged") :]
    folder.spoil(steps[: steps.index("    closing")], "    steps: []\n")

    problem = folder.problem()

    assert problem.field == "exit_conditions[gives_up].steps"
    assert "too short" in problem.what


def test_a_list_is_not_called_too_short_for_a_mistake_in_an_item(folder: Folder) -> None:
    folder.spoil("like: [Do you have a ticket?]", "like: [12]")

    assert folder.problem().field == "tools[pocket].asked.like[1]"


def test_everything_wrong_is_told_at_once(folder: Folder) -> None:
    folder.spoil("mode: hybrid", "mode: telegraph")
    folder.spoil("resolved: [too_late]", "resolved: [to_late]")
    folder.spoil("timetable.md", "missing.md")
    folder.spoil("persona: kim", "persona: kin")
    folder.spoil("drift: slow", "drift: slowly", file="persona")
    folder.spoil("weight: 0.5\n    minimum", "weight: 0.6\n    minimum", file="rubric")

    fields = [(problem.file.name, problem.field) for problem in folder.problems()]

    assert fields == [
        ("late-train.yaml", "persona"),
        ("late-train.yaml", "mode"),
        ("late-train.yaml", "documents[timetable].file"),
        ("late-train.yaml", "exit_conditions[knows].resolved[1]"),
        ("short.yaml", "criteria"),
    ]


def test_a_broken_persona_is_told_with_its_own_file(folder: Folder) -> None:
    folder.spoil("mood: calm", "mood: clam", file="persona")

    problem = folder.problem()

    assert (problem.file, problem.line) == (folder.persona, line_of(PERSONA, "mood: calm"))


@pytest.mark.parametrize(
    ("old", "new", "field", "what"),
    [
        ("weight: 0.5\n    minimum", "weight: 0.4\n    minimum", "criteria", "sum to 0.9"),
        ("minimum: 2", "minimum: 6", "criteria[manners].minimum", "out of bounds"),
        ("title: Short", "title: Short\npass_mark: 0", "pass_mark", "out of bounds"),
        ("id: manners", "id: clarity", "criteria[clarity].id", "named twice"),
        ("minimum: 2", "judges: tone", "criteria[manners].judges", "no field"),
    ],
)
def test_a_slip_in_a_rubric_is_told(
    folder: Folder, old: str, new: str, field: str, what: str
) -> None:
    folder.spoil(old, new, file="rubric")

    problem = folder.problem()

    assert problem.field == field
    assert what in problem.what


def test_an_anchor_may_not_be_left_out(folder: Folder) -> None:
    text = RUBRIC.replace("4: Mostly., ", "", 1)
    folder.rubric.write_text(text, "utf-8")

    problem = folder.problem()

    assert problem.field == "criteria[clarity].anchors.4"
    assert "missing" in problem.what


def test_weights_may_be_a_thousandth_off(folder: Folder) -> None:
    folder.spoil("weight: 0.5\n    minimum", "weight: 0.5009\n    minimum", file="rubric")

    assert folder.load().rubric.criteria[1].weight == pytest.approx(0.5009)


def test_what_a_file_says_cannot_command_the_terminal(folder: Folder) -> None:
    folder.spoil("mode: hybrid", 'mode: "\\t\\n hello"')

    assert "\\u0009\\u000a hello" in folder.problem().what
