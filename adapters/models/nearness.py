"""How near sentences are to one another, with the vectors of authored lines kept."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

from core.ports import Embedder

HELD = 8_192
"""Texts whose vectors are kept, of about 3 kB each."""


class Nearness:
    """A `line_checks.Near` over an embedder. Blocking; may be shared between threads."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._held: OrderedDict[str, Sequence[float]] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(self, sentence: str, texts: Sequence[str]) -> float:
        """Return the highest cosine of the sentence to any of the texts, 0 for none."""
        if not texts:
            return 0.0
        own, *others = self._vectors((sentence, *texts))
        return max(sum(a * b for a, b in zip(own, other, strict=True)) for other in others)

    def learn(self, texts: Sequence[str]) -> None:
        """Embed texts ahead of time."""
        if texts:
            self._vectors(texts)

    def _vectors(self, texts: Sequence[str]) -> list[Sequence[float]]:
        with self._lock:
            known = {text: self._held[text] for text in texts if text in self._held}
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        if missing:
            known |= dict(zip(missing, self._embedder.embed(missing), strict=True))
        with self._lock:
            for text in known:
                self._held[text] = known[text]
                self._held.move_to_end(text)
            while len(self._held) > HELD:
                self._held.popitem(last=False)
        return [known[text] for text in texts]
