"""One pass over a clause: its words, signs and verb groups, before any is judged."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.stances.clauses import Segment
from core.stances.groups import Group, groups_of
from core.stances.lexicon import FILLERS, OPENERS
from core.stances.phrasebook import CLASSES, PHRASES
from core.stances.phrases import PhraseIndex
from core.stances.questions import asks, inverted_condition
from core.stances.signs import Sign

INDEX = PhraseIndex(PHRASES, CLASSES)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one pass over a clause has found."""

    segment: Segment
    lean: tuple[str, ...]
    """The words without fillers."""
    body: tuple[str, ...]
    """``lean`` without openers."""
    signs: frozenset[str]
    groups: tuple[Group, ...]
    question: bool
    conditional: bool


def analyse(segment: Segment, *, carried: bool) -> Reading:
    """Read ``segment``; ``carried`` when the condition of the clause before holds here too."""
    lean = tuple(
        w for i, w in enumerate(segment.words) if w not in FILLERS and not (w == "so" and i)
    )
    lean = lean or segment.words
    lead = _lead(lean)
    signs = frozenset((*INDEX.signs(lean, lead), *INDEX.signs(segment.words, lead)))
    groups = tuple(groups_of(segment.words))
    question = asks(segment, lean[lead:], groups)
    sequence = Sign.SEQUENCE in signs and Sign.REPORTS_BACK not in signs
    condition = sequence or Sign.CONDITION in signs
    condition = condition or (inverted_condition(lean[lead:]) and not question)
    conditional = (carried or condition) and Sign.CONSENT not in signs
    return Reading(
        segment, lean, lean[lead:], signs, groups, question=question, conditional=conditional
    )


def _lead(lean: Sequence[str]) -> int:
    """Index of the first word that is no opener; 0 where there are only openers."""
    index = 0
    while index < len(lean) and lean[index] in OPENERS | {"of"}:
        if lean[index] == "of" and lean[index + 1 : index + 2] != ("course",):
            break
        index += 1
    return index if index < len(lean) else 0
