"""Word error rate: how much of what was said was heard as something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from adapters.speech.written import written


def _listed(text: str) -> list[str]:
    return text.split()


_NUMBERS = _listed("""zero one two three four five six seven eight nine ten eleven twelve
thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty""")
_PLAIN = {word: str(n) for n, word in enumerate(_NUMBERS)} | {
    "first": "1st",
    "third": "3rd",
    "thirty": "30",
    "percent": "%",
}


def words(text: str) -> list[str]:
    """Return the words as they count: no case, no marks, small numbers as figures."""
    plain = written(text).lower().replace("’", "'")
    plain = re.sub(r"(?<=\d)[,:](?=\d)|[$£€']|\.(?=\s|$)", "", plain)
    plain = re.sub(r"(?<=\d)-(?=\d)", " to ", plain).replace("%", " %")
    found = re.findall(r"[^\s?!,;\-]+", plain)
    return [_PLAIN.get(word, word) for word in found]


def errors(said: Sequence[str], heard: Sequence[str]) -> int:
    """Return the least number of words put in, left out or changed (Levenshtein)."""
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, 1):
        corner, row[0] = row[0], i
        for j, other in enumerate(heard, 1):
            changed = corner + (word != other)
            corner, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, changed)
    return row[-1]


def word_error_rate(pairs: Iterable[tuple[str, str]]) -> float:
    """Return wrong words for each word said, over pairs of said and heard; 0 is perfect."""
    wrong = total = 0
    for said, heard in pairs:
        wrong += errors(words(said), words(heard))
        total += len(words(said))
    return wrong / max(1, total)
