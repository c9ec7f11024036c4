"""Who does it: the subject of a verb, before it or, in a question, behind it."""

from collections.abc import Sequence
from enum import StrEnum

from core.stances.forms import is_participle
from core.stances.lexicon import (
    AUXILIARIES,
    DETERMINERS,
    FILLERS,
    LINKS,
    NOBODY,
    OPENERS,
    OUTSIDERS,
    PRONOUNS,
    SOMEBODY,
    TEAM,
    THEY,
    THING,
    US,
    WH,
)
from core.stances.verbs import DEEDS

NOUN_PHRASE = 7
"""How many words back a subject may begin."""

_NO_SUBJECT = WH | frozenset(("and", "but", "or", "then", "yes", "so", "okay", "if", "please"))
"""Before a verb these leave its subject out: "and will refund it"."""


class Person(StrEnum):
    """Who the subject is."""

    US = "us"
    YOU = "you"
    TEAM = "team"
    THEM = "them"
    SOMEBODY = "somebody"
    OUTSIDER = "outsider"
    THING = "thing"


def person_of(pronoun: str) -> Person:
    """Tell who a pronoun is."""
    if pronoun in US:
        return Person.US
    if pronoun == "you":
        return Person.YOU
    if pronoun in THEY and pronoun != "who":
        return Person.THEM
    if pronoun in SOMEBODY:
        return Person.SOMEBODY
    return Person.THING if pronoun in THING | NOBODY else Person.THEM


def skip(words: Sequence[str], index: int) -> int:
    """Go past fillers."""
    while index < len(words) and words[index] in FILLERS | {
        "now",
        "still",
        "only",
        "always",
        "then",
    }:
        index += 1
    return index


def word_at(words: Sequence[str], index: int) -> str:
    """Give the word at ``index``, "" where there is none."""
    return words[index] if 0 <= index < len(words) else ""


def subject(words: Sequence[str], index: int) -> tuple[Person, str, int, bool]:
    """Look back from ``index``: the person, the word before the subject, its start, "no ..."."""
    at = index - 1
    while at >= 0 and words[at] in FILLERS:
        at -= 1
    word = word_at(words, at)
    if not word or word in _NO_SUBJECT:
        return Person.US, word, index, False
    crowd = word == "people" and at and words[at - 1] not in LINKS
    if word in PRONOUNS and not crowd:
        before = word_at(words, at - 1)
        return person_of(word), before, at, word in NOBODY
    return _noun_phrase(words, at)


def _noun_phrase(words: Sequence[str], at: int) -> tuple[Person, str, int, bool]:
    begin = at
    while begin > max(0, at - NOUN_PHRASE):
        before = words[begin - 1]
        if before in AUXILIARIES or (
            before in PRONOUNS - {"none", "nobody"} and before not in DETERMINERS
        ):
            break
        if before in LINKS and before not in DETERMINERS and before not in {"of", "for", "to"}:
            break
        begin -= 1
    phrase = words[begin : at + 1]
    link = word_at(words, begin - 1)
    denied = phrase[0] in {"no", "neither", "none", "nobody"} and len(phrase) > 1
    if all(word in OPENERS | FILLERS for word in phrase):
        return Person.US, link, at + 1, False
    return _phrase_person(phrase), link, begin, denied


def _phrase_person(phrase: Sequence[str]) -> Person:
    if any(word in OUTSIDERS for word in phrase):
        return Person.OUTSIDER
    if any(word in TEAM or word.removesuffix("s") in TEAM for word in phrase[-2:]):
        return Person.TEAM
    return Person.SOMEBODY if phrase and phrase[-1] in SOMEBODY else Person.THING


def subject_after(words: Sequence[str], index: int) -> tuple[Person, int]:
    """Read the subject of an inverted group."""
    index = skip(words, index)
    word = word_at(words, index)
    if word in PRONOUNS:
        return person_of(word), index + 1
    end = index
    while end < min(len(words), index + 4) and words[end] not in AUXILIARIES | {"be", "been"}:
        if end > index and (is_participle(words[end]) or words[end] in DEEDS):
            break
        end += 1
    return _phrase_person(words[index:end]), end
