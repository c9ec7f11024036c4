"""Reading a scenario with everything that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.scenario import Scenario
from scenarios.author_tests import AuthorTest
from scenarios.companions import companion, documents, revision
from scenarios.crosscheck import crosscheck
from scenarios.format import convert
from scenarios.format.persona import PersonaFile
from scenarios.format.scenario import ScenarioFile
from scenarios.format.validate import validate
from scenarios.problems import Problem, ScenarioError
from scenarios.rubric_file import RubricFile
from scenarios.shelf import Entry, Shelf, Unknown, read_entry
from scenarios.yaml_source import YamlSource, read_yaml

BUILT_IN: str = ScenarioFile.model_fields["rubric"].default
"""The rubric of scenarios that name none."""


@dataclass(frozen=True, slots=True)
class LoadedScenario:
    """A scenario, its author's tests, and the files that it was read from."""

    scenario: Scenario
    tests: tuple[AuthorTest, ...]
    rubric: RubricFile
    source: YamlSource
    persona_path: Path
    rubric_path: Path

    @property
    def path(self) -> Path:
        """The scenario's own file."""
        return self.source.path


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a scenario is made of, once all of it has been found good."""

    source: YamlSource
    file: ScenarioFile
    persona: Entry[PersonaFile]
    rubric: Entry[RubricFile]
    paths: Mapping[str, Path]


def load_scenario(path: Path | str, shelf: Shelf | None = None) -> LoadedScenario:
    """Read a scenario file, its persona and its rubric, and look at its documents.

    A `shelf` given to several calls reads shared personas and rubrics once. Raises
    ScenarioError with all problems of these files.
    """
    return _assembled(_parts(read_yaml(Path(path)), shelf or Shelf()))


def load_rubric(rubric: Path | str) -> RubricFile:
    """Read a rubric: a file by its path, or one of the library by its id.

    Raises ScenarioError.
    """
    if isinstance(rubric, Path):
        return read_entry(rubric, RubricFile).model
    try:
        return Shelf().rubric(rubric).model
    except Unknown as unknown:
        raise ScenarioError([Problem(Path("rubrics"), 0, "", *unknown.args)]) from unknown


def _parts(source: YamlSource, shelf: Shelf) -> _Parts:
    file, shape = validate(source, ScenarioFile)
    persona, no_persona = companion(source, "persona", None, shelf.persona)
    rubric, no_rubric = companion(source, "rubric", BUILT_IN, shelf.rubric)
    paths, no_documents = documents(source)
    facts = {fact.id for fact in persona.model.facts} if persona else None
    problems = [*shape, *no_persona, *no_rubric, *no_documents, *crosscheck(source, facts)]
    if problems or not (file and persona and rubric):
        raise ScenarioError(sorted(problems, key=lambda one: (one.file != source.path, one.line)))
    return _Parts(source, file, persona, rubric, paths)


def _assembled(parts: _Parts) -> LoadedScenario:
    number = revision(parts.source, parts.persona.source, parts.paths.values())
    who = convert.persona(parts.persona.model)
    return LoadedScenario(
        scenario=convert.scenario(parts.file, who, number, parts.paths),
        tests=tuple(
            convert.author_test(test, parts.source.place(("tests", number)).line)
            for number, test in enumerate(parts.file.tests)
        ),
        rubric=parts.rubric.model,
        source=parts.source,
        persona_path=parts.persona.source.path,
        rubric_path=parts.rubric.source.path,
    )
