"""Whether a sentence is the agent's, or that of somebody who is not a person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from adapters.models.role_words import AGENT, DIRECTION, LABELS, TRADE, UNREAL
from core.stances import Stance, read

_COMMITS = frozenset({Stance.PROMISES, Stance.HAS_DONE, Stance.OFFERS})
_OWN_DOING = re.compile(r"\b(?:i|we|let\s+me|let\s+us|let's)\b|\b(?:i|we)['’]", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:you|they|he|she|somebody|someone|one|it)\s+(?:\w+\s+){0,3}"
    r"(?:said|told|promised|say|says)\b|\bif\b",
    re.IGNORECASE,
)


def speaks_as_agent(sentence: str) -> bool:
    """Whether the sentence offers help, asks for account details, or promises the agent's deeds."""
    plain = sentence.replace("’", "'")
    if AGENT.search(plain):
        return True
    return any(
        clause.stances & _COMMITS
        and not clause.negated
        and TRADE.search(clause.text)
        and _OWN_DOING.search(clause.text)
        and not _TOLD.search(plain[: clause.end])
        for clause in read(plain)
    )


def leaves_the_part(sentence: str, labels: Sequence[str], authored: str) -> bool:
    """Whether the sentence knows of machines, prompts or exercises, or is no speech at all.

    A suspicious word is forgiven when the author's own text uses it: a customer may well talk
    of "the score" in a scenario about a credit score.
    """
    plain = sentence.replace("’", "'")
    if DIRECTION.search(plain) or labelled(plain, labels) or _narrates(plain, labels):
        return True
    own = authored.casefold()
    return any(found.group().casefold() not in own for found in UNREAL.finditer(plain))


def _narrates(sentence: str, labels: Sequence[str]) -> bool:
    """Whether the customer is told of in the third person, as in a story or in the prompt."""
    names = "|".join(re.escape(name) for name in labels if name) or "(?!)"
    told = (
        rf"\b(?:{names})\s+(?:feels|says|said|replies|responds|answers|sighs|thinks|nods|hangs"
        r"|slams|pauses|leaves|ends|speaks|wants|seems)\b"
    )
    mood = rf"\b(?:{names})\s+is\s+(?:angry|frustrated|confused|calm|happy|the\s+customer)\b"
    return bool(re.search(rf"{told}|{mood}|^as\s+(?:{names})\b", sentence, re.IGNORECASE))


def labelled(sentence: str, labels: Sequence[str]) -> int:
    """Return the length of the speaker's label that the sentence begins with, 0 without one."""
    names = "|".join([LABELS, *(re.escape(name) for name in labels if name)])
    found = re.match(rf"\s*(?:{names})\s*(?:\([^)]*\)\s*)?:\s*", sentence, re.IGNORECASE)
    return found.end() if found else 0
