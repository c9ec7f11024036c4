"""Groups without modal: what has been done, what is under way, what is only believed."""

from collections.abc import Sequence

from core.stances.chain import Aspect
from core.stances.forms import is_participle, lemma
from core.stances.future import in_progress
from core.stances.groups import Group
from core.stances.lexicon import words
from core.stances.model import Stance
from core.stances.possibility import WILLING, willing
from core.stances.subjects import Person
from core.stances.verbs import DEEDS, DENIED, GOOD_FOR_YOU, HARMS, MENTAL, UNCERTAIN

_DEFINITE = words("the your that this it everything my our you its all these those both he she")
_HABIT = words("""
    within every once when usually monthly annually after weekly daily normally always whenever
    per until
""")
_STATES = words(
    "back live active online unlocked done sorted complete yours gone confirmed resolved"
)
_NOT_DONE = words("charge include cover set need know see hear")
_YOURS = words("place order open sign buy download return")
"""In the past passive more often the customer's doing than ours: "the order was placed in May"."""
_REJECTED = words("decline reject refuse deny")
_MISTAKEN = words("wrong wrongly incorrectly mistake error ball")
_OF_OURS = words("i we it so that this to the they he she our there my your")
_GOT = words("you it that them your the this")


def completed(group: Group, after: Sequence[str], first: str) -> set[Stance]:
    """Read an affirmative group without modal; ``first`` is the first word of its subject."""
    if group.aspect is Aspect.PROGRESSIVE:
        return in_progress(group, after)
    if group.passive:
        return _passive(group, after, first)
    if group.aspect in {Aspect.PERFECT, Aspect.PAST}:
        return _deed(group, after)
    if group.person is Person.US and group.verb in WILLING:
        rest = after[2:] if after[:2] == ("than", "happy") else after
        return willing(rest) if rest[:1] == ("to",) else set()
    state = group.person is Person.THING and group.verb in _STATES
    return {Stance.HAS_DONE} if state else set()


def uncertain(group: Group, after: Sequence[str]) -> set[Stance]:
    """Read "I think we can", "we hope to", "I doubt it"."""
    if group.person is not Person.US or group.aspect is not Aspect.SIMPLE:
        return set()
    if group.verb == "doubt":
        return {Stance.HEDGES}
    wish = group.verb == "hope" and (
        after[1:2] in {("helps",), ("makes",), ("is",)} or "find" in after
    )
    ours = group.verb in UNCERTAIN and bool(after) and after[0] in _OF_OURS
    return {Stance.HEDGES} if ours and not wish else set()


def _passive(group: Group, after: Sequence[str], first: str) -> set[Stance]:
    base = lemma(group.verb)
    if base in _REJECTED:
        return {Stance.REFUSES}
    if group.person is Person.US:
        return set()
    if group.person is Person.YOU:
        return {Stance.HAS_DONE} if base in GOOD_FOR_YOU else set()
    if group.aspect is Aspect.PERFECT:
        return set() if base in HARMS | _NOT_DONE - {"cover", "set"} else {Stance.HAS_DONE}
    habit = bool(_HABIT & set(after))
    general = first not in _DEFINITE and after[:1] in {("in",), ("by",), ("on",), ("at",)}
    told = group.aspect is Aspect.PAST and base in _YOURS
    return (
        {Stance.HAS_DONE}
        if base in DEEDS - _NOT_DONE and not told and not (habit or general)
        else set()
    )


def _deed(group: Group, after: Sequence[str]) -> set[Stance]:
    base = lemma(group.verb)
    others = group.person is Person.THEM and group.aspect is Aspect.PERFECT and base in DEEDS
    if (
        not (others or group.person in {Person.US, Person.TEAM})
        or base in HARMS
        or _MISTAKEN & set(after)
    ):
        return set()
    if base in {"get", "have"}:
        caused = any(is_participle(w) and lemma(w) in DEEDS for w in after[1:])
        got = base == "get" and bool(after) and after[0] in _GOT
        return {Stance.HAS_DONE} if got or caused else set()
    if base in {"stop", "quit", "discontinue"} and after and lemma(after[0]) in DENIED:
        return {Stance.REFUSES}
    if base == "manage":
        return {Stance.HAS_DONE} if after[:1] == ("to",) else set()
    known = base in DEEDS - {"drop"}
    perfect = group.aspect is Aspect.PERFECT and base not in MENTAL
    return {Stance.HAS_DONE} if known or perfect else set()
