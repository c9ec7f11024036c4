"""Looking through files and folders of any kind that the format knows."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scenarios.disk import MEGABYTE, read_bytes, unreadable
from scenarios.format.persona import PersonaFile
from scenarios.format.stock import StockFile
from scenarios.format.validate import validate
from scenarios.lint import lint
from scenarios.lint.texts import twins_in
from scenarios.loader import load_scenario
from scenarios.problems import Problem, ScenarioError
from scenarios.rubric_file import RubricFile
from scenarios.shelf import SUFFIXES, Shelf, read_entry
from scenarios.yaml_source import read_yaml


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in one file: what is wrong with it, and what could be better."""

    path: Path
    errors: tuple[Problem, ...] = ()
    advice: tuple[Problem, ...] = ()


def inspect(paths: Iterable[Path]) -> Iterator[Report]:
    """Look through files, and folders with all that is in them."""
    shelf = Shelf()
    for path in paths:
        if not path.is_dir():
            yield _report(path, shelf)
            continue
        files = list(_files(path))
        if not files:
            what, mend = "this folder holds no scenario", "Name another, or a file."
            yield Report(path, (Problem(path, 0, "", what, mend),))
        for file in files:
            yield _report(file, shelf)


def _report(path: Path, shelf: Shelf) -> Report:
    try:
        return Report(path, advice=_LOOKS[kind_of(path) or _SCENARIO](path, shelf))
    except ScenarioError as error:
        return Report(path, errors=error.problems)


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder that the format knows; hidden ones and others are left out."""
    for place, inner, names in os.walk(folder):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if path.suffix in SUFFIXES and not name.startswith(".") and kind_of(path):
                yield path


def kind_of(path: Path) -> str | None:
    """Tell what kind of file this is, by its folder or by its first words; None: none of ours."""
    if path.parent.name in _FOLDERS:
        return _FOLDERS[path.parent.name]
    if unreadable(path, MEGABYTE):
        return None
    keys = set(_KEY.findall(read_bytes(path, MEGABYTE)))
    return next((kind for kind in _LOOKS if kind.encode() in keys), None)


def _scenario(path: Path, shelf: Shelf) -> tuple[Problem, ...]:
    return lint(load_scenario(path, shelf))


def _persona(path: Path, _: Shelf) -> tuple[Problem, ...]:
    return tuple(twins_in(read_entry(path, PersonaFile).source))


def _rubric(path: Path, _: Shelf) -> tuple[Problem, ...]:
    read_entry(path, RubricFile)
    return ()


def _stock(path: Path, _: Shelf) -> tuple[Problem, ...]:
    source = read_yaml(path)
    problems = validate(source, StockFile)[1]
    if problems:
        raise ScenarioError(problems)
    return tuple(twins_in(source))


_SCENARIO: Final = "scenario"
_LOOKS: Final[dict[str, Callable[[Path, Shelf], tuple[Problem, ...]]]] = {
    _SCENARIO: _scenario,
    "persona": _persona,
    "rubric": _rubric,
    "lines": _stock,
}
# A scenario names a persona and a rubric too, so the order of kinds decides.
_KEY: Final = re.compile(rb"^(scenario|persona|rubric|lines)[ \t]*:", re.MULTILINE)
_FOLDERS: Final = {
    "scenarios": _SCENARIO,
    "personas": "persona",
    "rubrics": "rubric",
    "lines": "lines",
}
