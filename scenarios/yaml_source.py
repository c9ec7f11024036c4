"""A YAML file as plain data that knows on which line everything stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scenarios.disk import MEGABYTE, read_bytes
from scenarios.problems import Problem, ScenarioError
from scenarios.yaml_errors import explained
from scenarios.yaml_tree import Complaint, Place, Refused, Trail, Tree, grow

EACH = "*"
# All control characters but tab and line ends, and marks that turn the direction of writing.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff]"
)


@dataclass(frozen=True, slots=True)
class YamlSource:
    """What a file holds. `places` has the place of every value, by the trail that leads to it."""

    path: Path
    content: bytes
    data: Mapping[str, Any]
    places: Mapping[Trail, Place]

    def place(self, trail: Trail) -> Place:
        """Return the place of a value, or of the nearest thing around it that is in the file."""
        while trail and trail not in self.places:
            trail = trail[:-1]
        return self.places[trail]

    def problem(self, trail: Trail, what: str, mend: str) -> Problem:
        """Return a problem with the value at `trail`."""
        return Problem(self.path, self.place(trail).line, self.field(trail), what, mend)

    def field(self, trail: Trail) -> str:
        """Return a trail as people read it; see `Problem.field`."""
        said, here = "", self.data
        for step in trail:
            here = _inside(here, step)
            named = here.get("id") if isinstance(here, dict) else None
            said += f"[{named or int(step) + 1}]" if isinstance(step, int) else f".{step}"
        return said.removeprefix(".")

    def find(self, *pattern: str) -> Iterator[tuple[Trail, Any]]:
        """Yield trail and value of everything at `pattern`, where EACH stands for any item.

        What is missing, or of another shape than the pattern, yields nothing.
        """
        found: list[tuple[Trail, Any]] = [((), self.data)]
        for step in pattern:
            found = [
                ((*trail, key), value[key]) for trail, value in found for key in _keys(value, step)
            ]
        yield from found


def read_yaml(path: Path) -> YamlSource:
    """Read a YAML file that holds one mapping. Raises ScenarioError with everything wrong."""
    content = read_bytes(path, MEGABYTE)
    try:
        tree = _grow(content)
    except Refused as refused:
        raise ScenarioError([_problem(path, refused.args[0])]) from refused
    if tree.complaints:
        raise ScenarioError(_problem(path, complaint) for complaint in tree.complaints)
    return YamlSource(path, content, tree.data, tree.places)


def _grow(content: bytes) -> Tree:
    tree = _parse(_decode(content))
    if tree.data is None:
        raise Refused((0, "the file is empty", "Write something into it, or delete it."))
    if not isinstance(tree.data, dict):
        raise Refused((1, "the file is no mapping", 'Begin it with a line like "title: ...".'))
    for trail, place in tree.places.items():
        if UNSEEN.search(place.text) or any(UNSEEN.search(str(step)) for step in trail[-1:]):
            tree.complaints.append((place.line, *_UNSEEN))
    return tree


_UNSEEN = "the text holds a character that cannot be seen", "Delete it and type the text anew."


def _decode(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Refused((line, "the file is not UTF-8", "Save it as UTF-8.")) from error
    if found := UNSEEN.search(text):
        raise Refused((text.count("\n", 0, found.start()) + 1, *_UNSEEN))
    return text


def _parse(text: str) -> Tree:
    try:
        return grow(text)
    except yaml.YAMLError as error:
        raise Refused(explained(error, text)) from error


def _problem(path: Path, complaint: Complaint) -> Problem:
    line, what, mend = complaint
    return Problem(path, line, "", what, mend)


def _inside(value: Any, step: str | int) -> Any:  # noqa: ANN401 - YAML holds anything
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return None


def _keys(value: object, step: str) -> list[Any]:
    if isinstance(value, list):
        return list(range(len(value))) if step == EACH else []
    if isinstance(value, dict):
        return list(value) if step == EACH else [step] * (step in value)
    return []
