"""Whether a clause asks, with or without its mark."""

from collections.abc import Sequence

from core.stances.clauses import Segment
from core.stances.groups import Group
from core.stances.lexicon import AUXILIARIES, DETERMINERS, PRONOUNS, WH
from core.stances.verbs import DEEDS

_HAPPENING = frozenset(
    ("happened", "went", "brings", "brought", "seems", "about", "else", "kind", "sort")
)
_ACTS = DEEDS | frozenset(
    (
        "check",
        "hold",
        "wait",
        "try",
        "restart",
        "reboot",
        "go",
        "click",
        "tap",
        "look",
        "press",
        "bear",
        "read",
        "type",
        "select",
        "take",
        "stay",
        "visit",
        "have",
    )
)
_TELLS = frozenset(("give", "provide", "get", "share", "confirm"))


def asks(segment: Segment, body: Sequence[str], groups: Sequence[Group]) -> bool:
    """Tell whether the clause is a question: by its mark, its inversion or its question word."""
    if segment.question:
        return True
    if not body:
        return False
    first = groups[0] if groups else None
    if inverted_condition(body):
        return False
    if first is not None and first.inverted and body[0] in AUXILIARIES:
        return True
    return body[0] in WH and _open_question(body, first)


def inverted_condition(body: Sequence[str]) -> bool:
    """Tell whether "should" opens a condition: "should it be late, ..."."""
    return body[:1] == ("should",) and body[1:2] not in {("i",), ("we",)}


def _open_question(body: Sequence[str], first: Group | None) -> bool:
    following = body[1] if len(body) > 1 else ""
    if following in _HAPPENING or len(body) == 1:
        return True
    if following in AUXILIARIES:
        return body[0] not in {"when", "where"} or (bool(set(body[2:3]) & (PRONOUNS | DETERMINERS)))
    free = following in PRONOUNS | DETERMINERS
    return not free and first is not None and (first.inverted or body[0] in {"which", "whose"})


def requests(body: Sequence[str]) -> bool:
    """Tell whether a question asks the customer to do something: "could you restart it?"."""
    words = [w for w in body if w != "please"]
    if len(words) < 3 or words[0] not in {"can", "could", "would", "will"} or words[1] != "you":  # noqa: PLR2004
        return False
    if words[2:5] == ["be", "able", "to"]:
        words = words[3:]
    if words[2] == "mind":
        return True
    return bool(set(words[2:3]) & (_ACTS - _TELLS))
