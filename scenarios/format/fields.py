"""Kinds of field that the files share."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

ID_PATTERN = r"^[a-z0-9][a-z0-9_-]*$"

Id = Annotated[
    str,
    Field(pattern=ID_PATTERN, max_length=64, description="Small letters, digits, - and _."),
]
"""A name that other parts of the files use."""

Title = Annotated[str, Field(min_length=1, max_length=120)]
"""A few words on one line."""

Sentence = Annotated[str, Field(min_length=1, max_length=600)]
"""A sentence or a few."""

Paragraph = Annotated[str, Field(min_length=1, max_length=6000)]
"""A paragraph or a few."""

Count = Annotated[int, Field(strict=True, ge=1, le=1000)]
"""How many; at least one."""


class FileModel(BaseModel):
    """A mapping in a file. What it does not know is a mistake of spelling, so it is refused."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        use_attribute_docstrings=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )
