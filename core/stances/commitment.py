"""What the verb groups of a clause commit the speaker to.

Each group is read by its modal and polarity (``future``, ``possibility``, ``completed``,
``denial``); here is what one group does to the next: "I don't think we can" refuses, "he said
he'd refund it" only reports, "I'll make sure it's corrected" promises and has done nothing.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.stances.chain import Aspect
from core.stances.completed import completed, uncertain
from core.stances.denial import denied
from core.stances.forms import is_participle, lemma
from core.stances.future import future
from core.stances.groups import Group
from core.stances.lexicon import CONDITIONAL, FILLERS, WH, words
from core.stances.model import Stance
from core.stances.possibility import possible
from core.stances.subjects import Person
from core.stances.verbs import DEEDS, REPORTING

_ASIDE = (
    CONDITIONAL
    | (WH - {"why"})
    | words("""
    more else further whether as than everything anything all until before unless best most
    something
""")
)
"""A group after these is about something else: "what we can do", "as I said"."""

_DOUBTED = words("think believe see expect imagine suppose reckon")
_CLAIMED = words("say promise guarantee claim confirm swear")
"""What we do not claim binds us to nothing."""
_TOLD = words("tell inform promise advise say")
_REACH = 10
"""Words within which a second verb may follow with "and"."""


def commitment(groups: Sequence[Group], clause: Sequence[str]) -> set[Stance]:
    """Give the union of what the groups of one clause commit to."""
    found: set[Stance] = set()
    doubted = False
    for group in groups:
        if group.link in _ASIDE:
            continue
        if _reports(group):
            return found | {Stance.HEDGES}
        if group.person is Person.US and group.verb == "wish":
            return found
        if group.negated and group.person is Person.US and lemma(group.verb) in _CLAIMED:
            return found | ({Stance.HEDGES} if group.modal else set())
        if group.negated and group.verb in _DOUBTED and not group.modal:
            doubted = True
            continue
        here = _one(group, clause) | _coordinated(group, clause)
        found |= _depend(_deny(here) if doubted else here, found)
    return found


def _one(group: Group, clause: Sequence[str]) -> set[Stance]:
    """Read one group by itself."""
    after = tuple(w for w in clause[group.end : group.end + 7] if w not in FILLERS)[:5]
    if group.inverted:
        return set()
    if group.person is Person.OUTSIDER:
        return {Stance.HEDGES} if group.modal and not group.negated else set()
    if group.negated:
        return denied(group, after)
    if group.modal == "will":
        return future(group, after)
    if group.modal:
        return possible(group, after)
    return completed(group, after, clause[group.start]) | uncertain(group, after)


def _depend(here: set[Stance], found: set[Stance]) -> set[Stance]:
    """Take from ``here`` what is no deed because it hangs on a promise already found."""
    return here - {Stance.HAS_DONE} if Stance.PROMISES in found else here


def _deny(found: set[Stance]) -> set[Stance]:
    """Read a commitment under "I don't think": a refusal."""
    positive = {Stance.PROMISES, Stance.OFFERS, Stance.HAS_DONE, Stance.HEDGES}
    return {Stance.REFUSES} if found & positive else found


def _reports(group: Group) -> bool:
    """Whether the group only tells what others said."""
    if group.modal or group.person in {Person.YOU, Person.THING}:
        return False
    if group.person is Person.US:
        return group.passive and lemma(group.verb) in _TOLD
    return group.verb in REPORTING or lemma(group.verb) in _TOLD


def _coordinated(group: Group, clause: Sequence[str]) -> set[Stance]:
    """Read the second verb of "I went ahead and cancelled it", "I'll check and refund it"."""
    if group.inverted or group.negated or (group.modal and group.verb in {"try", "go"}):
        return set()
    for at in range(group.end, min(len(clause) - 1, group.end + _REACH)):
        if clause[at] in {"and", "then"} and (second := _second(group, clause, at + 1)):
            return _one(second, clause)
    return set()


def _second(group: Group, clause: Sequence[str], at: int) -> Group | None:
    while at < len(clause) and clause[at] in FILLERS | {"then"}:
        at += 1
    verb = clause[at] if at < len(clause) else ""
    past = group.aspect in {Aspect.PAST, Aspect.PERFECT} and is_participle(verb)
    coming = group.modal in {"will", "can"} and group.aspect in {Aspect.SIMPLE, Aspect.FUTURE}
    if (past and lemma(verb) in DEEDS) or (coming and verb in DEEDS):
        return replace(group, verb=lemma(verb) if past else verb, end=at + 1)
    return None
