"""Words that are aimed at whoever scores, and not at the customer. They earn nothing."""

from __future__ import annotations

import re

from core.stances import Attack, attack

_AIMED = re.compile(
    r"\b(?:give|award|rate|score|grade|mark|assign|deserves?|earns?)\b.{0,60}"
    r"\b(?:[1-5](?:\.0)?(?: ?/ ?5| out of 5| points?| stars?)|full (?:marks|score|"
    r"points)|top (?:marks|score)|"
    r"(?:high|max|maxim|perfect|excellent)\w* (?:score|mark|rating|grade)s?|a "
    r"(?:five|pass)\b|all fives)"
    r"|\b(?:give|award|rate|score|grade|mark) (?:me|this|my|us|"
    r"it)\b.{0,20}\b(?:[1-5]|five|pass)\b"
    r"|\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instruction|rubric|rule|"
    r"prompt|anchor|criteri|above|previous)"
    r"|\b(?:grader|evaluator|assessor|examiner|scoring (?:model|system|engine)|"
    r"judge)s?\b.{0,40}"
    r"(?:[:,]|\b(?:should|must|please|will|note|give|score|rate|mark)\b)"
    r"|\bthis (?:agent|trainee|rep|call|attempt|transcript|conversation)\b.{0,60}"
    r"\b(?:scor|rating|rated|rubric|criteri|deserv|anchor|excellent|exemplary|"
    r"perfect|outstanding)"
    r"|\b(?:empathy|resolution|compliance|efficiency|overall|score|rating|"
    r"grade)\s*[:=]\s*(?:[1-5]\b|pass)"
    r"|^\W*(?:system|assistant|developer|instruction)s?\s*:|</?[a-z_]+>|\bend of transcript\b",
    re.IGNORECASE,
)
_SHORT = 2000


def aimed_at_judge(sentence: str) -> bool:
    """Whether a sentence asks for a score, or orders the judge about."""
    text = sentence[:_SHORT]
    return bool(_AIMED.search(text)) or attack(text) in {Attack.SCORING, Attack.INSTRUCTIONS}
