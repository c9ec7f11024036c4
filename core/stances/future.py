"""Groups with "will", and what is under way: promises, pauses and good intentions."""

from collections.abc import Sequence

from core.stances.chain import Aspect
from core.stances.forms import is_participle, lemma
from core.stances.groups import Group
from core.stances.lexicon import words
from core.stances.model import Stance
from core.stances.subjects import Person
from core.stances.verbs import (
    ARRIVING,
    CHECKING,
    DEEDS,
    GOOD_FOR_YOU,
    HARMS,
    MENTAL,
    NOT_COMMITTING,
    OUTCOMES,
    PERCEIVING,
    TRYING,
    UNCERTAIN,
)

_REJECTED = words("decline reject refuse deny")
_THERE = words("be with in there back on ready free live round over along here out available yours")
_RUNNING = words("take run end increase raise open close double help work cost")
"""Of a thing, these tell a duration or a price."""
_SCREEN = words("account details record records file profile order screen notes booking history")
_LOOKING = words("look check read search pull bring open load find double-check verify view")
_NOT_DOING = (
    MENTAL
    | NOT_COMMITTING
    | HARMS
    | PERCEIVING
    | words("""
    call ring phone contact experience run follow raise charge close deal
""")
)
_COMING = words("""
    come head arrive go ship return process refund print send issue post reverse credit replace
    restore book move upgrade install swap cancel remove fix sort change deliver
""")
_WAYS = words("out through in back to off on into")
_OBJECTS = words("you a it that this them those these")
_OBJECT = frozenset((word,) for word in ("you", "it", "them", "your", "a", "the"))


def future(group: Group, after: Sequence[str]) -> set[Stance]:
    """Read an affirmative group with "will", "shall" or "going to"."""
    if group.person in {Person.US, Person.TEAM}:
        return _we_will(group, after)
    bare = lemma(group.verb)
    if group.person is Person.YOU:
        gets = group.verb in OUTCOMES and after[:1] != ("to",)
        return {Stance.PROMISES} if gets or (group.passive and bare in GOOD_FOR_YOU) else set()
    if group.passive or group.aspect is Aspect.PROGRESSIVE:
        if bare in _REJECTED:
            return {Stance.REFUSES}
        return set() if bare in HARMS | {"consider", "assess", "review"} else {Stance.PROMISES}
    helps = after[:1] == ("you",) and group.verb not in HARMS | _RUNNING | MENTAL - {"see"}
    good = helps or (group.verb in ARRIVING | DEEDS and not _runs(group, after))
    return {Stance.PROMISES} if good or group.verb in _THERE else set()


def _runs(group: Group, after: Sequence[str]) -> bool:
    """Whether "it will take/go/run ..." tells a duration or a price, and promises nothing."""
    return group.person is Person.THING and (
        group.verb in _RUNNING or (group.verb == "go" and after[:1] == ("up",))
    )


def _we_will(group: Group, after: Sequence[str]) -> set[Stance]:
    verb = group.verb
    if group.aspect is Aspect.PROGRESSIVE:
        return under_way(verb, after)
    if group.passive:
        return set() if lemma(verb) in HARMS else {Stance.PROMISES}
    if _sees_to(verb, after):
        return {Stance.PROMISES}
    return _we_will_do(verb, after)


def _we_will_do(verb: str, after: Sequence[str]) -> set[Stance]:
    """Read the active: a promise, unless the verb only tries, looks or tells a state of mind."""
    if verb == "have" and after[:1] in {("to",), ("a",)}:
        return _will_have_a(after)
    if verb in TRYING or (verb == "push" and after[:1] == ("for",)):
        return {Stance.HEDGES}
    if verb == "look" and (after[:1] == ("after",) or "together" in after):
        return {Stance.PROMISES}
    if pauses(verb, after) or (verb in CHECKING and verb not in DEEDS):
        return {Stance.STALLS}
    return set() if verb in NOT_COMMITTING - {"have"} else {Stance.PROMISES}


def _sees_to(verb: str, after: Sequence[str]) -> bool:
    if verb == "see":
        return after[:2] in {("to", "it"), ("that", "you"), ("it", "through"), ("to", "that")}
    return verb == "find" and after[:1] == ("out",) and after[1:2] not in {("if",), ("whether",)}


def _will_have_a(after: Sequence[str]) -> set[Stance]:
    """Read "I'll have to ...", "I'll have a look / a word / a technician call you"."""
    if after[0] == "to":
        return set()
    if {"look", "peek", "read"} & set(after):
        return {Stance.STALLS}
    return {Stance.HEDGES} if {"word", "think", "chat"} & set(after) else {Stance.PROMISES}


def pauses(verb: str, after: Sequence[str]) -> bool:
    """Whether it is only the agent's own desk work: opening a file, putting on hold."""
    if verb in {"bring", "open", "get", "pull", "grab"}:
        return bool({"up", "open"} & set(after) or verb == "open") and bool(_SCREEN & set(after))
    if verb in {"put", "place", "pop"}:
        return "hold" in after
    return verb in {"take", "have"} and bool({"look", "peek"} & set(after))


def under_way(verb: str, after: Sequence[str]) -> set[Stance]:
    """Read "I'm refunding it", "we're looking into it"."""
    base = lemma(verb)
    if base in TRYING | UNCERTAIN or (base == "work" and after[:1] == ("on",)):
        return {Stance.HEDGES}
    if base == "look" and after[:1] == ("after",):
        return {Stance.PROMISES}
    if base in _LOOKING or base == "wait" or pauses(base, after):
        return {Stance.STALLS}
    if base == "have" and any(is_participle(w) and lemma(w) in DEEDS for w in after[1:]):
        return {Stance.PROMISES}
    moving = base in {"get", "call", "give"} and bool(after) and after[0] in _OBJECTS
    return {Stance.PROMISES} if moving or base not in _NOT_DOING else set()


def in_progress(group: Group, after: Sequence[str]) -> set[Stance]:
    """Read the present progressive of anybody: "it's coming today", "you're getting a new one"."""
    if group.person is Person.US:
        return under_way(group.verb, after)
    base = lemma(group.verb)
    if group.person is Person.YOU:
        return {Stance.PROMISES} if base in {"get", "receive"} else set()
    sent = group.person is Person.TEAM and base in DEEDS
    goes = base != "go" or (after[:1] and after[0] in _WAYS)
    sent = sent or (group.passive and base in DEEDS)
    sent = sent or (
        base in {"bring", "collect", "fetch", "carry", "deliver"} and after[:1] in _OBJECT
    )
    return {Stance.PROMISES} if (base in _COMING and goes) or sent else set()
