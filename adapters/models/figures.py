"""The hard tokens of a text: figures, dates, addresses and names, spelt in one way."""

from __future__ import annotations

import re
from collections.abc import Iterator


def _listed(text: str) -> list[str]:
    return text.split()


_UNITS = _listed("""zero one two three four five six seven eight nine ten eleven twelve thirteen
fourteen fifteen sixteen seventeen eighteen nineteen""")
_TENS = _listed("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = _listed("""zeroth first second third fourth fifth sixth seventh eighth ninth tenth
eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth""")
NUMBERS = {
    **{word: n for n, word in enumerate(_UNITS)},
    **{word: n for n, word in enumerate(_ORDINALS)},
    **{word: 10 * n for n, word in enumerate(_TENS, 2)},
    **{word[:-1] + "ieth": 10 * n for n, word in enumerate(_TENS, 2)},
}
_DAYS = _listed("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS = _listed("""january february april june july august september october november
december""")
# "May" and "March" are words of their own; with a capital in a sentence they are months.
_CALENDAR = frozenset((*_DAYS, *_MONTHS))
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
_CODE = re.compile(r"\b[A-Za-z]{1,6}[-/]?\d[\w/-]*\b")
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
_ENDING = re.compile(r"(?<=\d)(?:st|nd|rd|th|s|am|pm|k)$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SPELT = re.compile(
    rf"\b(?:({'|'.join(_TENS)})[- ]({'|'.join((*_UNITS[1:10], *_ORDINALS[1:10]))})"
    rf"|({'|'.join(NUMBERS)}))\b"
)
_IDIOMATIC = 2
"""Number words up to this one are idiom ("one of you", "two minutes") unless a unit follows."""
_COUNTED = re.compile(
    r"(?<![-\w])(?<!ty )(?:two|second)\s+(?:dollars?|pounds?|euros?|cents?|pence|hours?|days?"
    r"|nights?|weeks?|months?|years?)\b|\btwo\s+(?:hundred|thousand|percent|per\s+cent)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.!?…:\-–][\s\"”’)])(?<=[^\n][ ])([A-Z][a-zà-öø-ÿ]{2,})\b")
_NO_NAMES = frozenset(
    _listed("""god english internet christma easter sir madam mis mister okay mum dad mam ye well
    right thank please hello sorry lord heaven march""")
)


def figures(text: str) -> frozenset[str]:
    """Return emails, links, numbers, codes and days: "the third" and "3rd" are both "3"."""
    found = {m.lower().rstrip(".") for m in (*_EMAIL.findall(text), *_LINK.findall(text))}
    plain = _LINK.sub(" ", _EMAIL.sub(" ", text))
    found |= set(_digits(plain))
    found |= set(_spelt(plain))
    return frozenset(found | ({_singular(w) for w in _WORD.findall(plain)} & _CALENDAR))


def names(text: str) -> frozenset[str]:
    """Return capitalised words inside sentences, in lower case and without a plural's ending.

    The first word of a sentence tells nothing.
    """
    found = {_singular(name) for name in _NAME.findall(text)}
    return frozenset(found - _NO_NAMES - _CALENDAR)


def words(text: str) -> frozenset[str]:
    """Return all words of a text, in lower case and without a plural's ending."""
    return frozenset(_singular(w) for w in re.findall(r"[^\W\d_]+", text))


def _singular(word: str) -> str:
    return word.lower().rstrip("s")


def _digits(text: str) -> Iterator[str]:
    for code in _CODE.findall(text):
        bare = _ENDING.sub("", code.lower())
        if not bare.isdigit() and not _FIGURE.fullmatch(bare):
            yield bare
    for figure in _FIGURE.findall(text):
        yield _plain(figure)


def _plain(figure: str) -> str:
    """Trim a figure: "1,000" is "1000", "42.90" is "42.9" and "9:14" stays."""
    if ":" in figure:
        return figure
    whole = re.sub(r",(?=\d{3}(?:\D|$))", "", figure).replace(",", ".")
    head, dot, tail = whole.partition(".")
    tail = tail.rstrip("0")
    return f"{head.lstrip('0') or '0'}{dot if tail else ''}{tail}"


def _spelt(text: str) -> Iterator[str]:
    """Number words as figures: "twenty-one" is "21"."""
    for tens, unit, alone in _SPELT.findall(text.lower()):
        number = NUMBERS[tens] + NUMBERS[unit] if tens else NUMBERS[alone]
        if number > _IDIOMATIC:
            yield str(number)
    if _COUNTED.search(text):
        yield "2"
