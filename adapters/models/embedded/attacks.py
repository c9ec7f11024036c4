"""A second ear, for what the grammar has no words for: attacks and contempt.

The grammar decides first (`core.stances`). Here a clause counts only where it lies near an
exemplar and *much* nearer than any innocent look-alike and any sentence of the scenario itself: a
trainee who does the job, or is kind, must not be taken for one who is rude.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from adapters.models.embedded.contrast import Contrast, contrast
from adapters.models.embedded.exemplars import ATTACKS, CIVIL, NO_ATTACKS, RUDE
from adapters.models.embedded.topics import Vectors
from core.ports import Embedder
from core.stances import Attack, Clause, Stance

_AT_WORK = frozenset({Stance.PROMISES, Stance.HAS_DONE, Stance.REFUSES, Stance.HEDGES})
"""Who does one of these is at work, whatever the words resemble."""
_COURTEOUS = frozenset(
    {
        Stance.GREETS,
        Stance.THANKS,
        Stance.APOLOGISES,
        Stance.ACKNOWLEDGES,
        Stance.TAKES_OWNERSHIP,
    }
)
"""In a turn with one of these no contempt is heard between the lines."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """What is listened for; `kinds[i]` belongs to the exemplar `attacks.like[i]`."""

    kinds: tuple[Attack, ...]
    attacks: Contrast
    contempt: Contrast

    def attack(self, clauses: Sequence[tuple[Clause, Vectors]], innocent: Vectors) -> Attack | None:
        """Return the attack that one of the clauses is, if any is."""
        found = self.attacks.nearest(_suspect(clauses), innocent)
        return None if found is None else self.kinds[found]

    def is_contempt(self, clauses: Sequence[tuple[Clause, Vectors]], innocent: Vectors) -> bool:
        """Tell whether one of the clauses is contempt, in a turn without any courtesy."""
        if any(clause.stances & _COURTEOUS for clause, _ in clauses):
            return False
        return self.contempt.nearest(_suspect(clauses), innocent) is not None


def _suspect(clauses: Sequence[tuple[Clause, Vectors]]) -> list[Vectors]:
    return [vector for clause, vector in clauses if not clause.stances & _AT_WORK]


def sharpen(embedder: Embedder) -> Alarm:
    """Embed all exemplars. Blocking, about a second; once in a process."""
    kinds = tuple(kind for kind, sentences in ATTACKS.items() for _ in sentences)
    attacks = [s for sentences in ATTACKS.values() for s in sentences]
    return Alarm(kinds, contrast(attacks, NO_ATTACKS, embedder), contrast(RUDE, CIVIL, embedder))
