"""What a call demands: words to be said, a check of who it is, questions to be put."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from core.messages import Quote
from core.stances import Stance
from grading.embedded.heard import Heard, Sentence
from grading.embedded.overlap import content
from grading.judges import Context
from grading.rubric import Criterion
from grading.transcript import Transcript

_QUOTED = re.compile(r"[\u201c\"]([^\u201d\"]{8,300})[\u201d\"]")
_VERBATIM = re.compile(r"\bword[- ]for[- ]word\b|\bexact (?:words|wording)\b", re.IGNORECASE)
_WANTS_CHECK = re.compile(
    r"\b(?:check|verif\w+|confirm|establish|identif\w+)\b[^.;\n]{0,40}\b(?:who|identity|"
    r"customer is|details|caller|names?|e-?mail|order number|address|him|her|them|"
    r"customer|patient)\b"
    r"|\b(?:customer|patient|caller)\b[^.;\n]{0,20}\b(?:identified|verified)\b"
    r"|\bwho is (?:calling|speaking)\b|\bidentity\b|\bverification\b",
    re.IGNORECASE,
)
_ACCOUNT_MATTER = re.compile(
    (
        r"\b(?:account|charg\w+|bill\w*|refund\w*|payment|order|subscription|membership|card|"
        r"booking|policy|claim|password)\b"
    ),
    re.IGNORECASE,
)
_IDENTIFIES = re.compile(
    r"\b(?:e-?mail|date of birth|birthday|born|post ?code|zip|account (?:number|name|holder)|"
    r"order (?:number|id|reference)|(?:employee|staff|badge|customer) (?:number|id)|"
    r"line manager|report to|reference(?: number)?|(?:full |last |first |your )name|phone number|"
    r"last (?:four|4)|security (?:question|word)|verify|identity|confirm (?:your|who|the))\b",
    re.IGNORECASE,
)
_ACTS = (Stance.HAS_DONE, Stance.PROMISES)
_MOST = 0.6
_WHO = (
    "“Before I open your account, could you tell me the name and one more detail on it? It keeps "
    "your data safe.”"
)


class Standing(StrEnum):
    """How a demand was met."""

    MET = "met"
    LOOSELY = "loosely"  # in other words
    LATE = "late"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Demand:
    """Something that this call demands. `what` names it as the object of "I heard …"."""

    what: str
    standing: Standing
    quote: Quote | None = None
    better: str = ""
    words: bool = False
    identity: bool = False


def demands(heard: Heard, criterion: Criterion, context: Context) -> list[Demand]:
    """Return what rubric, briefing, documents and scenario demand, and how it was met."""
    found = [_phrase(words, heard) for words in _wanted(criterion, context)]
    if _check_wanted(heard, criterion, context):
        found.append(_identity(heard, context))
    return [*found, *_questions(heard, context)]


def said(phrase: str, transcript: Transcript) -> Quote | None:
    """Return a phrase where the trainee said it word for word; case and spaces do not count."""
    pattern = re.compile(r"\W+".join(map(re.escape, re.findall(r"\w+", phrase))), re.IGNORECASE)
    if not pattern.pattern:
        return None
    for line in transcript.trainee:
        if found := pattern.search(line.text):
            return Quote(line.number, found.group())
    return None


def acts(heard: Heard) -> list[Sentence]:
    """Return what was promised or done about an account."""
    return [s for s in heard.showing(*_ACTS) if _ACCOUNT_MATTER.search(s.text)]


def _wanted(criterion: Criterion, context: Context) -> Iterable[str]:
    # A briefing quotes many a thing; only where it says so are those words to be said.
    brief = context.brief if _VERBATIM.search(context.brief) else ""
    quoted = _QUOTED.findall(f"{criterion.description} {brief}")
    return dict.fromkeys((*context.phrases, *quoted))


def _phrase(words: str, heard: Heard) -> Demand:
    what, better = f"the words “{words}”", f"“{words}”"
    if quote := said(words, heard.transcript):
        return Demand(what, Standing.MET, quote, better, words=True)
    if quote := _in_other_words(words, heard):
        return Demand(what, Standing.LOOSELY, quote, better, words=True)
    return Demand(what, Standing.MISSING, None, better, words=True)


def _in_other_words(phrase: str, heard: Heard) -> Quote | None:
    words = content(phrase)
    for sentence in heard.sentences:
        if words and len(words & content(sentence.text)) >= _MOST * len(words):
            return sentence.quote
    return None


def _check_wanted(heard: Heard, criterion: Criterion, context: Context) -> bool:
    asked = f"{criterion.words} {context.brief} {context.goal}"
    if _WANTS_CHECK.search(asked):
        return True
    # With no briefing at hand, an account that is spoken of has an owner to be asked for.
    spoken = " ".join(line.text for line in heard.transcript.lines)
    return not context.brief and bool(_ACCOUNT_MATTER.search(spoken))


def _identity(heard: Heard, context: Context) -> Demand:
    what = "a check of who the customer is"
    checks = [s for s in heard.sentences if _asks_who(s, context)]
    if not checks:
        return Demand(what, Standing.MISSING, better=_WHO, identity=True)
    done = acts(heard)
    late = bool(done) and done[0].turn < checks[0].turn
    standing = Standing.LATE if late else Standing.MET
    return Demand(what, standing, checks[0].quote, _WHO if late else "", identity=True)


def _asks_who(sentence: Sentence, context: Context) -> bool:
    if "?" not in sentence.text and not sentence.shows(Stance.ASKS, Stance.REQUESTS):
        return False
    # The customer told who they are in the line after this one: that was the question for it.
    answered = context.identified is not None and sentence.turn == context.identified - 1
    return answered or bool(_IDENTIFIES.search(sentence.text))


def _questions(heard: Heard, context: Context) -> Iterator[Demand]:
    """The questions that the scenario's good end asks for."""
    for step in context.steps:
        if not step.asks or _IDENTIFIES.search(step.example):
            continue
        quote = _nearest_question(step.example, heard) if step.met else None
        standing = Standing.MET if step.met else Standing.MISSING
        better = "" if step.met else f"“{step.example}”"
        yield Demand(f"a question such as “{step.example}”", standing, quote, better)


def _nearest_question(example: str, heard: Heard) -> Quote | None:
    asked = [s for s in heard.sentences if "?" in s.text or s.shows(Stance.ASKS, Stance.REQUESTS)]
    words = content(example)
    nearest = max(asked, key=lambda s: len(words & content(s.text)), default=None)
    return nearest.quote if nearest else None
