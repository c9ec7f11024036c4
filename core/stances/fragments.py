"""Clauses without a finite verb: "Refund approved", "Booked you in", "doing it now", orders."""

from collections.abc import Sequence
from itertools import pairwise

from core.stances.forms import PAST_ONLY, is_gerund, is_participle, lemma
from core.stances.lexicon import AUXILIARIES, FILLERS, PREPOSITIONS, PRONOUNS, US, words
from core.stances.model import Stance
from core.stances.possibility import WILLING, willing
from core.stances.verbs import CHECKING, DEEDS, HARMS

SHORT = 7
"""Words up to which a noun with a participle is read as a headline."""

_UNDER_WAY = words(
    "now through out today tomorrow tonight shortly your back straight right over across"
)
_SCHEDULED = words("goes ships arrives leaves lands comes")
_LATER = words("tonight tomorrow today monday tuesday wednesday thursday friday saturday sunday")
_MOVED = words("go move moves pass passes ship arrive leave come start starts begin begins")
_CONTACTING = words("ring call phone email text meet see send visit")
_CLOSING = PREPOSITIONS | _UNDER_WAY | FILLERS
_MEETING = words("meet sit talk speak say agree catch come pencil call plan put have fix go make")
_TIMES = frozenset((("on", "the"), ("next", "week"), ("two", "weeks"), ("a", "fortnight")))
_MOVING = words("coming going heading arriving on")
_INSTRUCTIONS = words("""
    check open click tap go press type select choose enter try restart reboot turn unplug plug
    scroll navigate tell describe give send show read hold wait confirm spell log sign call
    download install update look take make tick fill scan swipe hit close remember double-check
    repeat talk walk help upload reply email bring stay visit leave pop grab find name note have
    provide share follow use switch disconnect reconnect write let see put keep ask reset start
    explain head
""")
_TELLING = words(
    "tell describe give confirm spell remind repeat talk walk explain share name provide"
)


def fragment(body: Sequence[str]) -> set[Stance]:
    """Read a clause that has no verb group; ``body`` is without openers and fillers."""
    if not body:
        return set()
    first = body[0]
    if first == "try":
        return set()
    if first == "consider" and any(is_participle(word) for word in body):
        return {Stance.PROMISES}
    if first in WILLING and body[1:2] == ("to",):
        return willing(body[1:])
    if is_participle(first) and lemma(first) in DEEDS - {first}:
        return {Stance.HAS_DONE}
    return _beginning(first) if is_gerund(first) and len(body) > 1 else _headline(body)


def _beginning(gerund: str) -> set[Stance]:
    """Read "doing it now", "checking that now"."""
    if lemma(gerund) in CHECKING - DEEDS:
        return {Stance.STALLS}
    return {Stance.PROMISES} if lemma(gerund) in DEEDS and gerund != "going" else set()


def _headline(body: Sequence[str]) -> set[Stance]:
    """Read a noun with a participle: "refund approved", "refund going through now"."""
    if len(body) > SHORT or body[0] in PRONOUNS - {"all", "that", "this"}:
        return set()
    negated = body[0] in {"no", "not"} or "not" in body
    for index, word in enumerate(body[1:], start=1):
        following = body[index + 1] if index + 1 < len(body) else ""
        closes = not following or following in PREPOSITIONS | _UNDER_WAY | FILLERS
        if word in PAST_ONLY:
            return set()
        if is_participle(word) and lemma(word) in DEEDS and closes and index >= len(body) - 4:
            return {Stance.REFUSES} if negated else {Stance.HAS_DONE}
        if lemma(word) in {"reject", "decline", "deny", "refuse"} and is_participle(word):
            return {Stance.REFUSES}
        if (word in _MOVING or (is_gerund(word) and lemma(word) in DEEDS)) and _UNDER_WAY & set(
            body[index:]
        ):
            return set() if negated else {Stance.PROMISES}
    return set()


def scheduled(body: Sequence[str]) -> set[Stance]:
    """Read a present that means the future: "your order ships on the ninth"."""
    if "not" in body or "if" in body:
        return set()
    for index, word in enumerate(body[1:], start=1):
        after = body[index + 1 : index + 6]
        paid = word == "goes" and after[:1] == ("back",) and bool({"your", "you"} & set(after))
        calls = body[index - 1] in US and word in _CONTACTING and after[:1] == ("you",)
        named = body[index - 1] not in PRONOUNS | AUXILIARIES | {"to", "please"}
        goes = word in _SCHEDULED or (word in _MOVED and named)
        if paid or ((goes or calls) and _dated(after)):
            return {Stance.PROMISES}
    return set()


def _dated(after: Sequence[str]) -> bool:
    return bool(_LATER & set(after)) or bool(_TIMES & set(pairwise(after)))


def moved(body: Sequence[str]) -> set[Stance]:
    """Read "the refund went through this morning"."""
    for word, after in pairwise(body):
        if word == "went" and after in _UNDER_WAY | {"off", "into"}:
            return {Stance.HAS_DONE}
    return set()


def presented(body: Sequence[str]) -> set[Stance]:
    """Read "that's the duplicate sent back to you" and "there's your seat booked"."""
    shown = {("that", "is"), ("there", "is"), ("here", "is")}
    if tuple(body[:2]) not in shown or is_gerund("".join(body[2:3])):
        return set()
    for index, word in enumerate(body[3:8], start=3):
        if word in PRONOUNS | {"not"}:
            return set()
        if is_participle(word) and lemma(word) in DEEDS - HARMS and word not in PAST_ONLY:
            closes = body[index + 1 : index + 2]
            return {Stance.HAS_DONE} if not closes or closes[0] in _CLOSING else set()
    return set()


def arranged(rest: Sequence[str]) -> bool:
    """Tell whether "let's ..." fixes a time: "let's say Thursday at ten"."""
    return rest[0] in _MEETING and _dated(rest)


def imperative(body: Sequence[str], *, please: bool) -> set[Stance]:
    """Read an order or a request to the customer: "Open the app", "please send me a photo"."""
    if not body or body[0] in AUXILIARIES - {"have"} or body[0] in HARMS:
        return set()
    first = body[0]
    if please and (first in _INSTRUCTIONS or first in DEEDS):
        return {Stance.ASKS} if first in _TELLING else {Stance.ASKS, Stance.REQUESTS}
    if first in _INSTRUCTIONS and len(body) > 1 and body[1] not in {"is", "are", "was"}:
        return {Stance.ASKS} if first in _TELLING else {Stance.ASKS, Stance.REQUESTS}
    return set()
