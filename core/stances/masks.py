"""Words masked to slip past a reader: "i g n o r e", "1gn0re", letters of other alphabets."""

import re
import unicodedata

LONGEST = 24
"""Characters of a word that may be a masked one; longer ones are numbers and codes."""
_SPACED = re.compile(r"(?<!\w)\w(?:[ .\-_*]\w(?!\w)){3,40}")
_WORD = re.compile(r"[\w@$]+")
_FIGURES = str.maketrans("0134578@$", "oieastbas")
_LOOKALIKES = str.maketrans("аеорсухіѕјοαı", "aeopcyxisjoai")  # noqa: RUF001 - they are the point
"""Cyrillic, Greek and Turkish letters that look like Latin ones."""
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")


def unmasked(text: str) -> str:
    """Return ``text`` in plain letters; where nothing was masked, ``text`` itself."""
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).translate(_LOOKALIKES)
    plain = _SPACED.sub(lambda m: re.sub(r"[\W_]", "", m.group()), plain)
    return _WORD.sub(lambda m: _lettered(m.group()), plain)


def _lettered(word: str) -> str:
    """Read figures as the letters they stand for, in a word that has both."""
    if len(word) > LONGEST or word.isalpha() or not any(c.isalpha() for c in word):
        return word
    return word.replace("11", "ll").replace("l1", "ll").translate(_FIGURES)
