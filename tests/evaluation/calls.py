"""Calls written out beforehand, with the bands that a coach gave them before any judge did."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from core.rehearsal import ScriptLine
from core.scoring import Verdict

FILE = Path(__file__).with_name("calls.jsonl")


class Band(StrEnum):
    """What a coach says of a criterion, more coarsely than with a score."""

    LOW = "low"  # 1 or 2
    MIDDLE = "middle"  # 3
    HIGH = "high"  # 4 or 5


@dataclass(frozen=True, slots=True)
class LabelledCall:
    """What a trainee says to the customer of a scenario, and what a coach thinks of it."""

    id: str
    scenario: str
    manner: str
    script: tuple[ScriptLine, ...]
    expect: Mapping[str, Band]
    passes: bool

    @property
    def held_out(self) -> bool:
        """Whether this call only measures, and no rule was made with it in view."""
        return hashlib.sha256(self.id.encode()).digest()[0] % 2 == 0

    @property
    def verdict(self) -> Verdict:
        """The verdict that the coach would give."""
        return Verdict.PASSED if self.passes else Verdict.FAILED


def labelled_calls() -> list[LabelledCall]:
    """Return every call of the file, in its order."""
    with FILE.open(encoding="utf-8") as lines:
        return [_call(json.loads(line)) for line in lines]


def band(score: int | None) -> Band | None:
    """Return the band of a score, None for what was not scored."""
    if score is None:
        return None
    return Band.MIDDLE if score == 3 else Band.LOW if score < 3 else Band.HIGH


def _call(plain: dict[str, object]) -> LabelledCall:
    expect, says = plain["expect"], plain["says"]
    assert isinstance(expect, dict)
    assert isinstance(says, list)
    return LabelledCall(
        id=str(plain["id"]),
        scenario=str(plain["scenario"]),
        manner=str(plain["manner"]),
        script=tuple(ScriptLine(text) for text in says),
        expect={criterion: Band(value) for criterion, value in expect.items()},
        passes=bool(plain["passes"]),
    )
