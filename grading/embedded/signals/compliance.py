"""Compliance: did the call keep to what its rubric, briefing and documents demand?

Only what is demanded is asked for. Where nothing is, the score says no more than what can be
seen: that no rule was seen to be broken.
"""

from __future__ import annotations

import re

from core.beats import Act
from core.messages import Quote
from core.scenario import Outcome
from core.stances import Stance
from grading.embedded.findings import best
from grading.embedded.findings import quotes as shown
from grading.embedded.heard import Heard, Sentence
from grading.embedded.signals.demands import Demand, Standing, acts, demands
from grading.embedded.signals.empathy import rude
from grading.judges import Context, Judgement
from grading.rubric import Criterion

_KINDLY = "“Let me say that again, more kindly: I would like to put this right with you.”"
_TRADES = re.compile(r"\b(?:in return|concession|for something|for nothing)\b", re.IGNORECASE)
_GIVES = re.compile(
    r"(?:%|\bper ?cent|\bdiscount|\bmatch\b|\bfree of charge|\boff\b.{0,20}\b(?:price|figure))",
    re.IGNORECASE,
)
_FOR_IT = re.compile(
    r"\b(?:if you|when you|provided|in return|in exchange|(?:for|over|on) two years|instead of|"
    r"against|as long as)\b",
    re.IGNORECASE,
)
_HALF = 0.5
_MUCH = 3


def compliance(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score what was demanded, and no more than that."""
    if offending := rude(heard):
        return Judgement(1, "Rude words break any policy.", shown(offending), better=_KINDLY)
    asked = demands(heard, criterion, context)
    if context.outcome is Outcome.BAD:
        return _went_wrong(heard, asked, context)
    if _TRADES.search(criterion.words):
        return _terms(heard, context)
    if asked:
        return _answered(heard, asked, context)
    if context.played:
        return _nothing_demanded(heard, context)
    return Judgement.unscored(
        "Neither the rubric nor the scenario names words or checks that I could look for."
    )


def _went_wrong(heard: Heard, asked: list[Demand], context: Context) -> Judgement:
    """A bad end is one that the scenario's rules are there to prevent."""
    lacking = [d for d in asked if d.standing is Standing.MISSING]
    also = f" I did not hear {lacking[0].what} either." if lacking else ""
    why = f"The call ended as it should not: {_lower(context.ending)}{also}"
    last = list(heard.sentences)[-1:]
    better = lacking[0].better if lacking else ""
    return Judgement(1, why, shown(last), better=better)


def _answered(heard: Heard, asked: list[Demand], context: Context) -> Judgement:
    missing = [d for d in asked if d.standing is Standing.MISSING]
    worst = (missing or [d for d in asked if d.standing is not Standing.MET] or asked)[0]
    quotes = tuple(dict.fromkeys(d.quote for d in asked if d.quote is not None))
    touched = acts(heard) if any(d.identity for d in missing) else []
    if missing:
        score = 2 if len(missing) == len(asked) or touched or missing[0].words else 3
        rest = " The rest of what was asked for was there." if score > 2 else ""  # noqa: PLR2004
        why = f"I did not hear {worst.what}.{rest}"
        quotes = quotes or tuple(s.quote for s in best(touched[:1]))
    elif any(d.standing is Standing.LATE for d in asked):
        score, why = 3, f"I heard {worst.what}, but after the account had been touched."
    elif any(d.standing is Standing.LOOSELY for d in asked):
        score, why = 4, f"All that was asked for came; {worst.what} came in other words."
    else:
        score, why = _all_there(asked, context)
    return Judgement(score, why, quotes, better=worst.better if score < 5 else "")  # noqa: PLR2004


def _all_there(asked: list[Demand], context: Context) -> tuple[int, str]:
    *most, last = dict.fromkeys(_named(d) for d in asked)
    heard = f"{', '.join(most)} and {last}" if most else last
    if context.outcome is Outcome.GOOD:
        return 5, f"I heard {heard}, in good time, and the call ended as it should."
    if all(d.words for d in asked):
        return 5, "All that was required came, word for word."
    if context.played and context.outcome is None and context.reached < _HALF:
        return 3, f"I heard {heard}. The call did not get far enough to show more."
    return 4, f"I heard {heard}, in good time. I cannot tell whether each policy was kept."


def _named(demand: Demand) -> str:
    if demand.words:
        return "the required words"
    return demand.what if demand.identity else "the questions that the case calls for"


def _nothing_demanded(heard: Heard, context: Context) -> Judgement:
    """No words and no checks to look for: what is left is whether a rule was seen broken."""
    frank = "Nothing had to be said word for word here, and I saw no rule broken."
    if context.times(Act.DEFLECT, Act.HURT):
        return Judgement(2, "Part of the call was not meant for the customer.", _first(heard))
    got_far = context.reached >= _HALF or context.gained >= _MUCH
    if context.outcome is Outcome.GOOD or got_far:
        return Judgement(
            4, f"{frank} A coach can tell whether all was within policy.", _telling(heard)
        )
    return Judgement(3, f"{frank} The call did not get far enough to show more.", _first(heard))


def _terms(heard: Heard, context: Context) -> Judgement:
    """What was given, and what for."""
    given = [s for s in heard.sentences if _gives(s)]
    for_nothing = [s for s in given if not _FOR_IT.search(s.text)]
    if for_nothing:
        why = "Something was given, and I did not hear what for."
        better = "“If you can commit to two years, I can take something off for both of them.”"
        return Judgement(2, why, shown(for_nothing), better=better)
    if given:
        good = context.outcome is Outcome.GOOD
        why = "What you gave, you gave for something in return."
        return Judgement(5 if good else 4, why, shown(given))
    if not context.played:
        return Judgement.unscored("I saw nothing given, and nothing that I could hold it against.")
    return _nothing_demanded(heard, context)


def _gives(sentence: Sentence) -> bool:
    gives = sentence.shows(Stance.PROMISES, Stance.OFFERS, Stance.HAS_DONE)
    return gives and bool(_GIVES.search(sentence.text)) and not sentence.shows(Stance.REFUSES)


def _telling(heard: Heard) -> tuple[Quote, ...]:
    return shown(heard.showing(Stance.PROMISES, Stance.HAS_DONE, Stance.EXPLAINS)) or _first(heard)


def _first(heard: Heard) -> tuple[Quote, ...]:
    return shown(list(heard.sentences)[:1])


def _lower(text: str) -> str:
    """An author's sentence, as it runs on after a colon; names keep their capitals."""
    first, _, rest = text.partition(" ")
    common = first in {"The", "She", "He", "They", "An", "A", "It", "Nothing", "What", "Extras"}
    return f"{first.lower()} {rest}" if common else text
