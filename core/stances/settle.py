"""How the stances of one clause get along: what excludes, weakens or brings another."""

from itertools import pairwise

from core.stances.model import Stance
from core.stances.questions import requests
from core.stances.reading import Reading
from core.stances.signs import Sign
from core.stances.subjects import Person
from core.stances.verbal import verbal

_STANCES = frozenset(stance.value for stance in Stance)
_COMMITTING = frozenset((Stance.PROMISES, Stance.HAS_DONE))
_PARDONED = {
    Stance.RUDE: Sign.NOT_RUDE,
    Stance.BLAMES: Sign.NOT_BLAMING,
    Stance.DISMISSES: Sign.NOT_DISMISSING,
}
_WEAKENING = frozenset((Stance.REFUSES, Stance.HEDGES))


def stances(reading: Reading) -> frozenset[Stance]:
    """Give the stances of one clause."""
    found = {Stance(sign) for sign in reading.signs if sign in _STANCES}
    found |= verbal(reading)
    _settle_feelings(found, reading)
    _settle_questions(found, reading)
    _settle_commitment(found, reading)
    _settle_rest(found, reading)
    return frozenset(found)


def _settle_feelings(found: set[Stance], reading: Reading) -> None:
    pardon = reading.question and reading.body == ("sorry",)
    if pardon or Sign.MISHEARD in reading.signs:
        found.discard(Stance.APOLOGISES)
    found -= {stance for stance, pardon in _PARDONED.items() if pardon in reading.signs}
    if Stance.RUDE in found:
        found.discard(Stance.ACKNOWLEDGES)


def _settle_questions(found: set[Stance], reading: Reading) -> None:
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
        found -= _COMMITTING | {Stance.ACKNOWLEDGES}
        found -= {Stance.OFFERS} if "if" not in reading.lean else set()
    elif _orders_not(found, reading) and not reading.question:
        found -= {Stance.ASKS, Stance.REQUESTS}


def _orders_not(found: set[Stance], reading: Reading) -> bool:
    """Whether what looks like a request is none: "never tell anyone your PIN", "hold on"."""
    return Sign.NOT_ASKING in reading.signs or bool(found & {Stance.SAYS_GOODBYE, Stance.STALLS})


def _settle_commitment(found: set[Stance], reading: Reading) -> None:
    """Make commitment, doubt and refusal exclude one another."""
    if Sign.CANCELS in reading.signs:
        found -= _COMMITTING | {Stance.REFUSES}
    if Sign.HOLLOW in reading.signs:
        found -= _COMMITTING
    if Sign.NOT_HEDGING in reading.signs:
        found.discard(Stance.HEDGES)
    if not reading.question:
        _weaken(found, reading)
        _offer_or_promise(found, reading)
    if found & _WEAKENING:
        found -= _COMMITTING
    if Stance.PROMISES in found and Sign.SEQUENCE in reading.signs:
        found.discard(Stance.HAS_DONE)
    if Stance.HEDGES in found:
        found -= {Stance.STALLS} - reading.signs


def _weaken(found: set[Stance], reading: Reading) -> None:
    """Take a commitment back that an adverb of doubt or a condition goes with."""
    doubtful = (
        found & (_COMMITTING | {Stance.OFFERS}) if Sign.HEDGE_WORD in reading.signs else set()
    )
    if reading.conditional:
        doubtful |= found & {Stance.PROMISES, Stance.OFFERS}
        doubtful -= {Stance.OFFERS} if _of_theirs(reading) else set()
    if doubtful:
        found -= doubtful
        found.add(Stance.HEDGES)
    if Stance.REFUSES in found:
        found -= {Stance.HEDGES, Stance.OFFERS}
    if Stance.HEDGES in found:
        found.discard(Stance.OFFERS)


def _of_theirs(reading: Reading) -> bool:
    """Whether the condition is a bargain: "10 % if you sign"."""
    return bool({("if", "you"), ("if", "we")} & set(pairwise(reading.lean)))


def _offer_or_promise(found: set[Stance], reading: Reading) -> None:
    """Read "I can refund that for you now" as a promise; "I can offer ..." stays an offer."""
    polite = Sign.CONSENT in reading.signs or "or" in reading.lean or Stance.OFFERS in reading.signs
    can = any(g.modal == "can" and g.person is Person.US for g in reading.groups)
    if Stance.OFFERS in found and Sign.NOW in reading.signs and can and not polite:
        found.discard(Stance.OFFERS)
        found.add(Stance.PROMISES)


def _settle_rest(found: set[Stance], reading: Reading) -> None:
    content = found - {Stance.AGREES, Stance.DISAGREES}
    if not content and not reading.question and len(reading.lean) > 2:  # noqa: PLR2004
        found.add(Stance.EXPLAINS)
