from __future__ import annotations

from pathlib import Path

import pytest

from scenarios.lint import lint
from scenarios.lint.files import inspect, kind_of
from scenarios.shelf import LIBRARY
from tests.unit.scenarios.folder import SCENARIO, Folder

TESTS = SCENARIO[SCENARIO.index("tests:") :]


def test_the_folder_that_tests_spoil_gets_no_advice(folder: Folder) -> None:
    assert lint(folder.load()) == ()


def test_the_example_scenario_gets_no_advice() -> None:
    (report,) = inspect([LIBRARY / "scenarios" / "duplicate-charge.yaml"])

    assert (report.errors, report.advice) == ((), ())


@pytest.mark.parametrize(
    ("old", "new", "field", "what"),
    [
        (", No idea, I could not say]", "]", "steps[shrugged].like", "told by one sentence only"),
        (", I could not say]", "]", "steps[shrugged].like", "told by 2 sentences only"),
        ("outcome: bad", "outcome: neutral", "exit_conditions", "has the outcome bad"),
        ("outcome: good", "outcome: neutral", "exit_conditions", "has the outcome good"),
        ("has not come.", "is late" * 70, "opening", "has 499 characters"),
        ("has not come.", "to Whitby has gone.", "opening", 'gives away the fact "destination"'),
        ("has not come.", "left. I'm forty-four.", "opening", 'gives away the fact "age"'),
        ("    - I only want to know the time.\n", "", "lines.press", "2 lines come back"),
        ("know the time.", "know when it goes.\n    - SO WHEN does it go", "press[3]", "number 1"),
        ("        shows: ticket\n", "", "attachments[ticket]", 'no tool shows "ticket"'),
        ("was cancelled.", "failed the rubric.", "persona", 'speaks of "rubric"'),
        (TESTS, "", "tests", "no author's tests"),
        ("        then: {ends: knows}\n", "", "tests[1]", "expects nothing of its last turn"),
        ("{tells: [destination]}", "{ends: gives_up}", "tests[1].turns[2]", "never said"),
        ("{ends: gives_up}", "{mood: calm}", "tests", "no test of a call handled badly"),
        ("{tells_nothing: true, not_ends: any}", "{mood: calm}", "tests", "no test of an attack"),
    ],
    ids=lambda value: value[:24].strip(),
)
def test_what_is_worth_another_look_is_told(
    folder: Folder, old: str, new: str, field: str, what: str
) -> None:
    folder.spoil(old, new)

    advice = lint(folder.load())

    assert any(one.field.endswith(field) and what in one.what for one in advice)
    assert all(one.mend for one in advice)


def test_a_scenario_without_documents_gets_advice(folder: Folder) -> None:
    folder.spoil("documents:\n  - {id: timetable", "attachments:\n  - {id: timetable")
    folder.spoil("md}\nattachments:\n", "md}\n")

    assert any("nothing to read" in one.what for one in lint(folder.load()))


def test_objections_that_wait_for_each_other_get_advice(folder: Folder) -> None:
    more = "  - {id: b, raise: {after: too_late}, lines: [x], answered_by: {like: [y]}}\n"
    folder.spoil("raise: {after_turns: 1}", "raise: {after: b}")
    folder.spoil("exit_conditions:\n", f"{more}exit_conditions:\n")

    advice = lint(folder.load())

    assert [one.field for one in advice] == ["objections[too_late].raise", "objections[b].raise"]


def test_a_persona_that_quotes_the_rubric_gets_advice(folder: Folder) -> None:
    words = "Was the customer told plainly when the next train goes?"
    folder.spoil("Kim has a boat to catch.", words, file="persona")
    text = folder.rubric.read_text().replace("Was it clear?", words)
    folder.rubric.write_text(text)

    assert any("quotes the rubric" in one.what for one in lint(folder.load()))


def test_a_portrait_that_is_not_there_gets_advice(folder: Folder) -> None:
    folder.spoil("name: Kim", "name: Kim\npicture: kim.svg", file="persona")

    assert any('"kim.svg" is not there' in one.what for one in lint(folder.load()))

    (folder.root / "pictures" / "kim.svg").write_text("<svg/>")
    assert lint(folder.load()) == ()


def test_folders_are_looked_through_with_all_that_is_in_them(folder: Folder) -> None:
    (folder.root / "notes.yaml").write_text("shopping: [milk]\n")
    (folder.root / ".hidden").mkdir()
    (folder.root / ".hidden" / "old.yaml").write_text("scenario: old\n")
    folder.spoil("drift: slow", "drift: slowly", file="persona")

    reports = list(inspect([folder.root]))

    assert [report.path.name for report in reports] == ["kim.yaml", "short.yaml", "late-train.yaml"]
    assert [len(report.errors) for report in reports] == [1, 0, 1]


def test_a_folder_without_scenarios_is_told(tmp_path: Path) -> None:
    (report,) = inspect([tmp_path])

    assert report.errors[0].what == "this folder holds no scenario"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    (report,) = inspect([tmp_path / "missing.yaml"])

    assert report.errors[0].what == "there is no such file"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (SCENARIO, "scenario"),
        ("rubric: x\n", "rubric"),
        ("persona: x\nlines: {}\n", "persona"),
        ("lines: {}\n", "lines"),
        ("a: {persona: x}\n", None),
    ],
    ids=["scenario", "rubric", "persona", "stock", "other"],
)
def test_the_kind_of_a_file_is_told_by_its_words(
    tmp_path: Path, content: str, kind: str | None
) -> None:
    (tmp_path / "a.yaml").write_text(content)

    assert kind_of(tmp_path / "a.yaml") == kind
