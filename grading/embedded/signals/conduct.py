"""Politeness, ease of language, and the two ends of a conversation."""

from __future__ import annotations

from core.stances import Stance
from grading.embedded.cues import Cue
from grading.embedded.findings import quotes
from grading.embedded.heard import Heard
from grading.embedded.signals.empathy import rude
from grading.judges import HUNG_UP, Context, Judgement
from grading.manners import closing, greeting
from grading.metrics.fillers import fillers_in
from grading.metrics.spelling import misspelt
from grading.rubric import HIGHEST, Criterion

_POLITE = (Stance.THANKS, Stance.APOLOGISES, Stance.GREETS, Stance.SAYS_GOODBYE, Cue.PRAISE)
_FEW, _SOME, _MANY = 0.02, 0.08, 0.2
"""Shares of misspelt words, or of fillers in speech, each of which costs a point."""
_RAMBLING = 60
"""Words in one sentence that cost a point."""

_CALM = "“Thank you for telling me. Could you please give me a moment to look at it?”"
_HELLO = "“Hello, this is Sam. Thank you for getting in touch; what can I do for you?”"
_GOODBYE = "“Is there anything else that I can do? Thank you for your patience. Goodbye!”"


def politeness(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score manners: 1 for rudeness, else 3 and a point for each polite sentence."""
    del criterion, context
    if offending := rude(heard):
        return Judgement(1, "Some words were rude.", quotes(offending), better=_CALM)
    seen = [s for s in heard.sentences if s.shows(*_POLITE) or "please" in s.text.lower()]
    score = min(HIGHEST, 3 + len(seen))
    why = "Polite words were there." if seen else "Nothing was impolite; a kind word was missing."
    return Judgement(score, why, quotes(seen), better="" if score == HIGHEST else _CALM)


def fluency(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score how easily it reads: five, less misspelt words and sentences that will not end.

    Of what was spoken, spelling is the transcriber's: there fillers count in its place.
    """
    del criterion
    if heard.transcript.spoken:
        return _spoken(heard)
    said = " ".join(sentence.text for sentence in heard.sentences)
    theirs = " ".join([context.known, *(line.text for line in heard.transcript.customer)])
    wrong = misspelt(said, theirs)
    share = len(wrong) / max(1, len(said.split()))
    rambling = [s for s in heard.sentences if len(s.text.split()) > _RAMBLING]
    score = HIGHEST - sum(share > bound for bound in (_FEW, _SOME, _MANY)) - bool(rambling)
    seen = rambling + [s for s in heard.sentences if any(word in s.text for word in wrong)]
    return Judgement(score, _how_it_reads(score, wrong), quotes(seen or list(heard.sentences)[:1]))


def _spoken(heard: Heard) -> Judgement:
    words = sum(len(sentence.text.split()) for sentence in heard.sentences)
    filled = [s for s in heard.sentences if fillers_in(s.text)]
    share = sum(fillers_in(s.text) for s in filled) / max(1, words)
    rambling = [s for s in heard.sentences if len(s.text.split()) > _RAMBLING]
    score = HIGHEST - sum(share > bound for bound in (_FEW, _SOME, _MANY)) - bool(rambling)
    why = "It is easy to follow."
    if score < HIGHEST:
        why = "Some sentences ran on." if rambling else "Fillers made it harder to follow."
    return Judgement(score, why, quotes(rambling + filled or list(heard.sentences)[:1]))


def opening(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score the first words: 5 with greeting and an offer or question, 3 with a greeting alone."""
    del criterion, context
    found = greeting(heard.transcript)
    if found is None:
        return Judgement(1, "I found no greeting at the start.", better=_HELLO)
    if heard.turns[0].shows(Stance.ASKS, Stance.OFFERS, Stance.PROMISES, Cue.SUPPORT):
        return Judgement(HIGHEST, "There was a greeting, and a way into the matter.", (found,))
    return Judgement(3, "There was a greeting.", (found,), better=_HELLO)


def ending(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score the last words: 5 with a goodbye and a check that all is well, 3 with one of them."""
    del criterion
    found = closing(heard.transcript)
    checked = tuple(s.quote for s in heard.showing(Stance.CHECKS_BACK)[-1:])
    evidence = (*checked, *((found,) if found else ()))
    if found and checked:
        return Judgement(HIGHEST, "You checked that all was well, and said goodbye.", evidence)
    if context.hung_up:
        return Judgement.unscored(HUNG_UP)
    if evidence:
        return Judgement(3, "There was one half of a closing.", evidence, better=_GOODBYE)
    return Judgement(1, "I found no closing.", better=_GOODBYE)


def _how_it_reads(score: int, wrong: list[str]) -> str:
    if score == HIGHEST:
        return "It reads easily."
    return f"It reads with some effort; “{wrong[0]}” is misspelt." if wrong else "It rambles."
