"""The auxiliaries of a verb group, read from left to right: modal, polarity, aspect and voice."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.stances.forms import is_gerund, is_participle, lemma
from core.stances.lexicon import BE, BETWEEN, HAVE, MODALS, NEGATORS
from core.stances.lexicon import words as word_class
from core.stances.subjects import skip, word_at


class Aspect(StrEnum):
    """How the action lies in time."""

    SIMPLE = "simple"
    PAST = "past"
    PROGRESSIVE = "progressive"
    PERFECT = "perfect"
    FUTURE = "future"


_GERUNDS = word_class("setting going training building meeting shipping billing pricing")
"""Nouns elsewhere, verbs after "am"."""


_ASIDES = frozenset(
    tuple(line.split())
    for line in ("as of now", "as of today", "as we speak", "as you asked", "for you now")
)
"""Asides of three words that may stand within a verb group: "I have, as of now, cancelled it"."""


@dataclass(slots=True)
class Chain:
    """What has been read of auxiliaries so far."""

    modal: str = ""
    negated: bool = False
    never: bool = False
    aspect: Aspect = Aspect.SIMPLE
    passive: bool = False
    be: bool = False
    position: int = 0
    """Of the next word to read; in the end that of the main verb."""


def read_chain(words: Sequence[str], first: str, start: int, *, negated: bool) -> Chain:
    """Read from the auxiliary ``first``, going on at ``start``, to the main verb."""
    chain = Chain(negated=negated, position=start)
    _auxiliary(chain, first)
    _go_on(chain, words)
    return chain


def main_verb(chain: Chain, verb: str) -> str:
    """Give the base form of the verb that ends the chain."""
    if chain.passive or chain.aspect in {Aspect.PERFECT, Aspect.PROGRESSIVE}:
        return lemma(verb)
    return verb


def _auxiliary(chain: Chain, word: str) -> None:
    if word in MODALS:
        chain.modal = "will" if word == "shall" else word
    elif word in HAVE:
        chain.aspect = Aspect.PERFECT
    elif word in BE:
        chain.be = True
        if word in {"was", "were"} and chain.aspect is Aspect.SIMPLE:
            chain.aspect = Aspect.PAST
    elif word == "did":
        chain.aspect = Aspect.PAST


def _go_on(chain: Chain, words: Sequence[str]) -> None:
    """Read on from ``chain.position`` to the main verb."""
    while chain.position < len(words):
        word = words[chain.position]
        after = word_at(words, skip(words, chain.position + 1))
        if word in BETWEEN:
            chain.position += 1
        elif tuple(words[chain.position : chain.position + 3]) in _ASIDES:
            chain.position += 3
        elif word in NEGATORS:
            chain.negated = not chain.negated
            chain.never = chain.never or word == "never"
            chain.position += 1
        elif not _step(chain, word, after):
            return


def _step(chain: Chain, word: str, after: str) -> bool:
    """Take one word into the chain; tell whether it goes on."""
    if word in {"be", "been", "being"}:
        _progress(chain, word)
    elif word == "to" and chain.modal == "ought":
        chain.modal = "should"
    elif chain.be and word == "getting" and is_participle(after):
        chain.aspect = Aspect.PROGRESSIVE
    elif word == "have" and (
        after == "been"
        or (chain.modal and (is_participle(after) or after in {"come", "run", "become"}))
    ):
        chain.aspect = Aspect.PERFECT
    elif chain.be and word in {"going", "about"} and after == "to":
        intended = "would" if chain.aspect is Aspect.PAST else "will"
        chain.aspect, chain.modal, chain.be = Aspect.FUTURE, chain.modal or intended, False
        chain.position += 1
    elif chain.be and word == "able" and after == "to":
        chain.modal, chain.be = "can" if chain.modal in {"", "will"} else chain.modal, False
        chain.position += 1
    else:
        return _verb(chain, word)
    chain.position += 1
    return True


def _progress(chain: Chain, word: str) -> None:
    if word == "being":
        chain.aspect = Aspect.PROGRESSIVE
    chain.be = True


def _verb(chain: Chain, word: str) -> bool:
    """Settle voice and aspect at the main verb; always the end of the chain."""
    if chain.be and is_participle(word):
        chain.passive = True
    elif chain.be and (is_gerund(word) or word in _GERUNDS):
        chain.aspect = Aspect.PROGRESSIVE
        chain.be = False
    elif chain.aspect is Aspect.PERFECT and not is_participle(word) and not chain.be:
        chain.aspect = Aspect.SIMPLE
    return False
