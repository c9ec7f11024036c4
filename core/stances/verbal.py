"""What the verbs of a clause say, finite or not."""

from collections.abc import Sequence

from core.stances.commitment import commitment
from core.stances.forms import is_gerund, is_participle
from core.stances.fragments import arranged, fragment, imperative, moved, presented, scheduled
from core.stances.groups import groups_of
from core.stances.model import Stance
from core.stances.reading import Reading
from core.stances.signs import Sign


def verbal(reading: Reading) -> set[Stance]:
    """Give the stances that the verbs show, apart from the phrases."""
    please = "please" in reading.lean
    body = tuple(w for w in reading.body if w != "please")
    found = commitment(reading.groups, reading.segment.words)
    if body[:2] in {("let", "me"), ("let", "us")}:
        found |= _let_me(body[2:], ours=body[1] == "me")
    elif body[:2] == ("going", "to"):
        found |= _let_me(body[2:], ours=True)
    elif not reading.groups or _headless(reading):
        found |= fragment(body) | moved(body)
    if Sign.FREE_RELATIVE in reading.signs:
        found |= _what_i_do(reading.segment.words)
    if not reading.question:
        found |= scheduled(body) | presented(body)
    if not found:
        found |= imperative(body, please=please)
    return found


def _headless(reading: Reading) -> bool:
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
    if not ours and arranged(rest):
        return {Stance.PROMISES}
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
