"""The roster: who takes part, from a file that an administrator wrote."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field

from app.roster_csv import read_csv
from core.people import Person, Role
from scenarios.format.fields import FileModel
from scenarios.format.validate import validate
from scenarios.problems import Problem, ScenarioError, choice, quoted
from scenarios.yaml_source import EACH, UNSEEN, YamlSource, read_yaml

_ID = re.compile(r"[A-Za-z0-9._+@-]{1,80}")
_BREAKS = re.compile("[\t\n\r\u2028\u2029]")
_YAML = frozenset({".yaml", ".yml"})


def one_line(text: str) -> str:
    """Return text that shows as it stands. Raises ValueError(what, mend)."""
    if UNSEEN.search(text) or _BREAKS.search(text):
        what = "the text holds a control character"
        raise ValueError(what, "Delete it, and write the text on one line.")
    return text


def _id(text: str) -> str:
    if not _ID.fullmatch(text):
        mend = (
            "Use letters, digits, dots, - and _, at most 80; in Slack and Teams an e-mail will do."
        )
        raise ValueError(f"{quoted(text)} cannot be an id", mend)
    return text


def _zone(text: str) -> str:
    known = available_timezones()
    if text not in known:
        near = get_close_matches(text[:60], known, n=1)
        mend = f"Did you mean {quoted(near[0])}?" if near else 'Write it so: "Europe/London".'
        raise ValueError(f"{quoted(text)} is no time zone", mend)
    return text


_Line = Annotated[str, Field(max_length=100), AfterValidator(one_line)]
_Name = Annotated[str, Field(min_length=1, max_length=100), AfterValidator(one_line)]


class PersonFile(FileModel):
    """One person of a roster."""

    id: Annotated[str, AfterValidator(_id)]
    name: _Name
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]
    team: _Line = ""
    time_zone: Annotated[str, AfterValidator(_zone)] = "UTC"
    coaches: tuple[str, ...] = ()
    """Ids of trainees."""
    manages: tuple[_Name, ...] = ()
    """Names of teams."""

    def person(self, workspace: str) -> Person:
        """Return the person as the practice knows them."""
        return Person(
            self.id,
            workspace,
            self.name,
            frozenset(self.roles),
            self.team,
            self.time_zone,
            frozenset(self.coaches),
            frozenset(self.manages),
        )


class RosterFile(FileModel):
    """People to add or update."""

    people: Annotated[tuple[PersonFile, ...], Field(min_length=1)]


def read_source(path: Path) -> tuple[YamlSource, list[Problem]]:
    """Read the file's text, YAML or CSV by its name. Raises ScenarioError if there is no going on.

    The problems are those of the text; `check` finds the others.
    """
    suffix = path.suffix.lower()
    if suffix == ".csv":
        return read_csv(path)
    if suffix in _YAML:
        return read_yaml(path), []
    what = "a roster is a .yaml, .yml or .csv file"
    raise ScenarioError([Problem(path, 0, "", what, "Save it as one of these.")])


def check(source: YamlSource, present: Collection[str]) -> tuple[RosterFile | None, list[Problem]]:
    """Return the roster and what is wrong with it; `present` are ids of the workspace's people."""
    roster, problems = validate(source, RosterFile)
    return roster, [*problems, *_doubled(source), *_coach_nobody(source, present)]


def _doubled(source: YamlSource) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for trail, id_ in _words(source, "id"):
        if id_ in first:
            what = f"{quoted(id_)} stands here twice; the first is on line {first[id_]}"
            yield source.problem(trail, what, "Keep one of them, or give one another id.")
        first.setdefault(id_, source.place(trail).line)


def _coach_nobody(source: YamlSource, present: Collection[str]) -> Iterator[Problem]:
    known = {id_ for _, id_ in _words(source, "id")} | set(present)
    for trail, id_ in _words(source, "coaches", EACH):
        if id_ not in known:
            what = f"{quoted(id_)} is nobody in this file or the workspace"
            yield source.problem(trail, what, choice(id_, sorted(known)))


def _words(source: YamlSource, *pattern: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for trail, value in source.find("people", EACH, *pattern):
        if isinstance(value, str):
            yield trail, value.strip()
