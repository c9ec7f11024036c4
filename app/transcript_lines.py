"""Reading a file of transcripts, line by line, without trusting any of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from pydantic import ValidationError

from grading.transcript import Transcript

LONGEST = 2_000_000
"""Bytes of one line; a call of an hour takes about 100,000."""

_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is no transcript. `number` counts from 1; `what` ends without a full stop."""

    file: str
    number: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.number}: {self.what}. The line was passed over."


def read_lines(file: BinaryIO, name: str) -> Iterator[Transcript | BadLine]:
    """Yield what each line holds. Empty lines hold nothing."""
    number = 0
    while line := file.readline(LONGEST + 1):
        number += 1
        if len(line) > LONGEST:
            _skip_rest(file, line)
            yield BadLine(name, number, f"it is longer than {LONGEST // 1_000_000} MB")
        elif line.strip():
            yield _read(line.removeprefix(_MARK) if number == 1 else line, name, number)


def _read(line: bytes, name: str, number: int) -> Transcript | BadLine:
    try:
        return Transcript.parse(line.strip())
    except ValidationError as error:
        return BadLine(name, number, _said(error))


def _skip_rest(file: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = file.readline(LONGEST)


def _said(error: ValidationError) -> str:
    """Say the first fault in words for whoever made the file."""
    first = error.errors(include_input=False, include_url=False)[0]
    if first["type"] == "json_invalid":
        return f"it is not JSON ({first['ctx']['error']})"
    where = ".".join(str(part) for part in first["loc"])
    message = str(first["msg"])
    return f"{where or 'the line'}: {message[0].lower()}{message[1:]}".rstrip(".")
