"""What is wrong in a file, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from core.errors import PracticeError

_SHOWN = 60
_LISTED = 20


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing an author can mend.

    `line` counts from 1, and is 0 when the file as a whole is meant. `field` is the way to the
    value, with ids in brackets where there are ids and places counted from 1 where there are
    none: `objections[told_before].lines[2].mood`. `what` and `mend` carry no full stop of their
    own at the end of `what`; `mend` is a whole sentence.
    """

    file: Path
    line: int
    field: str
    what: str
    mend: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else str(self.file)
        field = f" {self.field}:" if self.field else ""
        return f"{where}:{field} {self.what}. {self.mend}".rstrip()


class ScenarioError(PracticeError):
    """A scenario, persona, rubric or stock file that cannot be used, with all that is wrong."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def quoted(value: object) -> str:
    """Return a value for showing: in quotes, short, and without anything a terminal obeys."""
    text = str(value)
    if len(text) > _SHOWN:
        text = text[: _SHOWN - 1] + "…"
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text) + '"'


def choice(wrong: object, known: Sequence[str]) -> str:
    """Return a mend for a word that is not one of `known`: the nearest, and what there is."""
    if not known:
        return "There are none to name here."
    near = get_close_matches(str(wrong)[:_SHOWN], known, n=1)
    guess = f"Did you mean {quoted(near[0])}? " if near else ""
    more = f" and {len(known) - _LISTED} more" if len(known) > _LISTED else ""
    return f"{guess}There is {', '.join(known[:_LISTED])}{more}."
