"""Verb groups: subject, modal, polarity, aspect and main verb, found in a row of words.

The parser goes from auxiliary to auxiliary (or from pronoun to bare verb), looks back for the
subject and forward for the verb: "the second fee | has not been | waived" is a passive perfect
with a thing as subject, negated.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.stances.chain import Aspect, main_verb, read_chain
from core.stances.forms import is_participle, lemma
from core.stances.lexicon import (
    AUXILIARIES,
    DETERMINERS,
    DO,
    MODALS,
    NEGATORS,
    NOBODY,
    PREPOSITIONS,
    PRONOUNS,
    TEAM,
)
from core.stances.subjects import Person, skip, subject, subject_after, word_at
from core.stances.verbs import DEEDS

_BEFORE_MAY = frozenset(("in", "of", "by", "since", "until", "next", "last", "from", "end"))
"""Before these "may" is a month."""


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
    if word in TEAM and is_participle(word_at(words, following)):
        return _bare(words, index, following)
    return None


def _bare(words: Sequence[str], index: int, following: int) -> Group | None:
    """Read a subject with a verb and no auxiliary: "we refunded", "I think", "we never refund"."""
    never = word_at(words, following) == "never"
    negated = word_at(words, following) in NEGATORS
    if negated:
        following = skip(words, following + 1)
    verb = word_at(words, following)
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
        if word_at(words, after) in NEGATORS:
            negated, after = True, after + 1
        person, after = subject_after(words, after)
    chain = read_chain(words, words[index], after, negated=negated)
    if words[index] == "do" and start == index and chain.negated and not inverted:
        person = Person.YOU
    if chain.position >= len(words) and not chain.modal:
        return None
    verb = word_at(words, chain.position)
    return Group(
        person,
        chain.modal,
        chain.negated,
        chain.never,
        chain.aspect,
        passive=chain.passive,
        verb=main_verb(chain, verb),
        link=link,
        inverted=inverted,
        start=min(start, begin),
        end=max(chain.position, index) + 1,
    )


def _inverts(words: Sequence[str], index: int, start: int) -> bool:
    """Whether the auxiliary stands before its subject, as in a question."""
    nexts = skip(words, index + 1)
    if word_at(words, nexts) == "not":
        nexts = skip(words, nexts + 1)
    following, word = word_at(words, nexts), words[index]
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
