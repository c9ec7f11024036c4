"""The three ways of answering a person in need, none, weak or strong: shown as 1, 3 and 5.

The division is that of Sharma et al., "A computational approach to understanding empathy
expressed in text-based mental health support" (EMNLP 2020): emotional reactions, interpretations
and explorations. What tells weak from strong here is our own rule.
"""

from __future__ import annotations

import re

from core.stances import Stance
from grading.embedded.better import acknowledge, ask
from grading.embedded.cues import Cue
from grading.embedded.findings import best
from grading.embedded.heard import Heard, Sentence
from grading.embedded.overlap import shared
from grading.embedded.signals.asking import listened
from grading.judges import Context, Judgement
from grading.rubric import Criterion

_LEVELS = (1, 3, 5)
_SORROW = (Cue.SYMPATHY, Stance.APOLOGISES, Stance.ACKNOWLEDGES)
_CARE = (Cue.WISH, Cue.SUPPORT)
_ASKS_WHY = re.compile(
    (
        r"\b(?:why|reasons?|what(?:'?s| is)? (?:made|makes|happened|going|wrong)|"
        r"feel\w*|tell me)\b"
    ),
    re.IGNORECASE,
)
_A_STATEMENT = 5
"""Words from which a sentence can say something about the other."""


def emotional_reactions(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score warmth and concern: sorrow, good wishes, being there."""
    del criterion, context
    sorrow, care = heard.showing(*_SORROW), heard.showing(*_CARE)
    sense = heard.showing(Cue.VALIDATION)
    level = min(2, bool(sorrow) + bool(care) + (len(sense) > 1))
    why = (
        "I found no words of warmth or concern.",
        (
            "There was one kind of warmth; saying what you feel for them, too, would make "
            "it stronger."
        ),
        "Warmth came in more than one way.",
    )[level]
    return _judgement(
        level, why, sorrow + care + sense, "" if level > 1 else acknowledge(heard.transcript)
    )


def interpretations(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score whether the other's experience was understood and put into words."""
    del criterion, context
    statements = [s for s in heard.sentences if _says_something(s)]
    insight = heard.showing(Cue.VALIDATION, Cue.INFERENCE)
    alike = heard.showing(Cue.SHARED)
    level = min(2, bool(statements) + bool(insight))
    why = (
        "I found no words that show what you understood of their experience.",
        (
            "You answered what they said; putting into words what it is like for them "
            "would go further."
        ),
        "You put into words what it is like for them.",
    )[level]
    return _judgement(
        level, why, insight + alike, "" if level > 1 else acknowledge(heard.transcript)
    )


def explorations(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score questions about the other's experience: 5 when they ask into what was said."""
    del criterion
    said = " ".join(line.text for line in heard.transcript.customer)
    asked = [s for s in heard.sentences if "?" in s.text]
    deep = [s for s in asked if s.shows(Cue.PROBE) and _specific(s.text, said)]
    plain = [s for s in asked if not s.shows(Cue.ADVICE)]
    level = 2 if deep else int(bool(plain))
    why = (
        "I found no question about their experience.",
        "You asked; a question about what they just said, or how it felt, would open more.",
        "You asked into what they said.",
    )[level]
    asked_into = _judgement(level, why, deep or plain, "" if level > 1 else ask(heard.transcript))
    return listened(asked_into, context) if context.played else asked_into


def _specific(question: str, said: str) -> bool:
    return bool(_ASKS_WHY.search(question) or shared(question, said))


def _says_something(sentence: Sentence) -> bool:
    return "?" not in sentence.text and len(sentence.text.split()) >= _A_STATEMENT


def _judgement(level: int, why: str, seen: list[Sentence], better: str) -> Judgement:
    quotes = tuple(s.quote for s in best(list(dict.fromkeys(seen)))) if level else ()
    return Judgement(_LEVELS[level], why, quotes, better=better)
