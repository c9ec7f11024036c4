"""The rubric file: what an attempt is scored against. Plain fields; `grading` makes use of it."""

from __future__ import annotations

import math
from typing import Annotated

from pydantic import Field, field_validator

from scenarios.format.fields import FileModel, Id, Paragraph, Sentence, Title

_CLOSE = 0.001


class AnchorsFile(FileModel):
    """What each score from 1 to 5 looks like, in words."""

    one: Sentence = Field(alias="1")
    two: Sentence = Field(alias="2")
    three: Sentence = Field(alias="3")
    four: Sentence = Field(alias="4")
    five: Sentence = Field(alias="5")

    @property
    def texts(self) -> tuple[str, str, str, str, str]:
        """The five anchors, from the worst score to the best."""
        return self.one, self.two, self.three, self.four, self.five


class CriterionFile(FileModel):
    """One criterion, scored from 1 to 5."""

    id: Id
    name: Title
    weight: Annotated[float, Field(strict=True, gt=0, le=1)]
    """Its share of the total. All weights of a rubric sum to 1."""
    minimum: Annotated[float, Field(strict=True, ge=1, le=5)] | None = None
    """A score below this fails the attempt, whatever the average."""
    judge: Id | None = None
    """Which signals the judge that needs no model reads; a model reads the words below."""
    description: Paragraph
    """The question that the score answers."""
    anchors: AnchorsFile


class CheckFile(FileModel):
    """Something that is either so or not."""

    id: Id
    name: Title
    judge: Id
    """What decides it."""
    phrase: Sentence | None = None
    """The words that have to be said, for checks that look for words."""
    description: Paragraph | None = None
    mandatory: bool = False
    """Whether a no fails the attempt, whatever the average."""


class RubricFile(FileModel):
    """What an attempt is scored against. Nothing that plays the customer ever reads it."""

    id: Id = Field(alias="rubric")
    """The id of the rubric, which is also the name of its file."""
    title: Title
    pass_mark: Annotated[float, Field(strict=True, ge=1, le=5)] = 3.0
    """The average from which an attempt passes."""
    criteria: Annotated[tuple[CriterionFile, ...], Field(min_length=1, max_length=20)]
    checks: Annotated[tuple[CheckFile, ...], Field(max_length=40)] = ()

    @field_validator("criteria")
    @classmethod
    def _sum_of_weights(cls, criteria: tuple[CriterionFile, ...]) -> tuple[CriterionFile, ...]:
        total = math.fsum(criterion.weight for criterion in criteria)
        if abs(total - 1) > _CLOSE:
            what = f"the weights sum to {total:.4g}"
            raise ValueError(what, "Change them so that they sum to 1.")
        return criteria
