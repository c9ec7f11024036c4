"""From a YAML file to a model, with everything wrong told in an author's words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from scenarios.format.meanings import Mistake, meaning
from scenarios.problems import Problem, choice, quoted
from scenarios.yaml_source import YamlSource
from scenarios.yaml_tree import Trail

Model = TypeVar("Model", bound=BaseModel)


def validate(source: YamlSource, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    """Return the model, or None and all problems of the file's shape, in the file's order."""
    try:
        return model.model_validate(source.data), []
    except ValidationError as error:
        mistakes = [
            Mistake(one["type"], one["loc"], one["input"], one.get("ctx", {}), one["msg"])
            for one in error.errors(include_url=False)
        ]
    problems = {_problem(source, model, one) for one in mistakes if not _follows(one)}
    return None, sorted(problems, key=_order)


def _follows(mistake: Mistake) -> bool:
    """Whether a list is called too short only because items of it have mistakes of their own."""
    listed = isinstance(mistake.given, list)
    return listed and mistake.kind == "too_short" and bool(mistake.given)


def _order(problem: Problem) -> tuple[int, str]:
    return problem.line, problem.field


def _problem(source: YamlSource, model: type[BaseModel], mistake: Mistake) -> Problem:
    trail = _trail(source, mistake.loc)
    if mistake.kind == "extra_forbidden":
        what = f"{quoted(trail[-1])} is no field here"
        return source.problem(trail, what, choice(trail[-1], _fields(model, trail[:-1])))
    what, mend = meaning(mistake, source.place(trail).text)
    if mistake.kind == "missing":
        trail = (*trail, str(mistake.loc[-1]))
    return source.problem(trail, what, mend)


def _trail(source: YamlSource, loc: tuple[int | str, ...]) -> Trail:
    """Return where in the file an error is: without the marks that pydantic puts in between."""
    trail: Trail = ()
    for step in loc:
        if (*trail, step) in source.places:
            trail = (*trail, step)
    return trail


def _fields(model: type[BaseModel], trail: Trail) -> list[str]:
    """Return the names of the fields that may stand at this place of a file."""
    models = [model]
    for step in trail:
        if isinstance(step, str):
            models = [inner for outer in models for inner in _models(_annotation(outer, step))]
    return [field.alias or name for one in models for name, field in one.model_fields.items()]


def _annotation(model: type[BaseModel], key: str) -> Any:  # noqa: ANN401 - any annotation
    for name, field in model.model_fields.items():
        if key == (field.alias or name):
            return field.annotation
    return None


def _models(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
