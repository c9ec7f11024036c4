"""Groups with "can", "could", "may", "should" or "would": offers and hedges."""

from collections.abc import Sequence

from core.stances.chain import Aspect
from core.stances.groups import Group
from core.stances.lexicon import words
from core.stances.model import Stance
from core.stances.subjects import Person
from core.stances.verbs import CHECKING, DEEDS, NO_GUARANTEE, OUTCOMES, PERCEIVING, TRYING

_GIVING = words("refund credit reimburse waive approve be help")
"""With "we could" these are no option put to the customer yet, but a maybe."""
_CHOOSING = words("have choose pick opt take")
_NO_OFFER = (CHECKING | PERCEIVING | NO_GUARANTEE | words("help assist only explain")) - words(
    "get bring open"
)
_INTO = words("if whether into what")
_PLAIN = words("take cost sound seem feel look mean")
_ELIGIBLE = OUTCOMES | words("be qualify able eligible entitled")


def possible(group: Group, after: Sequence[str]) -> set[Stance]:
    """Read an affirmative group with a modal other than "will"."""
    match group.modal:
        case "can":
            return _can(group, after)
        case "may" | "might":
            return _may(group)
        case "should" | "ought":
            return _should(group)
        case "could":
            return _could(group)
        case "would":
            return _would(group, after)
        case _:
            return set()


def _can(group: Group, after: Sequence[str]) -> set[Stance]:
    verb = group.verb
    if group.person is Person.YOU:
        return {Stance.OFFERS} if verb in _CHOOSING else set()
    if group.person not in {Person.US, Person.TEAM}:
        return set()
    if verb in TRYING or (verb in {"look", "check", "see"} and _INTO & set(after[:2])):
        return {Stance.HEDGES}
    return set() if verb in _NO_OFFER else {Stance.OFFERS}


def _could(group: Group) -> set[Stance]:
    if group.aspect is Aspect.PERFECT:
        return set()
    if group.person is Person.YOU:
        return {Stance.HEDGES} if group.verb in _ELIGIBLE else {Stance.OFFERS}
    unsure = TRYING | CHECKING - DEEDS | _GIVING
    ours = group.person is Person.US and group.verb not in unsure
    return {Stance.OFFERS} if ours else {Stance.HEDGES}


def _may(group: Group) -> set[Stance]:
    if group.person is Person.YOU:
        return {Stance.HEDGES} if group.verb in _ELIGIBLE else set()
    return set() if group.verb in _PLAIN else {Stance.HEDGES}


def _should(group: Group) -> set[Stance]:
    if group.aspect is Aspect.PERFECT:
        return set()
    if group.person is Person.YOU:
        return {Stance.HEDGES} if group.verb in _ELIGIBLE else set()
    return {Stance.HEDGES}


def _would(group: Group, after: Sequence[str]) -> set[Stance]:
    verb, person = group.verb, group.person
    if person is Person.US and group.aspect is Aspect.PERFECT and "if" in after:
        return {Stance.REFUSES} if verb in DEEDS else set()
    if person is Person.US:
        return _we_would(verb, after)
    if verb in {"need", "have"} and after[:1] and person is not Person.YOU:
        permits = words("sign approval okay authorization permission")
        return {Stance.HEDGES} if after[0] == "to" or permits & set(after) else set()
    if group.passive or (person is Person.YOU and verb in {"get", "receive"}):
        return {Stance.HEDGES}
    return set()


def _we_would(verb: str, after: Sequence[str]) -> set[Stance]:
    if after[:1] == ("to",) and verb in WILLING:
        return willing(after)
    if verb in {"hope", "expect"}:
        return {Stance.HEDGES} if after[:1] == ("to",) else set()
    return {Stance.HEDGES} if verb in DEEDS - {"call", "leave", "keep"} or verb in TRYING else set()


WILLING = words("happy glad delighted pleased willing more")


def willing(after: Sequence[str]) -> set[Stance]:
    """Read what follows "happy": "to refund that", "to help"."""
    verb = after[1] if len(after) > 1 else ""
    if verb in TRYING | CHECKING - {"get", "open", "bring"}:
        return {Stance.HEDGES}
    if verb in {"offer", "discuss", "talk", "show"}:
        return {Stance.OFFERS}
    idle = PERCEIVING | words("help assist explain hear answer be say")
    return set() if verb in idle or not verb else {Stance.PROMISES}
