"""Personas and rubrics: where they are looked for, and reading each of them once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Generic, TypeVar

from scenarios.crosscheck import crosscheck
from scenarios.disk import MEGABYTE, read_bytes, unreadable
from scenarios.format.persona import PersonaFile
from scenarios.format.validate import validate
from scenarios.problems import ScenarioError, choice, quoted
from scenarios.rubric_file import RubricFile
from scenarios.yaml_source import YamlSource, read_yaml

LIBRARY: Final = Path(__file__).parent / "library"
"""The folder of the library that comes with the product."""
SUFFIXES: Final = (".yaml", ".yml")

Model = TypeVar("Model", PersonaFile, RubricFile)


class Unknown(Exception):  # noqa: N818 - a name that leads nowhere; who used it tells where
    """There is no persona or rubric of this id; carries what is wrong and the mend."""


@dataclass(frozen=True, slots=True)
class Entry(Generic[Model]):
    """A file that was read and found good."""

    source: YamlSource
    model: Model


@dataclass(slots=True)
class Shelf:
    """Reads persona and rubric files, each at most once."""

    _personas: dict[Path, Entry[PersonaFile]] = field(default_factory=dict)
    _rubrics: dict[Path, Entry[RubricFile]] = field(default_factory=dict)

    def persona(self, persona_id: str, scenario: Path) -> Entry[PersonaFile]:
        """Return the persona that a scenario means. Raises Unknown and ScenarioError."""
        path = _find(persona_id, scenario, "persona")
        return _named(persona_id, "persona", _read(path, PersonaFile, self._personas))

    def rubric(self, rubric_id: str, scenario: Path | None = None) -> Entry[RubricFile]:
        """Return the rubric that a scenario means; without one, that of the library.

        Raises Unknown and ScenarioError.
        """
        path = _find(rubric_id, scenario, "rubric")
        return _named(rubric_id, "rubric", _read(path, RubricFile, self._rubrics))


def read_entry(path: Path, model: type[Model]) -> Entry[Model]:
    """Read a persona or rubric file. Raises ScenarioError with everything wrong in it."""
    source = read_yaml(path)
    value, problems = validate(source, model)
    problems += crosscheck(source)
    if value is None or problems:
        raise ScenarioError(problems)
    return Entry(source, value)


def _read(path: Path, model: type[Model], known: dict[Path, Entry[Model]]) -> Entry[Model]:
    if path not in known:
        known[path] = read_entry(path, model)
    return known[path]


def _named(expected: str, kind: str, entry: Entry[Model]) -> Entry[Model]:
    if entry.model.id != expected:
        what = f"this file calls itself {quoted(entry.model.id)}, and is named otherwise"
        mend = "Give the file and what it holds the same name."
        raise ScenarioError([entry.source.problem((kind,), what, mend)])
    return entry


def _find(wanted: str, scenario: Path | None, kind: str) -> Path:
    folders = [folder / f"{kind}s" for folder in _around(scenario)]
    beside = [scenario.parent] if scenario else []
    for folder in [*beside, *folders]:
        for suffix in SUFFIXES:
            path = folder / f"{wanted}{suffix}"
            if path != scenario and path.exists() and not (folder in beside and is_scenario(path)):
                return path
    known = sorted({path.stem for folder in folders for path in yaml_files(folder)})
    raise Unknown(f"there is no {kind} {quoted(wanted)}", choice(wanted, known))


def _around(scenario: Path | None) -> Iterator[Path]:
    if scenario:
        yield scenario.absolute().parent.parent
    yield LIBRARY


def is_scenario(path: Path) -> bool:
    """Whether a file has a line `scenario:`, as scenarios do; whatever else is wrong with it."""
    if unreadable(path, MEGABYTE):
        return False
    return bool(re.search(rb"^scenario\s*:", read_bytes(path, MEGABYTE), re.MULTILINE))


def yaml_files(folder: Path) -> list[Path]:
    """Return the YAML files right in a folder, by name; none when it cannot be listed."""
    try:
        return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES)
    except OSError:
        return []
