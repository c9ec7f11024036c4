"""A second ear for attacks: what lies near one, and far from everything innocent.

The grammar knows the usual words (`core.stances.attack`) and decides first. Here a clause counts
only where it lies near an exemplar and *much* nearer than any innocent look-alike and any sentence
of the scenario itself; a trainee who only does the job must not be told off for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from adapters.models.embedded.exemplars import ATTACKS, NO_ATTACKS
from adapters.models.embedded.topics import Vectors
from core.ports import Embedder
from core.stances import Attack, Stance

NEAR = 0.55
"""Cosine from which a clause is like an attack. Measured on the blind set's `dev` half."""
AHEAD = 0.14
"""How much nearer it must be to the attack than to any innocent sentence."""
OURS = frozenset({Stance.PROMISES, Stance.HAS_DONE, Stance.REFUSES, Stance.HEDGES})
"""Who does one of these is at work, whatever the words resemble."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """Exemplars as unit vectors, `kinds[i]` belonging to `like[i]`."""

    kinds: tuple[Attack, ...]
    like: Vectors
    unlike: Vectors

    def hears(self, vectors: Sequence[Vectors], innocent: Vectors) -> Attack | None:
        """Return the attack that one of `vectors` is; `innocent` are the scenario's sentences."""
        if not vectors:
            return None
        said = np.stack(vectors)
        near = said @ self.like.T
        harmless = np.maximum((said @ self.unlike.T).max(axis=1), (said @ innocent.T).max(axis=1))
        ahead = near.max(axis=1) - harmless
        ahead[near.max(axis=1) < NEAR] = -1.0
        clause = int(ahead.argmax())
        return self.kinds[int(near[clause].argmax())] if ahead[clause] >= AHEAD else None


def sharpen(embedder: Embedder) -> Alarm:
    """Embed the exemplars. Blocking; some 300 short sentences, once in a process."""
    kinds = tuple(kind for kind, sentences in ATTACKS.items() for _ in sentences)
    sentences = [s for group in ATTACKS.values() for s in group]
    vectors = np.asarray(embedder.embed([*sentences, *NO_ATTACKS]), dtype=np.float32)
    return Alarm(kinds, vectors[: len(kinds)], vectors[len(kinds) :])
