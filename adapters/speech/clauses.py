"""Cuts a line into what is spoken in one breath, so that its first sound comes quickly."""

from __future__ import annotations

import re
from collections.abc import Iterator

FIRST = 10
"""Characters that the first clause has at least: shorter ones sound chopped off."""
_SENTENCE = 2
LATER = 60
"""Characters that later clauses have at least, where the line is long enough: the longer, the
better the melody, and there is sound to listen to meanwhile."""
_TOO_LONG = 45
"""Characters without a mark after which a clause is cut before a conjunction."""
_MARK = re.compile(r"[,;:.!?…]+[\"')\]]*\s+")
_CONJUNCTION = re.compile(
    r"\s(?=(?:because|which|who|when|while|unless|until|if"
    r"|(?:and|but|so|or)\s(?:i|you|he|she|it|we|they|nobody|now|then|my|your|the|this|that|there))"
    r"\b)",
    re.IGNORECASE,
)


def clauses(text: str) -> Iterator[str]:
    """Yield the clauses of a line; joined by a space they are the line."""
    rest, least = text.strip(), FIRST
    while rest:
        at = _cut(rest, least)
        yield rest[:at].strip()
        rest, least = rest[at:].strip(), LATER


def _cut(text: str, least: int) -> int:
    """Return where the first clause ends."""
    mark = next(
        (m.end() for m in _MARK.finditer(text) if _fits(m.start(), m.end(), text, least)), 0
    )
    if least == FIRST and (mark or len(text)) > _TOO_LONG:
        joint = next((m.end() for m in _CONJUNCTION.finditer(text) if m.start() >= 2 * FIRST), 0)
        mark = min(joint or len(text), mark or len(text))
    return mark or len(text)


def _fits(start: int, end: int, text: str, least: int) -> bool:
    """Whether enough stands before and after. "Dr. " and "No. 4" are no ends."""
    abbreviated = re.search(r"\b(?:Mr|Mrs|Ms|Dr|St|No)$", text[:start]) is not None
    closed = text[start] in ".!?…"
    enough = start >= (_SENTENCE if closed and least == FIRST else least)
    return enough and len(text) - end >= FIRST and not abbreviated
