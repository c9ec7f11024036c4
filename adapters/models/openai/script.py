"""A conversation as a script: who says what, one turn a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.attempt import Speaker, Turn

LONGEST_TURN = 1_500
"""Characters of a turn that a model is shown of what went before."""
_ROLES = {Speaker.CUSTOMER: "Customer", Speaker.TRAINEE: "Agent"}


@dataclass(frozen=True, slots=True)
class Spoken:
    """One line of the script."""

    who: str
    text: str


def script_of(turns: Sequence[Turn], nonce: str) -> list[Spoken]:
    """Return the turns as lines."""
    return [Spoken(_ROLES[turn.speaker], one_line(turn.text, nonce)) for turn in turns]


def one_line(text: str, nonce: str, longest: int = LONGEST_TURN) -> str:
    """Return the text without line breaks, so that no turn can forge another, or the fence."""
    return " ".join(text.split())[:longest].replace(nonce, "")
