"""Phrases that stand for care and cost none."""

from __future__ import annotations

import re

_FORMULA = re.compile(
    r"\b(?:sorry|apolog\w+|regret)\b.{0,25}\b(?:for|about) (?:any|the|this|all|your)?\s*"
    r"(?:\w+ )?(?:inconvenience|trouble|confusion|delay|issue|wait|experience)\b(?: "
    r"(?:caused|this (?:has )?\w+))?"
    r"|\bi (?:completely |totally |fully |do )?(?:understand|apprec\w+) (?:your|"
    r"the) (?:frustration|concern|situation|patience)s?\b"
    r"|\b(?:we|i) value (?:you|your)\b|\byour (?:call|business) is important\b|"
    r"^\W*(?:i'?m |we'?re )?(?:so |very )?sorry(?: (?:about|for) (?:that|this|it))?\W*$"
    r"|\bsorry (?:that |if )?you (?:feel|felt) (?:that|this) way"
    r"|\bi(?:'m| am) (?:\w+ )?sorry to hear (?:that|this|about (?:that|this))\W*$",
    re.IGNORECASE,
)
_ROOM = 40
"""Characters that may surround a formula before the sentence says something of its own."""


def is_formula(sentence: str) -> bool:
    """Whether a sentence says little besides a formula."""
    plain = sentence.replace("\u2019", "'")
    found = _FORMULA.search(plain)
    return found is not None and len(plain) - (found.end() - found.start()) <= _ROOM
