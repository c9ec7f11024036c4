"""Verb groups: subject, modal, polarity, aspect and main verb, found in a row of words.

The parser goes from auxiliary to auxiliary (or from pronoun to bare verb), looks back for the
subject and forward for the verb: "the second fee | has not been | waived" is a passive perfect
with a thing as subject, negated.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.stances.lexicon import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    DO,
    BETWEEN,
    FILLERS,
    HAVE,
    LINKS,
    MODALS,
    NEGATORS,
    NOBODY,
    OPENERS,
    OUTSIDERS,
    PREPOSITIONS,
    PRONOUNS,
    SOMEBODY,
    TEAM,
    THEY,
    THING,
    US,
    WH,
)
from core.stances.verbs import DEEDS, is_gerund, is_participle, lemma

_BEFORE_MAY = frozenset(("in", "of", "by", "since", "until", "next", "last", "from", "end"))
NOUN_PHRASE = 7
"""How many words back a subject may begin."""


class Person(StrEnum):
    """Who the subject is."""

    US = "us"
    YOU = "you"
    TEAM = "team"
    THEM = "them"
    SOMEBODY = "somebody"
    OUTSIDER = "outsider"
    THING = "thing"


class Aspect(StrEnum):
    """How the action lies in time."""

    SIMPLE = "simple"
    PAST = "past"
    PROGRESSIVE = "progressive"
    PERFECT = "perfect"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Group:
    """A subject and its verb."""

    person: Person
    modal: str
    negated: bool
    never: bool
    aspect: Aspect
    passive: bool
    verb: str
    """The base form where it is known."""
    link: str
    """The word before the subject, "" at the beginning."""
    inverted: bool
    start: int
    end: int
    """Index after the verb."""


@dataclass(slots=True)
class _Chain:
    """What has been read of auxiliaries so far."""

    modal: str = ""
    negated: bool = False
    never: bool = False
    aspect: Aspect = Aspect.SIMPLE
    passive: bool = False
    be: bool = False
    position: int = 0


def groups_of(words: Sequence[str]) -> Iterator[Group]:
    """Yield the verb groups of ``words`` in order."""
    index = 0
    while index < len(words):
        group = _at(words, index)
        if group is not None and group.end > index:
            yield group
            index = group.end
        else:
            index += 1


def _at(words: Sequence[str], index: int) -> Group | None:
    word = words[index]
    month = word == "may" and index and words[index - 1] in _BEFORE_MAY
    if word in AUXILIARIES and not month:
        return _with_auxiliary(words, index)
    following = skip(words, index + 1)
    if word in PRONOUNS and word not in NOBODY | {"all", "both", "which"}:
        return _bare(words, index, following)
    if word in TEAM and is_participle(_word(words, following)):
        return _bare(words, index, following)
    return None


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


def _word(words: Sequence[str], index: int) -> str:
    return words[index] if 0 <= index < len(words) else ""


def _bare(words: Sequence[str], index: int, following: int) -> Group | None:
    """Read a subject with a verb and no auxiliary: "we refunded", "I think", "we never refund"."""
    never = _word(words, following) == "never"
    negated = _word(words, following) in NEGATORS
    if negated:
        following = skip(words, following + 1)
    verb = _word(words, following)
    if not verb or verb in AUXILIARIES | PREPOSITIONS | PRONOUNS | {"be", "been", "sorry"}:
        return None
    past = is_participle(verb)
    person, link, start, _ = subject(words, index + 1)
    aspect = Aspect.PAST if past else Aspect.SIMPLE
    return Group(
        person,
        "",
        negated,
        never,
        aspect,
        passive=False,
        verb=lemma(verb) if past else verb,
        link=link,
        inverted=False,
        start=start,
        end=following + 1,
    )


def _with_auxiliary(words: Sequence[str], index: int) -> Group | None:
    person, link, start, negated = subject(words, index)
    begin, inverted = index, _inverts(words, index, start)
    after = index + 1
    if inverted:
        after = skip(words, after)
        if _word(words, after) in NEGATORS:
            negated, after = True, after + 1
        person, after = _subject_after(words, after)
    chain = _Chain(negated=negated, position=after)
    _auxiliary(chain, words[index])
    _read_chain(chain, words)
    if words[index] == "do" and start == index and chain.negated and not inverted:
        person = Person.YOU
    if chain.position >= len(words) and not chain.modal:
        return None
    verb = _word(words, chain.position)
    return Group(
        person,
        chain.modal,
        chain.negated,
        chain.never,
        chain.aspect,
        passive=chain.passive,
        verb=_main(chain, verb),
        link=link,
        inverted=inverted,
        start=min(start, begin),
        end=max(chain.position, index) + 1,
    )


def _main(chain: _Chain, verb: str) -> str:
    if chain.passive or chain.aspect in {Aspect.PERFECT, Aspect.PROGRESSIVE}:
        return lemma(verb)
    return verb


def _auxiliary(chain: _Chain, word: str) -> None:
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


def _read_chain(chain: _Chain, words: Sequence[str]) -> None:
    """Read on from ``chain.position`` to the main verb."""
    while chain.position < len(words):
        word = words[chain.position]
        after = _word(words, skip(words, chain.position + 1))
        if word in BETWEEN:
            chain.position += 1
        elif word in NEGATORS:
            chain.negated = not chain.negated
            chain.never = chain.never or word == "never"
            chain.position += 1
        elif not _step(chain, word, after):
            return


def _step(chain: _Chain, word: str, after: str) -> bool:
    """Take one word into the chain; tell whether it goes on."""
    if word in {"be", "been", "being"}:
        _progress(chain, word)
    elif word == "to" and chain.modal == "ought":
        chain.modal = "should"
    elif chain.be and word == "getting" and is_participle(after):
        chain.aspect = Aspect.PROGRESSIVE
    elif word == "have" and (after == "been" or (chain.modal and is_participle(after))):
        chain.aspect = Aspect.PERFECT
    elif chain.be and word in {"going", "about"} and after == "to":
        chain.aspect, chain.modal, chain.be = Aspect.FUTURE, chain.modal or "will", False
        chain.position += 1
    elif chain.be and word == "able" and after == "to":
        chain.modal, chain.be = "can" if chain.modal in {"", "will"} else chain.modal, False
        chain.position += 1
    else:
        return _verb(chain, word)
    chain.position += 1
    return True


def _progress(chain: _Chain, word: str) -> None:
    if word == "being":
        chain.aspect = Aspect.PROGRESSIVE
    chain.be = True


def _verb(chain: _Chain, word: str) -> bool:
    """Settle voice and aspect at the main verb; always the end of the chain."""
    if chain.be and is_participle(word):
        chain.passive = True
    elif chain.be and is_gerund(word):
        chain.aspect = Aspect.PROGRESSIVE
        chain.be = False
    elif chain.aspect is Aspect.PERFECT and not is_participle(word) and not chain.be:
        chain.aspect = Aspect.SIMPLE
    return False


def _inverts(words: Sequence[str], index: int, start: int) -> bool:
    """Whether the auxiliary stands before its subject, as in a question."""
    nexts = skip(words, index + 1)
    if _word(words, nexts) == "not":
        nexts = skip(words, nexts + 1)
    following, word = _word(words, nexts), words[index]
    begins = start == index
    if not begins or not following:
        return False
    if word in DO | {"have", "had"}:
        return following in {"you", "we", "i", "they", "he", "she", "these", "those"} or (
            word in {"does", "did"} and following not in NEGATORS
        )
    if following in PRONOUNS | DETERMINERS:
        return True
    return word in MODALS and not _verblike(following)


def _verblike(word: str) -> bool:
    return word in DEEDS or word in {"be", "do", "have", "not", "see", "try", "check", "look", "go"}


def _subject_after(words: Sequence[str], index: int) -> tuple[Person, int]:
    """Read the subject of an inverted group."""
    index = skip(words, index)
    word = _word(words, index)
    if word in PRONOUNS:
        return person_of(word), index + 1
    end = index
    while end < min(len(words), index + 4) and words[end] not in AUXILIARIES | {"be", "been"}:
        if end > index and (is_participle(words[end]) or words[end] in DEEDS):
            break
        end += 1
    return _phrase_person(words[index:end]), end


def subject(words: Sequence[str], index: int) -> tuple[Person, str, int, bool]:
    """Look back from ``index``: the person, the word before the subject, its start, "no ..."."""
    at = index - 1
    while at >= 0 and words[at] in FILLERS:
        at -= 1
    word = _word(words, at)
    if not word or word in WH | {"and", "but", "or", "then", "yes", "so", "okay", "if", "please"}:
        return Person.US, word, index, False
    crowd = word == "people" and at and words[at - 1] not in LINKS
    if word in PRONOUNS and not crowd:
        before = _word(words, at - 1)
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
    link = _word(words, begin - 1)
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
