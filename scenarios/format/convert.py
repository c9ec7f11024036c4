"""From the models of the files to the values that the practice works with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from core.scenario import Document, Persona, Scenario
from scenarios.author_tests import AuthorTest, AuthorTurn, Expectation
from scenarios.format.basics import by_act, facts
from scenarios.format.parts import exit_condition, objection, tangent, tool
from scenarios.format.persona import PersonaFile
from scenarios.format.scenario import DocumentFile, ScenarioFile
from scenarios.format.tests import AuthorTestFile, ThenFile, TurnFile


def persona(file: PersonaFile) -> Persona:
    """Return the customer that the AI plays."""
    return Persona(
        id=file.id,
        name=file.name,
        mood=file.mood,
        drift=file.drift,
        language=file.language,
        backstory=file.backstory,
        details=file.details,
        voice=file.voice,
        picture=file.picture,
        facts=facts(file.facts),
        does_not_know=file.does_not_know,
        lines=by_act(file.lines),
    )


def scenario(
    file: ScenarioFile, who: Persona, revision: str, paths: Mapping[str, Path]
) -> Scenario:
    """Return the scenario; `paths` holds where each file named in it lies."""
    return Scenario(
        id=file.id,
        revision=revision,
        title=file.title,
        goal=file.goal,
        brief=file.brief,
        category=file.category,
        mode=file.mode,
        persona=who,
        rubric_id=file.rubric,
        owner=file.owner,
        opening=file.opening,
        situation=file.situation,
        time_limit_s=round(file.time_limit_minutes * 60),
        patience=file.patience,
        monologue_words=file.monologue_words,
        documents=_documents(file.documents, paths),
        attachments=_documents(file.attachments, paths),
        facts=facts(file.facts),
        does_not_know=file.does_not_know,
        objections=tuple(objection(one) for one in file.objections),
        exits=tuple(exit_condition(one) for one in file.exit_conditions),
        tools=tuple(tool(one) for one in file.tools),
        tangents=tuple(tangent(one) for one in file.tangents),
        lines=by_act(file.lines),
    )


def _documents(files: Iterable[DocumentFile], paths: Mapping[str, Path]) -> tuple[Document, ...]:
    return tuple(Document(file.id, file.title, str(paths[file.file])) for file in files)


def author_test(file: AuthorTestFile, line: int) -> AuthorTest:
    """Return an author's test; `line` is where it begins in its file."""
    return AuthorTest(file.name, tuple(_turn(turn) for turn in file.turns), line)


def _turn(file: TurnFile | str) -> AuthorTurn:
    if isinstance(file, str):
        return AuthorTurn(file)
    return AuthorTurn(file.say, file.after_s, _expectation(file.then or ThenFile()))


def _expectation(file: ThenFile) -> Expectation:
    return Expectation(**{name: getattr(file, name) for name in ThenFile.model_fields})
