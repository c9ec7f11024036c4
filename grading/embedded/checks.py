"""Yes/no checks that can be answered by looking: greeting, closing, words to be said."""

from __future__ import annotations

from grading.embedded.signals.demands import said
from grading.judges import HUNG_UP, Answer, Context
from grading.manners import closing, greeting
from grading.rubric import Check
from grading.transcript import Transcript

_FINDERS = {"greeting": greeting, "closing": closing}


def answer(check: Check, transcript: Transcript, context: Context) -> Answer:
    """Answer a check, with the words that decided it; `passed` None when I cannot look for it."""
    if check.phrase:
        found = said(check.phrase, transcript)
        missing = f"I did not find the words “{check.phrase}”."
    elif check.signal in _FINDERS:
        found = _FINDERS[check.signal](transcript)
        missing = f"I found no {check.signal} in your messages."
    else:
        return Answer(None, "The built-in grader cannot answer this; a coach or a model can.")
    if found is None and check.signal == "closing" and context.hung_up:
        return Answer(None, HUNG_UP)
    if found is None:
        return Answer(passed=False, reason=missing)
    return Answer(passed=True, reason="It was said.", quotes=(found,))


def countable(check: Check) -> bool:
    """Whether a check is answered by looking, whoever judges the criteria."""
    return bool(check.phrase) or check.signal in _FINDERS
