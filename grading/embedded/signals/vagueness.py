"""Vagueness: words with which one says nothing that can be relied on."""

from __future__ import annotations

import re

from core.stances import Stance
from grading.embedded.heard import Heard

VAGUE = re.compile(
    r"\b(?:maybe|perhaps|might|not (?:really |quite )?sure|i (?:don'?t|wouldn'?t|couldn'?t) (?:"
    r"know|like to say|say)|it depends|somehow|some point|sort of|hard to say|difficult|"
    r"could be|possibly|we'?ll see|see (?:how it goes|what i can do)|look into)\b",
    re.IGNORECASE,
)
_SETTLED = (Stance.PROMISES, Stance.HAS_DONE, Stance.REFUSES)


def vague_share(heard: Heard) -> float:
    """Return the share of messages, 0 to 1, that are vague and settle nothing."""
    vague = [
        any(VAGUE.search(s.text) for s in turn.sentences) and not turn.shows(*_SETTLED)
        for turn in heard.turns
    ]
    return sum(vague) / len(vague)
