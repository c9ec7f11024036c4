"""How much of one person's words the other takes up, counted in content words."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_ENDING = re.compile(r"(?:ings?|ed|es|s|ly|'s|ment)$")
_SHORTEST_STEM = 3

_FUNCTION_TEXT = """
a an the and or but if so to of in on at for with is are was were be been am do does did done it
its this that these those i you he she we they me him her us them my your his our their there
here what which who how why when where not no yes as by from have has had will would can could
should shall may might just then than too very well okay ok um uh oh yeah right i'm i've i'll
i'd it's that's you're you've you'll don't doesn't didn't can't won't isn't wasn't we're we've
we'll they're there's what's let's get got go going gonna about up out into over again also any
some all more much many please thank thanks hi hello hey sorry really now like one let
"""
_FUNCTION = frozenset(_FUNCTION_TEXT.split())


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """Return the stems of a text's content words, in lower case."""
    return frozenset(stem(word) for word in tokens(text) if word not in _FUNCTION)


def tokens(text: str) -> list[str]:
    """Return the words and figures of a text in lower case, apostrophes straightened."""
    return _WORD.findall(text.lower().replace("\u2019", "'"))


def stem(word: str) -> str:
    """Cut the commonest English endings, so that "charged" meets "charge" and "charges"."""
    cut = _ENDING.sub("", word)
    cut = cut if len(cut) >= _SHORTEST_STEM else word
    return cut[:-1] if cut.endswith("e") and len(cut) > _SHORTEST_STEM else cut


def shared(one: str, other: str) -> frozenset[str]:
    """Return the content words that stand in both texts."""
    return content(one) & content(other)
