"""Resolution: what was promised or done about the matter, and what the customer said to it."""

from __future__ import annotations

import re

from core.messages import Quote
from core.scenario import Outcome
from core.stances import Stance, read
from grading.embedded.better import commit
from grading.embedded.findings import best
from grading.embedded.heard import Heard, Sentence
from grading.embedded.overlap import shared
from grading.embedded.signals.course import settled
from grading.judges import Context, Judgement
from grading.rubric import Criterion

_COMMITS = (Stance.PROMISES, Stance.HAS_DONE)
_VAGUE = (Stance.HEDGES, Stance.OFFERS, Stance.STALLS)
_WHEN = re.compile(
    r"\b(?:now|today|tonight|tomorrow|immediately|straight away|right away|this "
    r"(?:morning|afternoon|evening|week|minute)"
    r"|by (?:the end|noon|\w+day|\d)|on \w+day|(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day|(?:with)?in (?:the next )?"
    r"(?:\w+ ){0,3}(?:minute|hour|day|week)s?|\w+ (?:working |business )?(?:minutes|"
    r"hours|days|weeks)|\d{1,2}(?::\d\d)? ?(?:am|pm)"
    r"|just (?:done|sent|refunded|processed|opened))\b",
    re.IGNORECASE,
)
_SETTLES = re.compile(
    r"\b(?:refund|credit|replac|reimburs|cancel|repair|fix|sort|resolv|reset|reopen|correct|waiv|remov|"
    r"reship|resend|dispatch|deliver|ship|book|rebook|escalat|activat|transfer|upgrad|unlock|block|stop|"
    r"paus|clos|ended|ending)\w*",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"\b(?:e-?mail|send|call|ring|write|text|confirm|arrange|schedul)\w*", re.IGNORECASE
)
_CONTENT_CUSTOMER = re.compile(
    r"\b(?:thank(?:s| you)|great|perfect|brilliant|lovely|wonderful|excellent|"
    r"sounds good|that(?:'s| is| will be|'ll be) "
    r"(?:fine|all|great|good|sorted|better)|sorted|good,|okay,? (?:good|great)|all "
    r"right|alright|(?:it|that) (?:works|worked)|works for me|appreciate)\b",
    re.IGNORECASE,
)
_STILL_OPEN = re.compile(
    r"\b(?:but|still|not (?:good|happy|fine|acceptable)|no,|when (?:will|do|can)|"
    r"bank|complain\w*|manager|useless|"
    r"ridiculous|unacceptable|doesn'?t help|whatever|not (?:really )?help\w*|cancel|"
    r"forget it|never mind|give up)\b",
    re.IGNORECASE,
)


def resolution(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score whether the matter was settled, or a clear next step agreed."""
    del criterion
    done = commitments(heard)
    word = _last_word(heard, done)
    score, why = _score(heard, done, context, agreed=word is not None)
    telling = done or heard.showing(*_VAGUE, Stance.REFUSES) or list(heard.sentences)[-1:]
    quotes = [s.quote for s in best(telling)]
    if word is not None and done:
        quotes = [*quotes[:2], word]
    better = "" if score == 5 else _better(heard, context)  # noqa: PLR2004 - the top
    return Judgement(score, why, tuple(quotes), better=better)


def _better(heard: Heard, context: Context) -> str:
    """The step that is left, in its author's words; else a promise that can be held to."""
    open_steps = sorted((s for s in context.steps if not s.met), key=lambda s: s.asks)
    left = open_steps[0].example if open_steps else ""
    return f"“{left}”" if left else commit(heard.transcript)


def _score(
    heard: Heard, done: list[Sentence], context: Context, *, agreed: bool
) -> tuple[int, str]:
    words, why = _in_words(heard, done, context, agreed=agreed)
    if context.played:
        return settled(context, words, timed=any(map(_is_firm, done)))
    return words, why


def _in_words(
    heard: Heard, done: list[Sentence], context: Context, *, agreed: bool
) -> tuple[int, str]:
    if context.outcome is Outcome.BAD:
        return 1, "The call ended with the customer giving up on the matter."
    refused = heard.showing(Stance.REFUSES)
    if not done:
        return _nothing_done(heard, refused, context)
    if any(_takes_back(no, done) for no in refused):
        return 2, "Something was agreed first, and then refused."
    return _agreed(context, timed=any(map(_is_firm, done)), agreed=agreed)


def _takes_back(refusal: Sentence, done: list[Sentence]) -> bool:
    """Whether a refusal is about what had been agreed: a no to something else is none to it."""
    agreed = " ".join(s.text for s in done)
    return refusal.turn > done[-1].turn and bool(shared(refusal.text, agreed))


def _agreed(context: Context, *, timed: bool, agreed: bool) -> tuple[int, str]:
    if _settled(context, agreed=agreed):
        return _settled_score(context, timed=timed)
    if timed:
        return 4, "A clear step was named, with a time; I did not hear the customer agree to it."
    return 3, "A step was named; who does what by when stayed open."


def _is_firm(sentence: Sentence) -> bool:
    """Whether it says when, or is done already."""
    return bool(_WHEN.search(sentence.text)) or sentence.shows(Stance.HAS_DONE)


def _settled(context: Context, *, agreed: bool) -> bool:
    return context.outcome is Outcome.GOOD or (context.outcome is None and agreed)


def _settled_score(context: Context, *, timed: bool) -> tuple[int, str]:
    if context.open_doubts:
        return 4, "The matter was settled, and one of the customer's doubts was left unanswered."
    if not timed and context.outcome is not Outcome.GOOD:
        return 4, (
            "A step was agreed, and the customer was content; a time would make it complete."
        )
    return 5, "A clear step was agreed, and the customer said that this is what they needed."


def _nothing_done(heard: Heard, refused: list[Sentence], context: Context) -> tuple[int, str]:
    if context.outcome is Outcome.GOOD:
        return 5, "The call reached its goal."
    if refused:
        return 1, "What the customer asked for was refused, and nothing was put in its place."
    if heard.showing(*_VAGUE):
        return 2, "There were only vague words; nothing was agreed."
    if heard.showing(Stance.EXPLAINS, Stance.ASKS):
        return 2, "The matter was talked about, but I found no step that was agreed."
    return 1, "I found nothing that was done about the matter."


def commitments(heard: Heard) -> list[Sentence]:
    """Return what was promised or done about the customer's matter."""
    return [s for s in heard.showing(*_COMMITS) if _about_the_matter(s, heard)]


def _about_the_matter(sentence: Sentence, heard: Heard) -> bool:
    """Whether a commitment touches what the customer came about, or leans on it ("done!")."""
    said = " ".join(line.text for line in heard.transcript.customer)
    text = sentence.text
    if shared(text, said) or _SETTLES.search(text) or (_STEP.search(text) and _WHEN.search(text)):
        return True
    return any(c.anaphoric for c in read(sentence.text) if c.stances & set(_COMMITS))


def _last_word(heard: Heard, done: list[Sentence]) -> Quote | None:
    """The customer's last word of content after a commitment, where no complaint follows it."""
    word = None
    for line in heard.transcript.customer:
        text = line.text.replace("\u2019", "'")
        if done and line.number < done[0].turn:
            continue
        if _STILL_OPEN.search(text) or "?" in text:
            word = None
        elif line.number and _CONTENT_CUSTOMER.search(text):
            word = Quote(line.number, line.text.strip()[:300])
    return word
