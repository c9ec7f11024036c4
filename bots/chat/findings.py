"""What a check of an app's credentials found: the same form for every chat surface."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.errors import PracticeError


class Level(StrEnum):
    """How bad it is."""

    GOOD = "good"
    UNSURE = "unsure"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: a sentence, and what to mend if something is wrong."""

    level: Level
    sentence: str
    mend: str = ""

    def __str__(self) -> str:
        return f"{self.sentence} {self.mend}".strip()


def refuse(found: Sequence[Finding], platform: str) -> None:
    """Raise PracticeError that tells everything that is wrong, if anything is.

    `platform` is who does not take the settings, as people call it.
    """
    if wrong := [finding for finding in found if finding.level is Level.WRONG]:
        lines = "".join(f"\n  - {finding}" for finding in wrong)
        raise PracticeError(f"{platform} does not take these settings:{lines}")
