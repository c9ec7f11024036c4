"""What a verb group commits the speaker to: promised, done, offered, refused or hedged."""

from collections.abc import Sequence

from dataclasses import replace

from core.stances.groups import Aspect, Group, Person
from core.stances.lexicon import CONDITIONAL, FILLERS, WH, words
from core.stances.model import Stance
from core.stances.verbs import (
    ARRIVING,
    CHECKING,
    DEEDS,
    DENIED,
    HARMS,
    KINDNESS_DENIED,
    MENTAL,
    NO_GUARANTEE,
    NOT_COMMITTING,
    NOT_REFUSING,
    OUTCOMES,
    PERCEIVING,
    REPORTING,
    TRYING,
    UNCERTAIN,
    is_participle,
    lemma,
)

_SKIPPED_LINKS = (
    CONDITIONAL
    | (WH - {"why"})
    | words(
        "more else further whether as than everything anything all until before unless best most something"
    )
)
_OURS = frozenset((Person.US, Person.TEAM))
_AT_HAND = words("be there in touch back with glad happy delighted pleased honoured")
_GOOD_FOR_YOU = words("""refund credit reimburse compensate contact notify email cover move upgrade
book reinstate call send give see pay update protect connect seat pick repay enrol register
reschedule transfer""")
_BARRED = words("""get have return cancel use claim change exchange book keep receive swap transfer
be switch leave take bring come upgrade return withdraw extend""")

_DEFINITE = words("the your that this it everything my our you its all these those both he she")
_HABIT = words(
    "within every once when usually monthly annually after weekly daily normally always whenever per until"
)
_EXCLUDING = words(
    "cover include extend stretch apply allow permit entitle qualify support accept let"
)

Found = set[Stance]


def stances_of_groups(groups: Sequence[Group], words_: Sequence[str]) -> Found:
    """Union of what the groups of one clause commit to; governors bear on what they govern."""
    found: Found = set()
    flipped = False
    for group in groups:
        if group.link in _SKIPPED_LINKS:
            continue
        after = tuple(w for w in words_[group.end : group.end + 6] if w not in FILLERS)
        if _reports(group):
            found.add(Stance.HEDGES)
            break
        if group.negated and group.verb in {"think", "believe", "see", "expect", "imagine"}:
            flipped = not group.modal or flipped
            continue
        one = _one(group, after, words_[group.start])
        found |= _flip(one) if flipped else one
        found |= _coordinated(group, words_)
    return found


def _coordinated(group: Group, words_: Sequence[str]) -> Found:
    """Read the second verb of "I went ahead and cancelled it", "I'll check and refund it"."""
    if group.inverted or group.negated or group.verb in {"try", "go"} and group.modal:
        return set()
    for at in range(group.end, min(len(words_) - 1, group.end + 10)):
        if words_[at] not in {"and", "then"}:
            continue
        verb = next((w for w in words_[at + 1 :] if w not in FILLERS), "")
        past = group.aspect in {Aspect.PAST, Aspect.PERFECT} and is_participle(verb)
        future = group.modal in {"will", "can"} and group.aspect in {Aspect.SIMPLE, Aspect.FUTURE}
        if (past and lemma(verb) in DEEDS) or (future and verb in DEEDS):
            second = replace(group, verb=lemma(verb) if past else verb, end=at + 2)
            return _one(second, words_[at + 2 : at + 6], "")
    return set()


def _flip(found: Found) -> Found:
    """Read a commitment under "I don't think": a refusal."""
    positive = {Stance.PROMISES, Stance.OFFERS, Stance.HAS_DONE, Stance.HEDGES}
    return {Stance.REFUSES} if found & positive else found


def _reports(group: Group) -> bool:
    others = group.person in {Person.THEM, Person.SOMEBODY, Person.TEAM, Person.OUTSIDER}
    return (
        others
        and (group.verb in REPORTING or lemma(group.verb) in {"say", "tell", "promise", "mention"})
        and group.modal == ""
    )


def _one(group: Group, after: Sequence[str], first: str) -> Found:
    if group.inverted:
        return set()
    if group.person is Person.OUTSIDER:
        return {Stance.HEDGES} if group.modal and not group.negated else set()
    if group.negated:
        return _denied(group, after)
    match group.modal:
        case "will":
            return _will(group, after)
        case "can":
            return _can(group, after)
        case "":
            return _plain(group, after, first)
        case _:
            return _doubtful(group, after)


def _denied(group: Group, after: Sequence[str]) -> Found:
    verb, us = group.verb, group.person in _OURS
    if us and group.modal in {"can", "could", "will"}:
        return _we_will_not(group, after)
    if us and group.modal == "would":
        return {Stance.REFUSES} if verb in DEEDS or verb == "be" else set()
    if us and group.never and group.verb in DENIED and group.modal == "":
        return {Stance.REFUSES}
    if us and group.modal == "":
        return _we_do_not(group, after)
    return _it_will_not(group)


def _we_will_not(group: Group, after: Sequence[str]) -> Found:
    verb = group.verb
    if verb in NO_GUARANTEE:
        return {Stance.HEDGES} if group.modal != "will" else set()
    if group.modal == "will" and verb in KINDNESS_DENIED - DENIED:
        return {Stance.PROMISES}
    if verb in NOT_REFUSING or (verb == "help" and "but" in after[:1]):
        return set()
    if verb in {"get", "have", "see"} and "until" in after:
        return {Stance.HEDGES}
    return {Stance.REFUSES}


def _we_do_not(group: Group, after: Sequence[str]) -> Found:
    refused = {
        "authority",
        "any",
        "access",
        "permission",
        "a",
        "an",
        "that",
        "anything",
        "space",
        "availability",
        "capacity",
        "power",
        "stock",
        "openings",
        "slots",
        "budget",
        "way",
    }
    if group.aspect is Aspect.PROGRESSIVE:
        return {Stance.REFUSES} if group.verb in DEEDS | DENIED else set()
    if group.aspect is not Aspect.SIMPLE or group.passive:
        return set()
    if group.verb == "have":
        return {Stance.REFUSES} if set(after[:2]) & refused else set()
    return {Stance.REFUSES} if group.verb in DENIED else set()


def _it_will_not(group: Group) -> Found:
    """Read "it can't be waived", "you won't be charged", "you can't cancel"."""
    verb = group.verb
    bare = lemma(verb)
    if group.modal == "will" and (
        bare in HARMS or bare in {"happen", "pay", "cost", "need", "have"}
    ):
        return {Stance.PROMISES}
    if group.modal in {"can", "will"} and group.passive:
        return {Stance.REFUSES}
    if group.modal in {"can", "will"} and group.person is Person.YOU:
        return {Stance.REFUSES} if verb in _BARRED else set()
    if group.modal in {"can", "will"} and verb in {"happen", "work", "go"} and group.modal == "can":
        return {Stance.REFUSES}
    if group.person is Person.THING and group.modal == "" and verb in _EXCLUDING:
        return {Stance.REFUSES}
    issued = words(
        "refund issue approve grant give offer accept credit waive allow cover process provide honour honor make"
    )
    if (
        group.passive
        and group.modal == ""
        and bare in issued
        and group.aspect is not Aspect.PERFECT
    ):
        return {Stance.REFUSES}
    return set()


def _will(group: Group, after: Sequence[str]) -> Found:
    if group.person in _OURS:
        return _we_will(group, after)
    bare = lemma(group.verb)
    if group.person is Person.YOU:
        good = group.verb in OUTCOMES and "to" not in after[:1]
        return {Stance.PROMISES} if good or (group.passive and bare in _GOOD_FOR_YOU) else set()
    if group.passive or group.aspect is Aspect.PROGRESSIVE:
        if bare in {"decline", "reject", "refuse", "deny"}:
            return {Stance.REFUSES}
        return set() if bare in HARMS | {"consider", "assess"} else {Stance.PROMISES}
    there = group.verb in {"be"} or group.verb in {
        "with",
        "in",
        "there",
        "back",
        "on",
        "ready",
        "free",
        "live",
    }
    good = group.verb in ARRIVING or group.verb in DEEDS
    return {Stance.PROMISES} if there or (good and not _only_time(group, after)) else set()


def _only_time(group: Group, after: Sequence[str]) -> bool:
    """Whether "it will take/go/drop ..." tells a duration or a price, and promises nothing."""
    return group.person is Person.THING and (
        group.verb
        in {"take", "run", "end", "increase", "raise", "open", "close", "double", "help", "work"}
        or after[:1] == ("up",)
    )


def _we_will(group: Group, after: Sequence[str]) -> Found:
    verb = group.verb
    if group.aspect is Aspect.PROGRESSIVE:
        return _doing(verb, after)
    if group.passive:
        return set() if lemma(verb) in HARMS else {Stance.PROMISES}
    if verb == "see" and after[:2] in {("to", "it"), ("that", "you"), ("it", "through")}:
        return {Stance.PROMISES}
    if verb in {"find"} and after[:1] == ("out",) and after[1:2] not in {("if",), ("whether",)}:
        return {Stance.PROMISES}
    if verb in {"have", "get"}:
        return _will_have(verb, after)
    if verb in TRYING:
        return {Stance.HEDGES}
    if verb in CHECKING and verb not in DEEDS | {"bring", "open", "verify"}:
        return {Stance.STALLS}
    return _we_will_deed(verb, after)


def _we_will_deed(verb: str, after: Sequence[str]) -> Found:
    screen = {
        "account",
        "details",
        "record",
        "records",
        "file",
        "profile",
        "order",
        "screen",
        "notes",
    }
    if verb in {"bring", "open", "get", "pull"} and "up" in after and screen & set(after):
        return {Stance.STALLS}
    if verb in {"put", "place", "pop"} and "hold" in after:
        return {Stance.STALLS}
    if verb in {"take", "have"} and {"look", "peek"} & set(after[:4]):
        return {Stance.STALLS}
    if verb in NOT_COMMITTING:
        return set()
    return {Stance.PROMISES}


def _will_have(verb: str, after: Sequence[str]) -> Found:
    if (
        verb == "have"
        and after[:1] in {("to",), ("a",)}
        and set(after[:4]) & {"to", "look", "think", "word"}
    ):
        return (
            set()
            if after[:1] == ("to",)
            else ({Stance.STALLS} if "look" in after else {Stance.HEDGES})
        )
    return _we_will_deed("get", after)


def _doing(verb: str, after: Sequence[str]) -> Found:
    """Read "I'm refunding it", "we're looking into it"."""
    base = lemma(verb)
    if base in TRYING or base in UNCERTAIN or (base == "work" and "on" in after[:1]):
        return {Stance.HEDGES}
    if base in {
        "look",
        "check",
        "read",
        "search",
        "pull",
        "bring",
        "open",
        "load",
        "go",
        "wait",
        "find",
    }:
        return {Stance.STALLS} if base != "go" else set()
    not_doing = (
        MENTAL
        | NOT_COMMITTING
        | HARMS
        | PERCEIVING
        | words(
            "call ring phone contact experience run follow raise charge close have get tell call deal"
        )
    )
    moving = base in {"get", "call"} and after[:1] in {
        ("you",),
        ("a",),
        ("it",),
        ("that",),
        ("this",),
        ("them",),
    }
    return {Stance.PROMISES} if base not in not_doing or moving else set()


def _can(group: Group, after: Sequence[str]) -> Found:
    verb = group.verb
    if group.person is Person.YOU:
        return {Stance.OFFERS} if verb in {"have", "choose", "pick", "opt", "take"} else set()
    if group.person not in _OURS:
        return set()
    if (
        verb in TRYING
        or verb in {"look", "check", "see"}
        and {"if", "whether", "into", "what"} & set(after[:2])
    ):
        return {Stance.HEDGES}
    if verb in CHECKING | PERCEIVING | NO_GUARANTEE | {
        "help",
        "assist",
        "only",
        "explain",
        "also",
    } and (verb not in {"get", "bring", "open"}):
        return set()
    return {Stance.OFFERS}


def _doubtful(group: Group, after: Sequence[str]) -> Found:
    verb, person = group.verb, group.person
    match group.modal:
        case "may" | "might":
            return _may(group)
        case "should":
            return _should(group)
        case "could":
            if person is Person.YOU and group.aspect is not Aspect.PERFECT:
                return {Stance.OFFERS}
            return (
                {Stance.OFFERS}
                if person is Person.US and verb in DEEDS - {"refund"}
                else {Stance.HEDGES}
            )
        case "would":
            return _would(group, after)
        case _:
            return set()


def _may(group: Group) -> Found:
    if group.person is Person.YOU:
        return {Stance.HEDGES} if group.verb in OUTCOMES | {"be", "qualify", "able"} else set()
    plain = group.verb in words("take cost sound seem feel look mean")
    return set() if plain else {Stance.HEDGES}


def _should(group: Group) -> Found:
    if group.aspect is Aspect.PERFECT:
        return set()
    if group.person is Person.YOU:
        return {Stance.HEDGES} if group.verb in OUTCOMES | {"be", "hear"} else set()
    return {Stance.HEDGES}


def _would(group: Group, after: Sequence[str]) -> Found:
    verb, person = group.verb, group.person
    if person is Person.US:
        if verb in {"happy", "glad", "delighted", "pleased", "willing"} and after[:1] == ("to",):
            return _willing(after)
        return (
            {Stance.HEDGES}
            if verb in DEEDS - {"call"} or verb in TRYING - {"hope", "expect"}
            else set()
        )
    if verb in {"need", "have"} and "to" in after[:1]:
        return {Stance.HEDGES} if person is not Person.YOU else set()
    if group.passive or (person is Person.YOU and verb in {"get", "receive"}):
        return {Stance.HEDGES}
    return set()


def _willing(after: Sequence[str]) -> Found:
    """Read "happy to ..."."""
    verb = after[1] if len(after) > 1 else ""
    if verb in TRYING | CHECKING - {"get"}:
        return {Stance.HEDGES}
    if verb in {"offer", "discuss", "talk", "show"}:
        return {Stance.OFFERS}
    return (
        set()
        if verb in PERCEIVING | {"help", "assist", "explain", "hear", "answer"}
        else {Stance.PROMISES}
    )


def _plain(group: Group, after: Sequence[str], first: str) -> Found:
    """Read a group without modal: present, past, progressive, perfect, passive."""
    if group.aspect is Aspect.PROGRESSIVE:
        return _in_progress(group, after)
    if group.passive:
        return _passive(group, after, first)
    if group.aspect in {Aspect.PERFECT, Aspect.PAST}:
        return _deed_done(group, after)
    if group.person is Person.US and group.verb in {
        "happy",
        "glad",
        "delighted",
        "pleased",
        "willing",
        "more",
    }:
        rest = after[2:] if after[:2] == ("than", "happy") else after
        return _willing(rest) if rest[:1] == ("to",) else set()
    if group.person is Person.US and group.verb in UNCERTAIN | {"doubt"}:
        return _uncertain(group, after)
    return set()


def _uncertain(group: Group, after: Sequence[str]) -> Found:
    if group.verb == "doubt":
        return {Stance.HEDGES}
    ours = {
        "i",
        "we",
        "it",
        "so",
        "that",
        "this",
        "to",
        "the",
        "they",
        "he",
        "she",
        "our",
        "there",
        "my",
        "your",
    }
    if group.verb == "hope" and (
        after[1:2] in {("helps",), ("makes",), ("is",)} or "find" in after
    ):
        return set()
    return {Stance.HEDGES} if after[:1] and after[0] in ours else set()


def _in_progress(group: Group, after: Sequence[str]) -> Found:
    if group.person is Person.US:
        return _doing(group.verb, after)
    base = lemma(group.verb)
    if group.person is Person.YOU:
        return {Stance.PROMISES} if base in {"get", "receive"} else set()
    sent = group.person is Person.TEAM and base in DEEDS
    coming = words(
        "come head arrive go ship return process refund print send issue post reverse credit replace restore book move upgrade install swap"
    )
    return {Stance.PROMISES} if base in coming or sent else set()


def _passive(group: Group, after: Sequence[str], first: str) -> Found:
    base = lemma(group.verb)
    if base in {"decline", "reject", "refuse", "deny"}:
        return {Stance.REFUSES}
    if group.person is Person.US:
        return set()
    if group.person is Person.YOU:
        return {Stance.HAS_DONE} if base in _GOOD_FOR_YOU else set()
    if group.aspect is Aspect.PERFECT:
        return set() if base in HARMS or base in {"see", "be", "hear"} else {Stance.HAS_DONE}
    if (
        _HABIT & set(after)
        or first not in _DEFINITE
        and after[:1] in {("in",), ("by",), ("on",), ("at",)}
    ):
        return set()
    return {Stance.HAS_DONE} if base in DEEDS - {"charge", "include", "cover", "set"} else set()


def _deed_done(group: Group, after: Sequence[str]) -> Found:
    base = lemma(group.verb)
    if group.person not in _OURS or (base in MENTAL and base not in DEEDS) or base in HARMS:
        return set()
    if base == "get" and after[:1] and (after[0] in {"you", "it", "that", "them"}):
        return {Stance.HAS_DONE}
    mistaken = {"wrong", "wrongly", "incorrectly", "mistake", "error", "ball"}
    if base in {"get", "be", "drop"} or mistaken & set(after):
        return set()
    return {Stance.HAS_DONE} if base in DEEDS or base not in MENTAL else set()
