"""Sounds and words by which a listener says no more than "I am listening".

The words are those that corpora of telephone speech list as backchannels most often (Jurafsky et
al., "Automatic detection of discourse structure", 1997: uh-huh, yeah, right, oh, okay, mm-hmm,
I see ...), and how a recogniser spells the hums.
"""

from __future__ import annotations

import re

_WORD_TEXT = """
mhm mm mmm mmhm mmhmm mhmm hm hmm hmmm um uh uhhuh uhuh huh ah aha ahh oh ooh yeah yep yup yes ya
ok okay kay right sure alright exactly absolutely really true wow indeed gotcha cool fine good great
nice
"""
_WORDS = frozenset(_WORD_TEXT.split())
_PHRASES = frozenset(
    """
    i see|of course|got it|oh okay|oh i see|all right|i know|that's right|oh dear|oh no|makes sense|
    fair enough|i understand|go on|oh wow|oh right|yeah yeah|right right|okay okay|no problem
    """.replace("\n", "").split("|")
)
_PHRASE_TEXTS = frozenset(" ".join(phrase.split()) for phrase in _PHRASES)
_MOST_WORDS = 3
_NO_LETTER = re.compile(r"[^a-z' ]+")


def only_listens(text: str) -> bool:
    """Whether what was said takes no turn: a listening sound, or nothing that is a word."""
    plain = " ".join(_NO_LETTER.sub(" ", text.lower().replace("-", "")).split())
    if not plain or plain in _PHRASE_TEXTS:
        return True
    words = plain.split()
    return len(words) <= _MOST_WORDS and all(word in _WORDS for word in words)
