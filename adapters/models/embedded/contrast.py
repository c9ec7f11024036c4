"""Sentences that show a thing, and sentences that only look like it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from adapters.models.embedded.topics import Vectors
from core.ports import Embedder

NEAR = 0.55
"""Cosine from which a clause is like an exemplar."""
AHEAD = 0.14
"""How much nearer it must be to that than to any innocent sentence.

Both figures: the lowest at which of 2,700 innocent sentences (the library's exemplars, the
grammar's set, the `dev` half of the blind set) fewer than one in 500 was taken for an attack or
for contempt.
"""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Exemplars as (n, 384) unit vectors."""

    like: Vectors
    unlike: Vectors

    def nearest(self, said: Sequence[Vectors], innocent: Vectors) -> int | None:
        """Return the index of the exemplar that a clause of `said` clearly resembles.

        `innocent` are vectors of further sentences that are harmless, here the scenario's own.
        """
        if not said:
            return None
        clauses = np.stack(said)
        near = clauses @ self.like.T
        harmless = np.maximum(
            (clauses @ self.unlike.T).max(axis=1), (clauses @ innocent.T).max(axis=1)
        )
        best = near.max(axis=1)
        ahead = np.where(best >= NEAR, best - harmless, -1.0)
        clause = int(ahead.argmax())
        return int(near[clause].argmax()) if ahead[clause] >= AHEAD else None


def contrast(like: Sequence[str], unlike: Sequence[str], embedder: Embedder) -> Contrast:
    """Embed the exemplars. Blocking; some hundred short sentences."""
    vectors = np.asarray(embedder.embed([*like, *unlike]), dtype=np.float32)
    return Contrast(vectors[: len(like)], vectors[len(like) :])
