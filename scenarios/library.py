"""Scenarios from folders: the library that comes with the product, and a workspace's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from core.errors import PracticeError
from core.scenario import Lines, Scenario
from scenarios.format.basics import by_act
from scenarios.format.stock import StockFile
from scenarios.format.validate import validate
from scenarios.loader import LoadedScenario, load_scenario
from scenarios.problems import Problem, ScenarioError, choice, quoted
from scenarios.rubric_file import RubricFile
from scenarios.shelf import LIBRARY, Shelf, is_scenario, yaml_files
from scenarios.yaml_source import read_yaml


class FolderLibrary:
    """Every scenario of the shipped library and of further folders; a `core.ports.Library`.

    A further folder holds scenarios right in it, or has a folder `scenarios` as the library
    has. Its scenarios take the place of earlier ones of the same id. Files that cannot be used
    are left out and told of in `problems`.
    """

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self._loaded: dict[str, LoadedScenario] = {}
        self.problems: tuple[Problem, ...] = ()
        shelf = Shelf()
        for folder in (LIBRARY, *folders):
            self._add(folder, shelf)
        self.problems = tuple(dict.fromkeys(self.problems))  # a persona may be used twice

    def scenario(self, scenario_id: str) -> Scenario:
        """Return the newest revision. Raises PracticeError when there is none of this id."""
        return self.loaded(scenario_id).scenario

    def loaded(self, scenario_id: str) -> LoadedScenario:
        """Return a scenario with its author's tests and rubric. Raises PracticeError."""
        if scenario_id not in self._loaded:
            sentence = f"There is no scenario {quoted(scenario_id)}."
            raise PracticeError(sentence, choice(scenario_id, sorted(self._loaded)))
        return self._loaded[scenario_id]

    def all(self) -> Sequence[Scenario]:
        """Return every scenario, by category and title."""
        every = (loaded.scenario for loaded in self._loaded.values())
        return sorted(every, key=lambda one: (one.category, one.title, one.id))

    @property
    def rubrics(self) -> Mapping[str, RubricFile]:
        """The rubrics that the scenarios name, by id."""
        return {one.rubric.id: one.rubric for one in self._loaded.values()}

    def _add(self, folder: Path, shelf: Shelf) -> None:
        found: dict[str, LoadedScenario] = {}
        for path in scenario_files(folder):
            try:
                loaded = load_scenario(path, shelf)
            except ScenarioError as error:
                self.problems += error.problems
                continue
            name = loaded.scenario.id
            if name in found:
                what = f"{quoted(name)} is the name of {found[name].path.name} already"
                self.problems += (loaded.source.problem(("scenario",), what, "Rename one."),)
                continue
            found[name] = loaded
        self._loaded |= found


def scenario_files(folder: Path) -> list[Path]:
    """Return the scenario files of a folder, or of the folder `scenarios` in it."""
    inner = folder / "scenarios"
    if inner.is_dir():
        return yaml_files(inner)
    return [path for path in yaml_files(folder) if is_scenario(path)]


def load_stock(language: str = "en") -> tuple[tuple[str, Lines], ...]:
    """Return the lines that any customer of this language may say, by act.

    Raises ScenarioError when there are none in this language, or they cannot be used.
    """
    folder = LIBRARY / "lines"
    languages = [path.stem for path in yaml_files(folder)]
    if language not in languages:
        what = f"there are no stock lines in {quoted(language)}"
        raise ScenarioError([Problem(folder, 0, "", what, choice(language, languages))])
    source = read_yaml(folder / f"{language}.yaml")
    stock, problems = validate(source, StockFile)
    if stock is None:
        raise ScenarioError(problems)
    return by_act(stock.lines)
