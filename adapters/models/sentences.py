"""Cuts text into sentences while it is still arriving."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 600
"""Characters after which a text without an end is cut all the same."""

# A full stop, closing quotes and brackets, white space, and what follows: without the next
# character nobody can tell "3." from "3.5", or "Mr." from the end.
_END = re.compile(r"""[.!?…]+["'”’)\]*]*(?=\s+(\S))|\n+""")
_LAST_WORD = re.compile(r"(\S+)$")
_NEVER_LAST = frozenset(
    ("mr", "mrs", "ms", "mx", "dr", "st", "prof", "vs", "eg", "e.g", "i.e", "ie", "approx")
)
_INITIAL = re.compile(r"[A-Z]")


class Cutter:
    """Takes pieces of text and gives back the sentences that are complete."""

    def __init__(self) -> None:
        self._held = ""

    def feed(self, piece: str) -> list[str]:
        """Add a piece; return the sentences it completes, without the space around them."""
        self._held += piece
        return list(self._complete())

    def rest(self) -> str:
        """Return what is left when no more will come, "" when nothing is."""
        left, self._held = self._held.strip(), ""
        return left

    def _complete(self) -> Iterator[str]:
        while (at := _end(self._held)) is not None:
            sentence, self._held = self._held[:at].strip(), self._held[at:]
            if sentence:
                yield sentence


def _end(text: str) -> int | None:
    for found in _END.finditer(text):
        if not found.group().strip() or _ends(text, found):
            return found.end()
    return LONGEST if len(text) > LONGEST else None


def _ends(text: str, found: re.Match[str]) -> bool:
    """Whether these marks end a sentence, and not an abbreviation, a list number or a pause."""
    follows = found.group(1) or ""
    if found.group()[0] in "!?":
        return True
    if follows.islower():
        return False
    last = _LAST_WORD.search(text[: found.start()])
    word = last.group(1).lstrip("(\"'“‘") if last else ""
    if word.lower() in _NEVER_LAST or (word.lower() == "no" and follows.isdigit()):
        return False
    initial = bool(_INITIAL.fullmatch(word)) and word != "I" and follows.isupper()
    return not initial and not (word.isdigit() and text[: found.start()].strip() == word)


def sentences(text: str) -> list[str]:
    """Return the sentences of a whole text."""
    cutter = Cutter()
    found = cutter.feed(text)
    last = cutter.rest()
    return [*found, last] if last else found
