"""The stances of a text, clause by clause."""

from collections.abc import Sequence
from dataclasses import replace

from core.stances.clauses import segments_of
from core.stances.lean import leans
from core.stances.model import Clause, Stance
from core.stances.reading import Reading, analyse
from core.stances.settle import stances
from core.stances.words import words_of

_WISHED = frozenset((Stance.PROMISES, Stance.OFFERS, Stance.HEDGES))
_WISHES = frozenset(("would", "wish", "love", "happy", "want", "wanted", "like"))
_TURNS = frozenset(("but", "however", "unfortunately", "sadly", "only"))


def read(text: str) -> tuple[Clause, ...]:
    """Split ``text`` into clauses, in order, and tell the stances of each.

    Total over any string; the time is linear in its length.
    """
    words = words_of(text)
    if not words:
        return _wordless(text)
    clauses: list[Clause] = []
    carried = False
    for segment in segments_of(text, words):
        reading = analyse(segment, carried=carried and segment.continues)
        carried = reading.conditional
        if segment.end > segment.start:
            clauses.append(_clause(text, reading))
    return tuple(_take_back(clauses))


def _wordless(text: str) -> tuple[Clause, ...]:
    stripped = text.strip()
    if not stripped:
        return ()
    start = len(text) - len(text.lstrip())
    return (
        Clause(
            stripped,
            start,
            start + len(stripped),
            frozenset(),
            negated=False,
            conditional=False,
            question="?" in stripped,
            anaphoric=False,
        ),
    )


def _clause(text: str, reading: Reading) -> Clause:
    segment = reading.segment
    return Clause(
        text[segment.start : segment.end],
        segment.start,
        segment.end,
        stances(reading),
        negated=any(g.negated for g in reading.groups)
        or bool({"no", "not", "never"} & set(reading.body)),
        conditional=reading.conditional,
        question=reading.question,
        anaphoric=leans(reading.lean),
    )


def _take_back(clauses: Sequence[Clause]) -> list[Clause]:
    """Read "I'd love to refund you, but I can't" as the refusal alone."""
    kept = list(clauses)
    for index in range(1, len(kept)):
        if (
            Stance.REFUSES in kept[index].stances
            and _turns(kept[index].text)
            and _wished(kept[index - 1].text)
        ):
            before = kept[index - 1]
            kept[index - 1] = replace(before, stances=before.stances - _WISHED)
    return kept


def _turns(text: str) -> bool:
    return next((w.text for w in words_of(text)), "") in {
        "but",
        "however",
        "unfortunately",
        "sadly",
        "only",
    }


def _wished(text: str) -> bool:
    said = {w.text for w in words_of(text)}
    return bool(said & {"would", "wish", "love", "happy", "want", "wanted", "like"})
