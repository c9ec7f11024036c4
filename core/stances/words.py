"""From a text to its words: spans in the source, spelling made uniform."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.stances.forms import is_deed, is_participle
from core.stances.lexicon import FILLERS
from core.stances.spelling import (
    AFTER_ILL,
    AFTER_ITS,
    AFTER_SICK,
    APOSTROPHES,
    BEFORE_ID,
    ENDINGS,
    HOSTS,
    VERBAL_NEXT,
    WHOLE,
)

_TOKEN = re.compile(rf"\d+(?:[.,:]\d+)*%?|[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*|\n|[.!?…;:,()\-–—]")
_WAS = re.compile(f"[{APOSTROPHES}]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark in uniform spelling; several may share one span ("I'll" is two words)."""

    text: str
    start: int
    end: int

    @property
    def is_mark(self) -> bool:
        """Whether this is punctuation."""
        return not self.text[0].isalnum()


def words_of(source: str) -> tuple[Word, ...]:
    """Tokenise ``source``; lower case, contractions spelt out, marks kept."""
    raw = [(m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(source)]
    plain = [_WAS.sub("'", text) for text, _, _ in raw]
    return tuple(
        Word(text, start, end)
        for index, (_, start, end) in enumerate(raw)
        for text in _spell(plain, index)
    )


def _spell(tokens: list[str], index: int) -> Iterator[str]:
    """Yield the words that the token at ``index`` stands for."""
    token = tokens[index]
    before = tokens[index - 1] if index else ""
    after = next((t for t in tokens[index + 1 : index + 4] if t not in FILLERS), "")
    host, apostrophe, ending = token.partition("'")
    if apostrophe:
        yield from _contraction(host, ending, after)
    else:
        yield from _bare(token, before, after).split() or (token,)


def _contraction(host: str, ending: str, after: str) -> Iterator[str]:
    joined = WHOLE.get(host + ending)
    if joined and ending != "d":
        yield from joined.split()
        return
    yield host
    if ending in ENDINGS:
        yield ENDINGS[ending]
    elif ending == "d":
        yield "had" if after == "better" or is_participle(after) else "would"
    elif ending == "s":
        yield from _s(host, after)
    elif ending:
        yield ending


def _s(host: str, after: str) -> tuple[str, ...]:
    """Tell "is" from "has", and both from a possessive."""
    if host == "let":
        return ("us",)
    verbal = host in HOSTS or after in VERBAL_NEXT or is_participle(after) or after.endswith("ing")
    if not verbal:
        return ()
    return ("has",) if after in {"been", "had", "got"} else ("is",)


def _bare(token: str, before: str, after: str) -> str:
    """Read a token without apostrophe as the contraction it may stand for."""
    if token == "its":
        return ("it has" if after == "been" else "it is") if after in AFTER_ITS else "its"
    opens = not before or before in {"and", "but", "so"} or not before[-1].isalnum()
    if token == "lets" and not opens:
        return "lets"
    return _pronoun_and_verb(token, before, after, opens=opens) or WHOLE.get(token, token)


def _pronoun_and_verb(token: str, before: str, after: str, *, opens: bool) -> str:
    """Read "ill", "id", "well" and "were" where they stand for "I will" and the like."""
    sick = before in AFTER_ILL or before.endswith(("'m", "'re", "'s"))
    if token == "ill" and not sick and after[:1].isalpha() and after not in AFTER_SICK:
        return "i will"
    if token == "id" and after in BEFORE_ID:
        return "i would"
    if token == "well" and opens and (is_deed(after) or after in {"be", "get", "have", "need"}):
        return "we will"
    if token == "were" and opens and (after.endswith("ing") or after in {"not", "sorry", "unable"}):
        return "we are"
    return ""
