"""Negated groups: refusals, and the kindness of "you won't be charged"."""

from collections.abc import Sequence

from core.stances.chain import Aspect
from core.stances.forms import lemma
from core.stances.groups import Group
from core.stances.lexicon import words
from core.stances.model import Stance
from core.stances.subjects import Person
from core.stances.verbs import (
    DEEDS,
    DENIED,
    HARMS,
    KINDNESS_DENIED,
    MENTAL,
    NO_GUARANTEE,
    NOT_REFUSING,
    PERCEIVING,
)

_BARRED = words("""
    get have return cancel use claim change exchange book keep receive swap transfer be switch
    leave take bring come upgrade withdraw extend
""")
"""What "you can't" do because we do not let you."""
_LACKED = words("""
    authority any access permission a an that anything space availability capacity power stock
    openings slots budget way
""")
_EXCLUDING = words("""
    cover include extend stretch apply refund replace give allow permit entitle qualify support
    accept let
""")
_ISSUED = words("""
    refund issue approve grant give offer accept credit waive allow process provide honour honor
    make do include
""")
_SPARED = HARMS | words("happen pay cost need have do deal handle carry")


def denied(group: Group, after: Sequence[str]) -> set[Stance]:
    """Read a negated group."""
    if group.person not in {Person.US, Person.TEAM}:
        return _it_will_not(group, after)
    if group.modal in {"can", "could", "will"}:
        return _we_will_not(group, after)
    if group.modal == "would":
        return {Stance.REFUSES} if group.verb in DEEDS | {"be"} else set()
    return _we_do_not(group, after) if not group.modal else set()


def _we_will_not(group: Group, after: Sequence[str]) -> set[Stance]:
    verb = group.verb
    vouches = verb in {"make", "give"} and any(
        w.startswith(("promise", "guarantee")) for w in after
    )
    if verb in NO_GUARANTEE or vouches:
        return {Stance.HEDGES} if group.modal != "will" else set()
    if group.modal == "will" and verb in KINDNESS_DENIED - DENIED:
        return {Stance.PROMISES}
    if verb == "see" and group.person is Person.TEAM and after[:1] == ("you",):
        return {Stance.REFUSES}
    if verb in NOT_REFUSING or (verb == "help" and "but" in after[:1]):
        return set()
    return {Stance.HEDGES} if "until" in after else {Stance.REFUSES}


def _we_do_not(group: Group, after: Sequence[str]) -> set[Stance]:
    if group.never and group.verb in DENIED:
        return {Stance.REFUSES}
    if group.aspect is Aspect.PROGRESSIVE:
        return {Stance.REFUSES} if lemma(group.verb) in DEEDS | DENIED else set()
    if group.aspect is not Aspect.SIMPLE or group.passive:
        return set()
    if group.verb == "have":
        return {Stance.REFUSES} if set(after[:2]) & _LACKED else set()
    team = group.person is Person.TEAM and group.verb not in MENTAL | PERCEIVING
    return {Stance.REFUSES} if team or group.verb in DENIED else set()


def _not_granted(bare: str, after: Sequence[str]) -> set[Stance]:
    """Read "your request hasn't been approved", and "... yet"."""
    if bare not in {"approve", "accept", "grant", "authorize", "allow"}:
        return set()
    return {Stance.HEDGES} if "yet" in after else {Stance.REFUSES}


def _it_will_not(group: Group, after: Sequence[str]) -> set[Stance]:
    """Read "it can't be waived", "you won't be charged", "you can't cancel"."""
    bare = lemma(group.verb)
    if group.verb == "let" and after[:1] in {("me",), ("us",)}:
        return {Stance.REFUSES}
    if group.modal == "will" and bare in (HARMS if group.passive else _SPARED):
        return {Stance.PROMISES}
    if group.modal in {"can", "will"}:
        yours = group.person is Person.YOU and group.verb in _BARRED
        firm = group.modal == "will" and group.verb in {"go", "change", "move", "budge"}
        its = firm or (group.modal == "can" and group.verb in DEEDS | {"happen", "work", "go"})
        return {Stance.REFUSES} if group.passive or yours or its else set()
    if group.modal:
        return set()
    if group.aspect is Aspect.PERFECT:
        return _not_granted(bare, after) if group.passive else set()
    excluded = group.person is Person.THING and group.verb in _EXCLUDING
    return {Stance.REFUSES} if excluded or (group.passive and bare in _ISSUED) else set()
