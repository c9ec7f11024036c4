"""The stances of a text, clause by clause."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.stances.clauses import Segment, segments_of
from core.stances.commitment import commitment
from core.stances.fragments import fragment, imperative, scheduled
from core.stances.groups import Group, groups_of
from core.stances.lean import leans
from core.stances.lexicon import FILLERS, OPENERS
from core.stances.model import Clause, Stance
from core.stances.phrases import PhraseIndex
from core.stances.questions import asks, requests
from core.stances.signs import Sign
from core.stances.tables import CLASSES, TABLES
from core.stances.verbs import is_gerund, is_participle
from core.stances.words import words_of

INDEX = PhraseIndex(TABLES, CLASSES)

_COMMITTING = frozenset((Stance.PROMISES, Stance.HAS_DONE))
_WEAKENING = frozenset((Stance.REFUSES, Stance.HEDGES))


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one pass over a clause has found."""

    segment: Segment
    lean: tuple[str, ...]
    """The words without fillers."""
    body: tuple[str, ...]
    """``lean`` without openers."""
    signs: frozenset[str]
    groups: tuple[Group, ...]
    question: bool
    conditional: bool


def read(text: str) -> tuple[Clause, ...]:
    """Split ``text`` into clauses, in order, and tell the stances of each.

    Total over any string; the time is linear in its length.
    """
    words = words_of(text)
    if not words:
        return _wordless(text)
    clauses: list[Clause] = []
    carried = False
    for segment in segments_of(text, words):
        reading = _analyse(segment, carried=carried and segment.continues)
        carried = reading.conditional
        if segment.end > segment.start:
            clauses.append(_clause(text, reading))
    return tuple(_take_back(clauses))


def _wordless(text: str) -> tuple[Clause, ...]:
    stripped = text.strip()
    if not stripped:
        return ()
    start = len(text) - len(text.lstrip())
    return (
        Clause(
            stripped,
            start,
            start + len(stripped),
            frozenset(),
            negated=False,
            conditional=False,
            question="?" in stripped,
            anaphoric=False,
        ),
    )


def _analyse(segment: Segment, *, carried: bool) -> _Reading:
    lean = tuple(
        w for i, w in enumerate(segment.words) if w not in FILLERS and not (w == "so" and i)
    )
    lean = lean or segment.words
    lead = _lead(lean)
    signs = frozenset((*INDEX.signs(lean, lead), *INDEX.signs(segment.words, lead)))
    groups = tuple(groups_of(segment.words))
    question = asks(segment, lean[lead:], groups)
    sequence = Sign.SEQUENCE in signs and Sign.REPORTS_BACK not in signs
    conditional = (carried or sequence or Sign.CONDITION in signs) and Sign.CONSENT not in signs
    return _Reading(
        segment, lean, lean[lead:], signs, groups, question=question, conditional=conditional
    )


def _lead(lean: Sequence[str]) -> int:
    """Index of the first word that is no opener; 0 where there are only openers."""
    index = 0
    while index < len(lean) and lean[index] in OPENERS | {"of"}:
        if lean[index] == "of" and lean[index + 1 : index + 2] != ("course",):
            break
        index += 1
    return index if index < len(lean) else 0


def _clause(text: str, reading: _Reading) -> Clause:
    segment = reading.segment
    return Clause(
        text[segment.start : segment.end],
        segment.start,
        segment.end,
        frozenset(_stances(reading)),
        negated=any(g.negated for g in reading.groups)
        or bool({"no", "not", "never"} & set(reading.body)),
        conditional=reading.conditional,
        question=reading.question,
        anaphoric=leans(reading.lean),
    )


def _stances(reading: _Reading) -> set[Stance]:
    found = {Stance(sign) for sign in reading.signs if sign in _STANCES}
    found |= _verbal(reading)
    _settle_feelings(found, reading)
    _settle_questions(found, reading)
    _settle_commitment(found, reading)
    _settle_rest(found, reading)
    return found


_STANCES = frozenset(stance.value for stance in Stance)


def _verbal(reading: _Reading) -> set[Stance]:
    """What the verbs say, apart from the phrases."""
    please = "please" in reading.lean
    body = tuple(w for w in reading.body if w != "please")
    found = commitment(reading.groups, reading.segment.words)
    if body[:2] in {("let", "me"), ("let", "us")}:
        found |= _let_me(body[2:], ours=body[1] == "me")
    elif body[:2] == ("going", "to"):
        found |= _let_me(body[2:], ours=True)
    elif not reading.groups or _headless(reading):
        found |= fragment(body) | scheduled(body)
    if Sign.FREE_RELATIVE in reading.signs:
        found |= _what_i_do(reading.segment.words)
    if not found:
        found |= imperative(body, please=please)
    return found


def _headless(reading: _Reading) -> bool:
    """Whether a participle opens the clause and the first verb group comes later."""
    words, body = reading.segment.words, reading.body
    first = words.index(body[0])
    return (is_participle(body[0]) or is_gerund(body[0])) and reading.groups[0].start > first


def _let_me(rest: Sequence[str], *, ours: bool) -> set[Stance]:
    """Read "let me refund that" as "I will refund that"."""
    if not rest or rest[0] in {"know", "tell", "explain"}:
        return set()
    future = tuple(groups_of(("i", "will", *rest)))
    found = commitment(future, ("i", "will", *rest))
    return found if ours or rest[0] in {"get", "book", "make", "do", "set", "sort"} else set()


def _what_i_do(words: Sequence[str]) -> set[Stance]:
    """Read "what I'll do is refund it" as "I'll refund it"."""
    at = words.index("is") if "is" in words else len(words)
    auxiliary = next(
        (w for w in words[:at] if w in {"will", "have", "can", "did", "am", "are"}), ""
    )
    if auxiliary in {"have", "did"}:
        return {Stance.HAS_DONE}
    if auxiliary == "can":
        return {Stance.OFFERS}
    return _let_me(words[at + 1 :], ours=True)


def _settle_feelings(found: set[Stance], reading: _Reading) -> None:
    if Sign.MISHEARD in reading.signs:
        found.discard(Stance.APOLOGISES)
    rough = found & {Stance.RUDE}
    if rough:
        found.discard(Stance.ACKNOWLEDGES)


def _settle_questions(found: set[Stance], reading: _Reading) -> None:
    if Stance.CHECKS_BACK in found and not (reading.question or reading.segment.tagged):
        so = reading.lean[:1] == ("so",) and reading.segment.opening
        openers = so or "make" in reading.lean or "making" in reading.lean or "to" in reading.lean
        if not openers:
            found.discard(Stance.CHECKS_BACK)
    if reading.question:
        found -= _COMMITTING | {Stance.REFUSES, Stance.HEDGES}
        found.add(Stance.ASKS)
        if requests(reading.body):
            found.add(Stance.REQUESTS)
    if Sign.ASKING in reading.signs:
        found.add(Stance.ASKS)
        found -= {Stance.PROMISES, Stance.HEDGES, Stance.OFFERS} if not reading.question else set()
    if Stance.CHECKS_BACK in found:
        found.add(Stance.ASKS)
        found.discard(Stance.ACKNOWLEDGES)
        found -= {Stance.OFFERS} if "if" not in reading.lean else set()
    elif found & {Stance.SAYS_GOODBYE, Stance.STALLS} and not reading.question:
        found -= {Stance.ASKS, Stance.REQUESTS}


def _settle_commitment(found: set[Stance], reading: _Reading) -> None:
    """Make commitment, doubt and refusal exclude one another."""
    signs = reading.signs
    if Sign.CANCELS in signs:
        found -= _COMMITTING | {Stance.REFUSES}
    if Sign.HOLLOW in signs:
        found -= _COMMITTING
    if (
        Sign.HEDGE_WORD in signs
        and found & (_COMMITTING | {Stance.OFFERS})
        and not reading.question
    ):
        found -= _COMMITTING | {Stance.OFFERS}
        found.add(Stance.HEDGES)
    if reading.conditional and found & {Stance.PROMISES, Stance.OFFERS} and not reading.question:
        found -= {Stance.PROMISES, Stance.OFFERS}
        found.add(Stance.HEDGES)
    if Stance.REFUSES in found:
        found -= {Stance.HEDGES, Stance.OFFERS}
    if (
        Stance.OFFERS in found
        and Sign.NOW in signs
        and not reading.question
        and Sign.CONSENT not in signs
    ):
        found.discard(Stance.OFFERS)
        found.add(Stance.PROMISES)
    if found & _WEAKENING:
        found -= _COMMITTING
    if Stance.HEDGES in found:
        found -= {Stance.OFFERS} if not reading.question else set()
        found -= {Stance.STALLS} - signs


def _settle_rest(found: set[Stance], reading: _Reading) -> None:
    content = found - {Stance.AGREES, Stance.DISAGREES}
    if not content and not reading.question and len(reading.lean) > 3:  # noqa: PLR2004
        found.add(Stance.EXPLAINS)


def _take_back(clauses: Sequence[Clause]) -> list[Clause]:
    """Read "I'd love to refund you, but I can't" as the refusal alone."""
    kept = list(clauses)
    for index in range(1, len(kept)):
        if (
            Stance.REFUSES in kept[index].stances
            and _turns(kept[index].text)
            and _wished(kept[index - 1].text)
        ):
            before = kept[index - 1]
            kept[index - 1] = replace(before, stances=before.stances - _WISHED)
    return kept


_WISHED = frozenset((Stance.PROMISES, Stance.OFFERS, Stance.HEDGES))


def _turns(text: str) -> bool:
    return next((w.text for w in words_of(text)), "") in {
        "but",
        "however",
        "unfortunately",
        "sadly",
        "only",
    }


def _wished(text: str) -> bool:
    said = {w.text for w in words_of(text)}
    return bool(said & {"would", "wish", "love", "happy", "want", "wanted", "like"})
