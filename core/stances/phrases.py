"""Phrase tables: a small notation, and one index over all tables.

A line is one phrase, words parted by spaces. ``a/b`` is either word, ``word?`` may be missing,
``_`` is any one word, ``..`` is up to four words, ``<name>`` a word class; ``^`` in front means
"opens the clause", ``$`` at the end means "ends it". Lines are found by their first word, so the
cost of a clause does not grow with the tables.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_ANY = r"\S+ "
_FEW = r"(?:\S+ ){0,5}?"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled line: its sign, whether it opens the clause, and what follows its first word."""

    sign: str
    opens: bool
    rest: re.Pattern[str]


class PhraseIndex:
    """All phrase tables, by first word."""

    def __init__(self, tables: Mapping[str, str], classes: Mapping[str, frozenset[str]]) -> None:
        """Compile ``tables`` (sign -> lines); ``classes`` are the words of each ``<name>``."""
        self._classes = classes
        self._by_word: dict[str, list[Phrase]] = {}
        for sign, lines in tables.items():
            for line in lines.strip().splitlines():
                self._add(sign, line.split())

    def _add(self, sign: str, line: list[str]) -> None:
        opens = line[0].startswith("^")
        first = line[0].removeprefix("^")
        optional = first.endswith("?") and len(line) > 1
        starts = self._options(first.removesuffix("$").removesuffix("?"))
        rest = self._compile(line[1:], ends=first.endswith("$"))
        for word in starts:
            self._by_word.setdefault(word, []).append(Phrase(sign, opens, rest))
        if optional:
            self._add(sign, [("^" if opens else "") + line[1], *line[2:]])

    def _options(self, token: str) -> list[str]:
        found: list[str] = []
        for option in token.split("/"):
            if option.startswith("<"):
                found.extend(sorted(self._classes[option[1:-1]]))
            else:
                found.append(option)
        return found

    def _compile(self, tokens: Sequence[str], *, ends: bool) -> re.Pattern[str]:
        pattern = "".join(self._token(token.removesuffix("$")) for token in tokens)
        at_end = ends or bool(tokens and tokens[-1].endswith("$"))
        return re.compile(pattern + ("$" if at_end else ""))

    def _token(self, token: str) -> str:
        if token == "_?":
            return f"(?:{_ANY})?"
        if token in {"_", ".."}:
            return _ANY if token == "_" else _FEW
        optional = token.endswith("?")
        words = "|".join(map(re.escape, self._options(token.removesuffix("?"))))
        return f"(?:(?:{words}) )" + ("?" if optional else "")

    def signs(self, words: Sequence[str], lead: int) -> Iterator[str]:
        """Yield the sign of every phrase in ``words``; clause-openers stand at 0 or ``lead``."""
        line = "".join(f"{word} " for word in words)
        position = 0
        for index, word in enumerate(words):
            position += len(word) + 1
            for phrase in self._by_word.get(word, ()):
                placed = not phrase.opens or index in {0, lead}
                if placed and phrase.rest.match(line, position):
                    yield phrase.sign
