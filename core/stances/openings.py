"""Words with which a new clause begins: a subject and its verb, or a question."""

from collections.abc import Sequence
from itertools import pairwise

from core.stances.lexicon import AUXILIARIES, DETERMINERS, LINKS, PREPOSITIONS, PRONOUNS, WH
from core.stances.subjects import skip, word_at

_AFTER_DO = frozenset(("it", "that", "this", "these", "those", "all"))


def pronoun_clause(words: Sequence[str], index: int) -> bool:
    """Whether a pronoun and its verb stand at ``index``."""
    word = word_at(words, index)
    verb = word_at(words, skip(words, index + 1))
    if word not in PRONOUNS | {"nobody"} or not verb or not verb[0].isalpha():
        return False
    if verb in AUXILIARIES or verb in {"not", "never"}:
        return True
    plain = verb not in PREPOSITIONS | PRONOUNS
    return plain and (
        word in {"i", "we", "they", "he", "she"}
        or (
            word in {"you", "it", "that", "this"}
            and word_at(words, index - 1) in {",", "and", "so", "but"}
            and (verb.endswith("s") or word == "you")
        )
    )


def inversion(words: Sequence[str], index: int) -> bool:
    """Whether a question begins at ``index``: "can you", "how many are there"."""
    word, following = word_at(words, index), word_at(words, index + 1)
    if following == "not":
        following = word_at(words, index + 2)
    if word in AUXILIARIES:
        return following in PRONOUNS and not (
            word in {"have", "do", "had"}
            and following in {"it", "that", "this", "these", "those", "all"}
        )
    if word in WH:
        nearby = words[index + 1 : index + 4]
        return any(
            a in AUXILIARIES and b in PRONOUNS | DETERMINERS for a, b in pairwise(nearby)
        ) or (following in {"is", "are", "about"} and word != "who")
    return False


def noun_clause(words: Sequence[str], index: int) -> bool:
    """Whether "the refund has ...", "your order will ..." begins here."""
    if word_at(words, index) not in DETERMINERS:
        return False
    for at in range(index + 2, index + 6):
        if word_at(words, at) in AUXILIARIES:
            return True
        if word_at(words, at) in LINKS - {"of"} or not word_at(words, at)[:1].isalnum():
            return False
    return False
