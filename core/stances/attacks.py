"""Attempts to step out of the call: at the machine, the score, the scenario or the person.

A phrase shows an attack; a guard takes it back where the same words are part of the job: a
technician may say "enable developer mode on your phone", and anyone may ask for a five-star review.
"""

import re

from core.stances.clauses import segments_of
from core.stances.masks import unmasked
from core.stances.model import Attack
from core.stances.phrasebook import ATTACK_CLASSES, ATTACKS, GUARDS
from core.stances.phrases import PhraseIndex
from core.stances.words import words_of

_INDEX = PhraseIndex(ATTACKS, ATTACK_CLASSES)
_GUARD = PhraseIndex(GUARDS, ATTACK_CLASSES)
_GRAVEST_FIRST = (
    Attack.ABUSE,
    Attack.ROLE_SWAP,
    Attack.INSTRUCTIONS,
    Attack.SCORING,
    Attack.IDENTITY,
    Attack.SCENARIO,
)
_MARKUP = re.compile(
    r"</?\s?(?:system|assistant|instructions?|prompt)\s?>|<\|[a-z_]{2,20}\|>|\[/?INST\]|<<SYS>>"
    r"|(?:^|\n)\s{0,9}(?:#{2,4}\s?)?(?:system|assistant|new instructions?)\s?:",
    re.IGNORECASE,
)
_BLOB = re.compile(r"(?<!\S)[A-Za-z0-9+/]{36,400}={0,2}(?!\S)")
"""Long enough not to be an order or a tracking number."""


def attack(text: str) -> Attack | None:
    """Tell which attack ``text`` is, the gravest where it is several, or ``None``."""
    found = {Attack.INSTRUCTIONS} if _MARKUP.search(text) or _encoded(text) else set()
    found |= _in_text(text)
    if not found and (plain := unmasked(text)) != text:
        found |= _in_text(plain)
    return next((kind for kind in _GRAVEST_FIRST if kind in found), None)


def _in_text(text: str) -> set[Attack]:
    return {kind for s in segments_of(text, words_of(text)) for kind in _in_clause(s.words)}


def _in_clause(words: tuple[str, ...]) -> set[Attack]:
    """Find the attacks of one clause, less those that a guard takes back."""
    lead = next((i for i, word in enumerate(words) if word not in ATTACK_CLASSES["lead"]), 0)
    found = set(_INDEX.signs(words, lead))
    if not found:
        return set()
    return {Attack(sign) for sign in found - set(_GUARD.signs(words, lead))}


def _encoded(text: str) -> bool:
    """Whether a word looks like Base64: long, and of capitals, small letters and digits."""
    return any(
        any(c.isupper() for c in blob)
        and any(c.islower() for c in blob)
        and any(c.isdigit() for c in blob)
        for blob in _BLOB.findall(text)
    )
