"""Sentence vectors from words alone: the more words two sentences share, the nearer they are."""

from __future__ import annotations

import math
import re
import zlib
from collections.abc import Sequence

_SIZE = 256


class WordEmbedder:
    """An `Embedder` that needs no model. Counts the sentences it was given."""

    def __init__(self) -> None:
        self.embedded = 0

    def embed(self, sentences: Sequence[str]) -> list[list[float]]:
        """Return a unit vector for each sentence."""
        self.embedded += len(sentences)
        return [_vector(sentence) for sentence in sentences]


def _vector(sentence: str) -> list[float]:
    counts = [0.0] * _SIZE
    for word in re.findall(r"\w+", sentence.lower()) or [""]:
        counts[zlib.crc32(word.encode()) % _SIZE] += 1
    length = math.sqrt(sum(count * count for count in counts))
    return [count / length for count in counts]
