"""Compliance: were the required words said, and was the customer's identity checked in time?"""

from __future__ import annotations

import re

from core.messages import Quote
from core.stances import Stance
from grading.embedded.findings import best
from grading.embedded.heard import Heard, Sentence
from grading.embedded.overlap import content
from grading.embedded.signals.empathy import rude
from grading.judges import Context, Judgement
from grading.rubric import Criterion
from grading.transcript import Transcript

_QUOTED = re.compile(r"[\u201c\"]([^\u201d\"]{8,300})[\u201d\"]")
_WANTS_CHECK = re.compile(
    (
        r"\b(?:check|verify|confirm|establish)\w*\b.{0,40}\b(?:who|identity|customer is|"
        r"details|caller)|\bidentity\b|\bverification\b"
    ),
    re.IGNORECASE,
)
_ACCOUNT_MATTER = re.compile(
    (
        r"\b(?:account|charg\w+|bill\w*|refund\w*|payment|order|subscription|card|"
        r"booking|policy|claim|password)\b"
    ),
    re.IGNORECASE,
)
_IDENTIFIES = re.compile(
    r"\b(?:e-?mail|date of birth|post ?code|zip|account (?:number|name|holder)|"
    r"order (?:number|id)|"
    r"reference(?: number)?|(?:full |last |first |your )name|phone number|last "
    r"(?:four|4)|security (?:question|word)|"
    r"customer (?:number|id)|verify|identity|confirm (?:your|who|the))\b",
    re.IGNORECASE,
)
_ACTS = (Stance.HAS_DONE, Stance.PROMISES)
_MOST = 0.6
_BETTER = (
    "Try: “Before I open your account, could you confirm the email address on it "
    "for me? It keeps "
    "your details safe.”"
)


def compliance(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score required phrases where the rubric quotes them, and the identity check."""
    if rude(heard):
        quotes = tuple(s.quote for s in best(rude(heard)))
        return Judgement(1, "Rude words break any policy.", quotes, better=_BETTER)
    wanted = _QUOTED.findall(f"{criterion.description} {context.brief}")
    if wanted:
        return _phrases(heard, wanted)
    if _check_wanted(heard, criterion, context):
        return _identity(heard)
    return Judgement.unscored(
        "Neither the rubric nor the scenario names words or checks that I could look for."
    )


def said(phrase: str, transcript: Transcript) -> Quote | None:
    """Return a phrase where the trainee said it word for word; case and spaces do not count."""
    pattern = re.compile(r"\W+".join(map(re.escape, re.findall(r"\w+", phrase))), re.IGNORECASE)
    if not pattern.pattern:
        return None
    for line in transcript.trainee:
        if found := pattern.search(line.text):
            return Quote(line.number, found.group())
    return None


def _phrases(heard: Heard, wanted: list[str]) -> Judgement:
    verbatim = [said(phrase, heard.transcript) for phrase in wanted]
    other = [q or _in_other_words(p, heard) for p, q in zip(wanted, verbatim, strict=True)]
    quotes = tuple(q for q in other if q is not None)
    missing = [p for p, q in zip(wanted, other, strict=True) if q is None]
    if missing:
        score = 3 if quotes else 2
        return Judgement(
            score,
            f"I did not find the words “{missing[0]}”.",
            quotes,
            better=f"Say: “{missing[0]}”",
        )
    if all(verbatim):
        return Judgement(5, "All that was required came, word for word.", quotes)
    return Judgement(4, "All that was required came, in other words.", quotes)


def _in_other_words(phrase: str, heard: Heard) -> Quote | None:
    words = content(phrase)
    for sentence in heard.sentences:
        if words and len(words & content(sentence.text)) >= _MOST * len(words):
            return sentence.quote
    return None


def _check_wanted(heard: Heard, criterion: Criterion, context: Context) -> bool:
    asked = f"{criterion.description} {context.brief} {context.goal}"
    spoken = " ".join(line.text for line in heard.transcript.lines)
    return bool(_WANTS_CHECK.search(asked) or _ACCOUNT_MATTER.search(spoken))


def _identity(heard: Heard) -> Judgement:
    checks = [s for s in heard.sentences if _asks_who(s)]
    acts = [s for s in heard.showing(*_ACTS) if _ACCOUNT_MATTER.search(s.text)]
    if not checks:
        why = "I did not hear a check of who the customer is."
        return Judgement(2, why, tuple(s.quote for s in best(acts[:1])), better=_BETTER)
    quotes = tuple(s.quote for s in best(checks))
    if acts and acts[0].turn < checks[0].turn:
        why = "The customer's identity was checked, but after the account had been touched."
        return Judgement(3, why, quotes, better=_BETTER)
    why = "The customer's identity was checked first. I cannot tell whether each policy was kept."
    return Judgement(4, why, quotes)


def _asks_who(sentence: Sentence) -> bool:
    return bool(_IDENTIFIES.search(sentence.text)) and (
        "?" in sentence.text or sentence.shows(Stance.ASKS, Stance.REQUESTS)
    )
