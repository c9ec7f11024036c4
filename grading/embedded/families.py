"""Which signal answers to which criterion: by its own `judge`, by name, or by nearest meaning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from grading.embedded.heard import Heard
from grading.embedded.nearness import Nearness
from grading.embedded.signals import conduct, counted
from grading.embedded.signals.clearness import clearness
from grading.embedded.signals.compliance import compliance
from grading.embedded.signals.efficiency import efficiency
from grading.embedded.signals.empathy import empathy
from grading.embedded.signals.objections import objections
from grading.embedded.signals.reactions import emotional_reactions, explorations, interpretations
from grading.embedded.signals.resolution import resolution
from grading.embedded.signals.uptake import relevance, uptake
from grading.judges import Context, Judgement
from grading.rubric import Criterion

Plain = Callable[[Heard, Criterion, Context], Judgement]
Signal = Callable[[Heard, Criterion, Context, Nearness], Judgement]

NEAR_ENOUGH = 0.42
"""Cosine from which a criterion's description counts as one of ours in other words."""


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of criterion: `stems` name it outright, `about` says what it asks."""

    id: str
    stems: tuple[str, ...]
    about: str
    signal: Signal


def _plain(signal: Plain) -> Signal:
    def judged(heard: Heard, criterion: Criterion, context: Context, _: Nearness) -> Judgement:
        return signal(heard, criterion, context)

    return judged


# The order matters: the first family whose stem stands in the name is taken.
FAMILIES: tuple[Family, ...] = (
    Family(
        "emotional_reactions",
        ("emotional react", "warmth", "compassion", "expresses concern"),
        "expresses warmth, compassion and concern for the other person",
        _plain(emotional_reactions),
    ),
    Family(
        "interpretations",
        ("interpretation", "demonstrating understanding", "shows understanding", "paraphras"),
        "puts the other's feelings and experience into words, shows what was understood",
        _plain(interpretations),
    ),
    Family(
        "explorations",
        ("exploration", "elaborat", "curiosity", "open question"),
        "asks about the other's feelings and experiences, invites them to say more",
        _plain(explorations),
    ),
    Family(
        "validation",
        ("validat",),
        "lets the other's feelings count, says that they make sense",
        _plain(counted.validation),
    ),
    Family(
        "dismissing",
        ("dismiss", "minimis", "minimiz"),
        "makes the other's feelings small, dismisses or blames",
        _plain(counted.dismissing),
    ),
    Family(
        "self_oriented",
        ("self orient", "self focus", "about oneself"),
        "turns the conversation to oneself and one's own experiences",
        _plain(counted.self_oriented),
    ),
    Family(
        "advice",
        ("advice", "advis", "suggestion"),
        "gives advice, tells the other what to do",
        _plain(counted.advice),
    ),
    Family(
        "empathy",
        ("empath", "de escalat", "rapport", "feelings"),
        "acknowledges the customer's feelings before solving the problem",
        _plain(empathy),
    ),
    Family(
        "objections",
        ("objection", "pushback"),
        "answers the customer's doubts and objections",
        _plain(objections),
    ),
    Family(
        "uptake",
        ("uptake", "active listening", "listen", "builds on"),
        "builds on what the other said, takes up their words and ideas",
        uptake,
    ),
    Family(
        "relevance",
        ("relevan", "on topic", "coheren", "responsive"),
        "the reply is relevant to what was said and stays on topic",
        relevance,
    ),
    Family(
        "clarity",
        ("clarity", "clear", "plain words", "plain language"),
        "says in plain words what was agreed, what it costs and what comes next",
        _plain(clearness),
    ),
    Family(
        "fluency",
        ("fluen", "gramma", "readab", "spelling", "language quality"),
        "writes fluent, clear and correct language that is easy to read",
        _plain(conduct.fluency),
    ),
    Family(
        "greeting",
        ("greet", "opening"),
        "greets the customer and opens the conversation well",
        _plain(conduct.opening),
    ),
    Family(
        "closing",
        ("closing", "closed", "wrap up", "farewell"),
        "closes the conversation, says goodbye, asks whether anything else is needed",
        _plain(conduct.ending),
    ),
    Family(
        "politeness",
        ("polite", "courte", "professional", "respect", "tone", "manners"),
        "is polite, courteous, respectful and professional",
        _plain(conduct.politeness),
    ),
    Family(
        "discovery",
        ("discover", "needs", "probing", "questioning", "qualif", "diagnos"),
        "asks questions to find out what the customer needs",
        _plain(counted.discovery),
    ),
    Family(
        "ownership",
        ("owner", "accountab", "takes responsib"),
        "takes responsibility for the problem and owns it to the end",
        _plain(counted.ownership),
    ),
    Family(
        "resolution",
        ("resol", "solv", "solution", "next step", "outcome"),
        "solves the customer's problem or agrees a clear next step",
        _plain(resolution),
    ),
    Family(
        "compliance",
        ("complian", "policy", "policies", "disclos", "verif", "identity", "script", "legal"),
        "follows required policies, disclosures and identity checks",
        _plain(compliance),
    ),
    Family(
        "efficiency",
        ("efficien", "concis", "brevity", "pace", "handle time", "direct"),
        "is direct and efficient without rushing the customer",
        _plain(efficiency),
    ),
)

_BY_ID = {family.id: family for family in FAMILIES}


def family_of(criterion: Criterion, nearness: Nearness) -> Family | None:
    """Return the family of a criterion, or None when none is near enough to be honest."""
    if criterion.signal in _BY_ID:
        return _BY_ID[criterion.signal]
    if criterion.signal and (called := _named(criterion.signal)):
        return called
    if criterion.id in _BY_ID:
        return _BY_ID[criterion.id]
    named = _named(f"{criterion.id} {criterion.name}")
    return named or _nearest(criterion, nearness)


def _named(name: str) -> Family | None:
    plain = f" {name.lower().replace('_', ' ').replace('-', ' ')}"
    for family in FAMILIES:
        if any(f" {stem}" in plain for stem in family.stems):
            return family
    return None


def _nearest(criterion: Criterion, nearness: Nearness) -> Family | None:
    asked = f"{criterion.name}: {criterion.description}"
    cosines = nearness.between([(asked, family.about) for family in FAMILIES])
    cosine, family = max(zip(cosines, FAMILIES, strict=True), key=lambda pair: pair[0])
    return family if cosine >= NEAR_ENOUGH else None
