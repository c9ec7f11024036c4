from __future__ import annotations

import time
from pathlib import Path

import pytest

from core.beats import Act
from core.errors import PracticeError
from core.ports import Library
from scenarios.library import FolderLibrary, load_stock
from scenarios.problems import ScenarioError
from tests.unit.scenarios.folder import Folder


def test_the_shipped_library_has_nothing_wrong_with_it() -> None:
    library = FolderLibrary()

    assert library.problems == ()
    assert len(library.all()) >= 7


def test_scenarios_come_by_category_and_title(folder: Folder) -> None:
    library: Library = FolderLibrary([folder.root])

    every = library.all()

    assert [(one.category, one.title) for one in every] == sorted(
        (one.category, one.title) for one in every
    )
    assert library.scenario("late-train") in every


def test_a_scenario_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(PracticeError, match='Did you mean "duplicate-charge"'):
        FolderLibrary().scenario("duplicate-change")


def test_files_that_cannot_be_used_are_left_out_and_told_of(folder: Folder) -> None:
    folder.spoil("mode: hybrid", "mode: telegraph")

    library = FolderLibrary([folder.root])

    assert [problem.field for problem in library.problems] == ["mode"]
    assert "late-train" not in {one.id for one in library.all()}
    assert library.scenario("duplicate-charge").title == "Charged twice"


def test_a_problem_that_two_scenarios_share_is_told_once(folder: Folder) -> None:
    text = folder.scenario.read_text().replace("scenario: late-train", "scenario: again")
    (folder.scenario.parent / "again.yaml").write_text(text)
    folder.spoil("drift: slow", "drift: slowly", file="persona")

    assert len(FolderLibrary([folder.root]).problems) == 1


def test_a_folder_of_ones_own_goes_before_the_library(folder: Folder) -> None:
    folder.spoil("scenario: late-train", "scenario: duplicate-charge")

    library = FolderLibrary([folder.root])

    assert library.scenario("duplicate-charge").title == "The late train"
    assert library.problems == ()


def test_two_scenarios_of_one_name_in_a_folder_are_told_of(folder: Folder) -> None:
    (folder.scenario.parent / "other.yaml").write_text(folder.scenario.read_text())

    (problem,) = FolderLibrary([folder.root]).problems

    assert problem.file.name == "other.yaml"
    assert '"late-train" is the name of late-train.yaml already' in problem.what


def test_a_plain_folder_may_hold_other_files(folder: Folder) -> None:
    (folder.scenario.parent / "compose.yaml").write_text("services: {}\n")

    library = FolderLibrary([folder.scenario.parent])

    assert library.scenario("late-train").title == "The late train"
    assert library.problems == ()


@pytest.mark.parametrize("name", ["missing", "file.txt"])
def test_a_folder_that_is_none_adds_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").touch()

    assert len(FolderLibrary([tmp_path / name]).all()) == len(FolderLibrary().all())


def test_the_rubric_and_the_tests_come_along(folder: Folder) -> None:
    loaded = FolderLibrary([folder.root]).loaded("late-train")

    assert loaded.rubric_path == folder.rubric
    assert len(loaded.tests) == 3


def test_the_stock_has_lines_for_what_any_customer_does() -> None:
    stock = dict(load_stock("en"))

    assert {Act.PRESS, Act.NUDGE, Act.PUZZLED, Act.DEFLECT} <= set(stock)
    assert all(lines for lines in stock.values())


@pytest.mark.parametrize("language", ["xx", "../personas/kim", ""])
def test_a_language_without_stock_is_told_with_those_that_have(language: str) -> None:
    with pytest.raises(ScenarioError, match=r"There is .*en"):
        load_stock(language)


def test_the_library_is_read_in_the_time_of_a_blink() -> None:
    FolderLibrary()
    began = time.process_time()

    FolderLibrary()

    assert time.process_time() - began < 0.7
