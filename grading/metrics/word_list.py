"""A large set of words held small: as sorted 64-bit digests, 8 bytes a word.

The 160,000 words of the list would take 23 MB as a set of strings; here they take 1.3 MB. Two
words share a digest with a chance of about one in ten billion, which a spelling metric can bear.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from hashlib import blake2b


class WordList:
    """Answers whether a word is in the list. Words are compared as they stand."""

    def __init__(self, words: Iterable[str]) -> None:
        self._digests = array("Q", sorted({_digest(word) for word in words}))

    def __contains__(self, word: str) -> bool:
        wanted = _digest(word)
        place = bisect_left(self._digests, wanted)
        return place < len(self._digests) and self._digests[place] == wanted

    def __len__(self) -> int:
        return len(self._digests)


def _digest(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest())
