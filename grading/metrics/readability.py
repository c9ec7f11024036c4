"""Reading ease, by the formula of Flesch."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_SENTENCE = re.compile(r"(?<![.!?\u2026])[.!?\u2026]++(?=\s|$)|\n+")
_VOWELS = re.compile(r"[aeiouy]+")
_LOWEST, _HIGHEST = -100.0, 121.22


def words_of(text: str) -> list[str]:
    """Return the words of a text: letters with inner apostrophes, no figures."""
    return _WORD.findall(text)


def sentences_of(text: str) -> list[str]:
    """Return the parts of a text between full stops, question marks and line ends."""
    return [part for part in _SENTENCE.split(text) if _WORD.search(part)]


def reading_ease(text: str) -> float | None:
    """Return the Flesch reading ease: 206.835 - 1.015 words/sentences - 84.6 syllables/words.

    Source: Flesch, "A new readability yardstick" (Journal of Applied Psychology 32, 1948). 60 to
    80 is plain English. Held between -100 and 121.22, which is the ease of one-syllable,
    one-word sentences. None for a text without words.
    """
    words = words_of(text)
    if not words:
        return None
    a_sentence = len(words) / max(1, len(sentences_of(text)))
    a_word = sum(syllables(word) for word in words) / len(words)
    ease = 206.835 - 1.015 * a_sentence - 84.6 * a_word
    return round(min(_HIGHEST, max(_LOWEST, ease)), 1)


def syllables(word: str) -> int:
    """Estimate the syllables of an English word, at least 1: groups of vowels, less mute endings.

    "make" and "moved" count 1, "table", "started" and "boxes" 2.
    """
    plain = word.lower().replace("\u2019", "'").split("'")[0]
    count = len(_VOWELS.findall(plain))
    if re.search(r"[^aeiouy]e$", plain) and not re.search(r"[^aeiouyr]le$", plain):
        count -= 1
    elif re.search(r"[^aeiouytd]ed$", plain) or re.search(r"[^aeiouysxzcg]es$", plain):
        count -= not re.search(r"[sxzcg]hes$", plain)
    return max(1, count)
