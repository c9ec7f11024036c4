from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.scenario_cli import scenario
from core.errors import PracticeError
from tests.unit.scenarios.folder import Folder, make_folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return make_folder(tmp_path / "own")


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(scenario, [str(word) for word in words])


def test_lint_passes_what_is_good(folder: Folder) -> None:
    found = run("lint", folder.root)

    assert found.exit_code == 0
    assert found.output == "3 files, 0 errors, 0 warnings\n"


def test_lint_without_paths_looks_through_the_library() -> None:
    found = run("lint", "--strict")

    assert found.exit_code == 0
    assert found.output.endswith("0 errors, 0 warnings\n")


def test_lint_names_file_line_field_and_mend(folder: Folder) -> None:
    folder.spoil("mode: hybrid", "mode: voise")

    found = run("lint", folder.scenario)

    assert found.exit_code == 1
    problem, count = found.output.splitlines()
    assert problem == (
        f'error: {folder.scenario}:9: mode: "voise" is not known here. '
        'Did you mean "voice"? There is chat, voice, hybrid.'
    )
    assert count == "1 file, 1 error, 0 warnings"


def test_lint_shows_advice_and_takes_it_for_errors_when_strict(folder: Folder) -> None:
    folder.spoil(", I could not say]", "]")

    lenient, strict = run("lint", folder.scenario), run("lint", "--strict", folder.scenario)

    assert (lenient.exit_code, strict.exit_code) == (0, 1)
    assert lenient.output.startswith("warning: ")
    assert strict.output.startswith("error: ")


def test_lint_goes_on_after_a_file_that_is_missing(folder: Folder) -> None:
    found = run("lint", folder.root / "missing.yaml", folder.scenario)

    assert found.exit_code == 1
    assert "there is no such file" in found.output
    assert "2 files, 1 error" in found.output


def test_show_tells_the_author_everything_but_the_rubric(folder: Folder) -> None:
    found = run("show", folder.scenario)

    assert found.exit_code == 0
    for part in (
        "The late train (late-train)",
        "Say when the next train goes.",
        "Kim, calm",
        "My train has not come.",
        "too_late, after 1 turns",
        "gives_up (bad)",
        "Timetable: timetable.md",
        "Short (short)",
        "handled well",
    ):
        assert part in found.output
    assert "Was it clear?" not in found.output
    assert "So so." not in found.output


def test_show_finds_scenarios_of_the_library() -> None:
    assert "Dana Whitfield" in run("show", "duplicate-charge").output


@pytest.mark.parametrize("command", ["show", "test"])
def test_a_scenario_that_is_not_there_is_told_with_those_that_are(command: str) -> None:
    found = run(command, "duplicate-change")

    assert isinstance(found.exception, PracticeError)
    assert 'Did you mean "duplicate-charge"?' in str(found.exception)


def test_a_folder_without_scenarios_cannot_be_tested(tmp_path: Path) -> None:
    found = run("test", tmp_path)

    assert isinstance(found.exception, PracticeError)


@pytest.mark.parametrize("kind", ["scenario", "persona", "rubric"])
def test_schema_prints_json(kind: str) -> None:
    assert kind in json.loads(run("schema", kind).output)["properties"]


def test_schema_without_a_kind_is_that_of_scenarios() -> None:
    assert run("schema").output == run("schema", "scenario").output


def test_the_tests_of_the_example_pass() -> None:
    found = run("test", "duplicate-charge", "--verbose")

    assert found.exit_code == 0
    assert "passed duplicate-charge: handled well" in found.output


def test_a_test_that_fails_is_told_with_its_place_and_why(folder: Folder) -> None:
    folder.spoil("{tells_nothing: true, not_ends: any}", "{tells: [destination]}")

    found = run("test", folder.root)

    assert found.exit_code == 1
    line = folder.scenario.read_text().splitlines().index("  - name: derailed") + 1
    assert f"FAILED late-train: derailed ({folder.scenario}:{line})" in found.output
    assert "The customer did not tell destination" in found.output
