"""Whether a voice says the words it was given: a model may feel like answering them instead."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PARTIAL = re.compile(r"\S+\Z")
# Words that may stand for figures and signs: "$42.99", "pat@example.com", "#4411".
_SPELT = frozenset(
    word
    for words in (
        "a and at cent cents dash dollar dollars dot euro euros hash hundred hyphen minus number",
        "o'clock oh percent point pound pounds sharp slash thousand underscore th nd rd st",
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen",
        "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy",
        "eighty ninety first second third fourth fifth sixth seventh eighth ninth tenth",
    )
    for word in words.split()
)
_BORNE = 8
"""Words heard for each one that may be another, so none at first: "I am" for "I'm" is no harm, and
"Sure!" before the line is."""
_LOST = 4
"""One word in so many may be missing, and no more, in a line that is said in full."""


@dataclass(slots=True)
class Following:
    """Follows the transcript of a line as it comes."""

    line: str
    heard: str = ""
    _wanted: Counter[str] = field(init=False)

    def __post_init__(self) -> None:
        self._wanted = _words(self.line)

    def hears(self, text: str) -> bool:
        """Add a piece of the transcript. Returns whether it still is the line."""
        self.heard += text
        # The last word may be half there.
        return self._follows(_words(_PARTIAL.sub("", self.heard)))

    @property
    def begun(self) -> bool:
        """Whether enough was heard to tell that it is the line."""
        return bool(_words(_PARTIAL.sub("", self.heard)) or not self._wanted)

    @property
    def complete(self) -> bool:
        """Whether all of it was the line, and the line was all said."""
        said = _words(self.heard)
        missing = (self._wanted - said).total()
        return self._follows(said) and missing <= self._wanted.total() // _LOST

    def _follows(self, said: Counter[str]) -> bool:
        return (said - self._wanted).total() <= said.total() // _BORNE


def _words(text: str) -> Counter[str]:
    found = (word.casefold().replace("’", "'") for word in _WORD.findall(text))
    return Counter(word for word in found if word not in _SPELT)
