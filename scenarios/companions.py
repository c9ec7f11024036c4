"""What a scenario file needs beside it: a persona, a rubric, documents.

Everything is looked for even when the file has other problems, so that all are told at once.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from scenarios.documents import Unusable, digest, locate
from scenarios.format.fields import ID_PATTERN
from scenarios.problems import Problem, ScenarioError
from scenarios.shelf import Entry, Model, Unknown
from scenarios.yaml_source import EACH, YamlSource

REVISION_DIGITS = 12


def companion(
    source: YamlSource,
    kind: str,
    default: str | None,
    find: Callable[[str, Path], Entry[Model]],
) -> tuple[Entry[Model] | None, list[Problem]]:
    """Return the persona or rubric that the scenario names, or None and what is wrong."""
    wanted = source.data.get(kind, default)
    if not isinstance(wanted, str) or not re.fullmatch(ID_PATTERN, wanted):
        return None, []  # told of already, as a mistake of shape
    try:
        return find(wanted, source.path), []
    except Unknown as unknown:
        return None, [source.problem((kind,), *unknown.args)]
    except ScenarioError as error:
        return None, list(error.problems)


def documents(source: YamlSource) -> tuple[dict[str, Path], list[Problem]]:
    """Return where each document and attachment lies, by its path as written."""
    paths: dict[str, Path] = {}
    problems = []
    for kind in ("documents", "attachments"):
        for trail, value in source.find(kind, EACH, "file"):
            name = value.strip() if isinstance(value, str) else ""
            try:
                paths |= {name: locate(source.path, name)} if name else {}
            except Unusable as unusable:
                problems.append(source.problem(trail, *unusable.args))
    return paths, problems


def revision(scenario: YamlSource, persona: YamlSource, files: Iterable[Path]) -> str:
    """Return the digest of everything that makes a call what it is: 12 hexadecimal digits.

    Each part is digested by itself first, so that nothing can move from one to the next.
    """
    whole = hashlib.sha256()
    for source in (scenario, persona):
        whole.update(hashlib.sha256(source.content).digest())
    for path in files:
        whole.update(digest(path))
    return whole.hexdigest()[:REVISION_DIGITS]
