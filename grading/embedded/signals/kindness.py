"""Kindness in a call that was played: what the customer's own course adds to the wordings.

The model of wordings was fitted to people who came with a grief. A customer who is calm wants
courtesy and to be taken at their word; and whoever hangs up angry was not met, whatever was said.
"""

from __future__ import annotations

import re

from core.moods import Mood
from core.scenario import Outcome
from core.stances import Stance
from grading.context import Context
from grading.embedded.heard import Heard, Sentence
from grading.embedded.signals.vagueness import vague_share

_OBLIGES = re.compile(
    r"\b(?:of course|certainly|no problem|gladly|with pleasure|by all means|absolutely|"
    r"don'?t worry|no need to worry|(?:did|do|are|were) (?:quite |absolutely )?right|"
    r"(?:not|no|isn'?t|never) (?:\w+ )?(?:bother|trouble|moan)\w*|take your time|"
    r"(?:good|fair|very good) (?:question|point)|"
    r"(?:i(?:'m| am)|we(?:'re| are)) (?:\w+ ){0,2}(?:glad|pleased|happy|grateful|"
    r"relieved|with you)|"
    r"thank(?:s| you) for|lovely|wonderful|congratulations|enjoy|what a|"
    r"don'?t feel (?:bad|ashamed)|happens to|(?:easy|easier) for (?:you|them|him|her)|"
    r"must have been|at your own pace|whenever (?:you|it) suits?|(?:if|as|what) you(?:'d)? "
    r"(?:like|prefer|want)|you(?:'re| are) welcome|i believe you|"
    r"that(?:'s| is) (?:absolutely |quite )?fine)\b",
    re.IGNORECASE,
)
_FEELS = (Stance.APOLOGISES, Stance.ACKNOWLEDGES, Stance.TAKES_OWNERSHIP)
_EVEN = frozenset({Mood.CALM, Mood.HAPPY})
_SORRY_TOO_OFTEN = 3
_A_LOT, _SOME = 3, 2
_HALF = 0.5


def kind_turns(heard: Heard, warm: tuple[object, ...]) -> int:
    """Count the messages with a kind or an obliging word; `warm` are the cues of warmth."""
    return sum(any(_kind(s, warm) for s in turn.sentences) for turn in heard.turns)


def obliging(sentence: Sentence) -> bool:
    """Whether a sentence obliges: courtesy, as it meets somebody who is not upset."""
    return bool(_OBLIGES.search(sentence.text.replace("\u2019", "'")))


def in_view_of_the_call(
    score: int, why: str, heard: Heard, context: Context, kind: int
) -> tuple[int, str]:
    """Return the score of empathy after a look at how the customer took it."""
    if context.outcome is Outcome.BAD:
        return _at_the_bad_end(score, why, context)
    if context.outcome is not Outcome.GOOD and not context.gained:
        return _without_help(score, why, heard)
    apologies = len({s.turn for s in heard.showing(Stance.APOLOGISES)})
    if context.outcome is Outcome.GOOD:
        met = heard.turns[0].shows(*_FEELS)
        return _at_the_good_end(score, why, context, kind, met=met)
    if apologies > _SORRY_TOO_OFTEN and apologies > context.gained:
        return min(score, 3), f"You said sorry {apologies} times; less of it would say more."
    return score, why


def _at_the_bad_end(score: int, why: str, context: Context) -> tuple[int, str]:
    if context.warmed is not None and context.warmed < 0:
        return min(score, 2), "The customer left with the feeling of not having been met."
    if score > 2:  # noqa: PLR2004 - a formula
        return 2, "There were kind words, and they did not make up for how the call ended."
    return score, why


def _without_help(score: int, why: str, heard: Heard) -> tuple[int, str]:
    if heard.showing(*_FEELS) and vague_share(heard) < _HALF:
        most = "There were kind words, and nothing followed from them: care shows in deeds, too."
        return (3, most) if score > 3 else (score, why)  # noqa: PLR2004 - the middle
    offers = len({s.turn for s in heard.showing(Stance.OFFERS)})
    if offers >= _SOME:
        return min(score, 2), f"You offered {offers} times what the customer had not come for."
    return min(score, 2), "The customer was left alone with the matter, and felt it."


def _at_the_good_end(
    score: int, why: str, context: Context, kind: int, *, met: bool
) -> tuple[int, str]:
    fell = context.warmed is not None and context.warmed < 0
    even = context.mood in _EVEN and not fell
    rose = context.warmed is not None and context.warmed > 0
    if met and rose:
        floor, seen = 4, "You met the feeling at once, and the customer warmed."
    elif kind >= _A_LOT or (kind >= _SOME and (even or rose)):
        floor, seen = 4, "A kind word came again and again, and the customer left content."
    elif kind:
        floor, seen = 3, "There was a kind word, and the customer left content."
    else:
        floor, seen = 2, "You helped, and the customer left content; a kind word was missing."
    return (floor, seen) if floor > score or not kind else (score, why)


def _kind(sentence: Sentence, warm: tuple[object, ...]) -> bool:
    return obliging(sentence) or any(w in sentence.cues or w in sentence.stances for w in warm)
