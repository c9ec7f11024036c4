"""A rubric as the grader uses it: frozen values, already validated.

The file format lives in `scenarios.rubric_file`. The revision is a digest of everything that
may move a score, so that two runs with the same revision were asked the same questions.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from math import ceil

from scenarios.rubric_file import CheckFile, CriterionFile, RubricFile

LOWEST, HIGHEST = 1, 5
"""The scale of every criterion."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing to score from 1 to 5.

    `anchors` holds what each score means, lowest first, as (score, words). `signal` names what
    the embedded judge reads; None lets it choose by name and description. A score below
    `minimum` fails the attempt whatever the average.
    """

    id: str
    name: str
    weight: float
    description: str = ""
    anchors: tuple[tuple[int, str], ...] = ()
    minimum: int | None = None
    signal: str | None = None

    @property
    def words(self) -> str:
        """Everything that the criterion says, for whoever must understand it."""
        anchors = " ".join(text for _, text in self.anchors)
        return f"{self.name}. {self.description} {anchors}".strip()


@dataclass(frozen=True, slots=True)
class Check:
    """A yes/no question. A mandatory one fails the attempt when the answer is no.

    `phrase` holds the words that have to be said, for checks that look for words.
    """

    id: str
    name: str
    description: str = ""
    phrase: str = ""
    mandatory: bool = False
    signal: str | None = None


@dataclass(frozen=True, slots=True)
class Rubric:
    """What an attempt is scored against. `pass_mark` is the lowest overall score that passes."""

    id: str
    title: str
    pass_mark: float
    criteria: tuple[Criterion, ...]
    checks: tuple[Check, ...] = ()

    @classmethod
    def of(cls, file: RubricFile) -> Rubric:
        """Return the rubric that a rubric file describes."""
        return cls(
            id=file.id,
            title=file.title,
            pass_mark=file.pass_mark,
            criteria=tuple(_criterion(criterion) for criterion in file.criteria),
            checks=tuple(_check(check) for check in file.checks),
        )

    @property
    def revision(self) -> str:
        """A digest of the content: 12 hexadecimal digits of a SHA-256."""
        plain = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(plain.encode()).hexdigest()[:12]


def _criterion(file: CriterionFile) -> Criterion:
    return Criterion(
        id=file.id,
        name=file.name,
        weight=file.weight,
        description=file.description,
        anchors=tuple(enumerate(file.anchors.texts, start=LOWEST)),
        # Scores are whole numbers: at least 2.5 and at least 3 are the same.
        minimum=None if file.minimum is None else ceil(file.minimum),
        signal=file.judge,
    )


def _check(file: CheckFile) -> Check:
    return Check(
        id=file.id,
        name=file.name,
        description=file.description or "",
        phrase=file.phrase or "",
        mandatory=file.mandatory,
        signal=file.judge,
    )
