"""How near two texts are in meaning, by the sentence vectors."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from operator import mul
from threading import Lock

from core.ports import Embedder

_KEPT = 2048
_LONGEST = 160
"""Characters of a text that are read: more told uptake no better, and takes thrice as long."""


class Nearness:
    """Cosines between texts. Vectors are kept for a while; may be shared between threads."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._known: OrderedDict[str, Sequence[float]] = OrderedDict()
        self._lock = Lock()

    def between(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Return the cosine of each pair of texts, -1 to 1; all are embedded in one batch."""
        vectors = self._vectors([text for pair in pairs for text in pair])
        return [_cosine(vectors[i], vectors[i + 1]) for i in range(0, len(vectors), 2)]

    def _vectors(self, texts: Sequence[str]) -> list[Sequence[float]]:
        short = [text[:_LONGEST] for text in texts]
        with self._lock:
            known = {text: self._known[text] for text in short if text in self._known}
        missing = [text for text in dict.fromkeys(short) if text not in known]
        if missing:
            known |= dict(zip(missing, self._embedder.embed(missing), strict=True))
        self._keep(known)
        return [known[text] for text in short]

    def _keep(self, vectors: dict[str, Sequence[float]]) -> None:
        with self._lock:
            self._known.update(vectors)
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)


def _cosine(one: Sequence[float], other: Sequence[float]) -> float:
    return float(sum(map(mul, one, other)))
