"""Signals of conduct: each counts one thing that can be seen in the wording."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.stances import Stance
from grading.embedded.better import acknowledge, ask
from grading.embedded.cues import Cue
from grading.embedded.findings import best
from grading.embedded.heard import Heard, Sentence
from grading.embedded.signals.empathy import rude
from grading.judges import Context, Judgement
from grading.manners import closing, greeting
from grading.metrics.spelling import misspelt
from grading.rubric import Criterion

_POLITE = (Stance.THANKS, Stance.APOLOGISES, Stance.GREETS, Stance.SAYS_GOODBYE, Cue.PRAISE)
_STEPS = (1, 3, 4, 5)
"""Scores for seeing something never, once, twice, more often."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A signal that counts sentences: what it looks for, in words for the rationale."""

    wanted: tuple[Cue | Stance, ...]
    what: str
    better: Callable[[Heard], str]

    def __call__(self, heard: Heard, criterion: Criterion, context: Context) -> Judgement:
        """Score how often it was seen."""
        del criterion, context
        seen = heard.showing(*self.wanted)
        score = _STEPS[min(len(seen), len(_STEPS) - 1)]
        why = f"I found no {self.what}." if not seen else f"I saw {self.what}."
        return Judgement(score, why, _quotes(seen), better="" if score > 4 else self.better(heard))  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class Amount:
    """A signal for how much there is of something that is not good in itself, such as advice.

    The score says how much, as the scale of such a criterion does; with `avoided`, the criterion
    asks for its absence, and the scale is turned round.
    """

    wanted: tuple[Cue | Stance, ...]
    what: str

    def __call__(self, heard: Heard, criterion: Criterion, context: Context) -> Judgement:
        """Score the share of turns in which it was seen."""
        del context
        seen = heard.showing(*self.wanted)
        share = sum(t.shows(*self.wanted) for t in heard.turns) / len(heard.turns)
        much = 1 + round(4 * share)
        score = 6 - much if _avoids(criterion) else much
        why = f"I saw {self.what} in {share:.0%} of the turns."
        return Judgement(score, why, _quotes(seen))


def politeness(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score manners: 1 for rudeness, else by greeting, thanks, please and goodbye."""
    del criterion, context
    if offending := rude(heard):
        return Judgement(1, "Some words were rude.", _quotes(offending), better=_CALM)
    seen = heard.showing(*_POLITE)
    seen += [s for s in heard.sentences if "please" in s.text.lower() and s not in seen]
    score = min(5, 3 + len(seen))
    why = "Polite words were there." if seen else "Nothing was impolite; a kind word was missing."
    return Judgement(score, why, _quotes(seen), better="" if score > 4 else _CALM)  # noqa: PLR2004


def fluency(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score how easily it reads: five, less misspelt words and words that will not end."""
    del criterion
    said = " ".join(s.text for s in heard.sentences)
    words = max(1, len(said.split()))
    wrong = misspelt(said, context.known + " ".join(x.text for x in heard.transcript.customer))
    rambling = max((len(s.text.split()) for s in heard.sentences), default=0) > _RAMBLING
    rate = len(wrong) / words
    score = max(1, 5 - (rate > _SOME) - (rate > _MANY) - (rate > _MOST) - rambling)
    seen = [s for s in heard.sentences if any(w in s.text for w in wrong)]
    why = "It reads easily." if score > 4 else "It reads with some effort"  # noqa: PLR2004
    why += f": “{wrong[0]}” is misspelt." if wrong and score <= 4 else "." * (score <= 4)  # noqa: PLR2004
    return Judgement(score, why, _quotes(seen or list(heard.sentences)[:1]))


def opening(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score the first words: 5 with greeting and an offer or question, 3 with a greeting alone."""
    del criterion, context
    found = greeting(heard.transcript)
    if found is None:
        return Judgement(1, "I found no greeting at the start.", better=_HELLO)
    more = heard.turns[0].shows(Stance.ASKS, Stance.OFFERS, Stance.PROMISES, Cue.SUPPORT)
    why = "There was a greeting, and a way in." if more else "There was a greeting."
    return Judgement(5 if more else 3, why, (found,), better="" if more else _HELLO)


def ending(heard: Heard, criterion: Criterion, context: Context) -> Judgement:
    """Score the last words: 5 with a goodbye and a check that all is well, 3 with one of them."""
    del criterion, context
    found = closing(heard.transcript)
    checked = heard.showing(Stance.CHECKS_BACK)
    score = 1 + 2 * (found is not None) + 2 * bool(checked)
    why = ("I found no closing.", "There was one half of a closing.", "It was closed well.")
    quotes = tuple(q for q in (found, *(s.quote for s in checked[-1:])) if q is not None)
    return Judgement(score, why[score // 2], quotes, better="" if score > 4 else _GOODBYE)  # noqa: PLR2004


def _quotes(seen: Sequence[Sentence]) -> tuple:  # type: ignore[type-arg]
    return tuple(s.quote for s in best(seen))


def _avoids(criterion: Criterion) -> bool:
    return any(
        w in criterion.words.lower().split()
        for w in ("avoid", "avoids", "avoided", "without", "not", "no", "refrain", "refrains")
    )


_RAMBLING = 60
_SOME, _MANY, _MOST = 0.02, 0.08, 0.2
_CALM = "Try: “Thank you for telling me. Could you please give me a moment to look at it?”"
_HELLO = (
    "Try: “Hello, you are speaking to Sam. Thank you for getting in touch; what can I do for you?”"
)
_GOODBYE = (
    "Try: “Is there anything else that I can do? Thank you for your patience, and take care.”"
)

discovery = Counted(
    (Cue.PROBE, Stance.CHECKS_BACK), "questions that find out more", lambda h: ask(h.transcript)
)
ownership = Counted(
    (Stance.TAKES_OWNERSHIP, Stance.PROMISES, Stance.HAS_DONE),
    "words that take the matter on",
    lambda _: _OWN,
)
validation = Counted(
    (Cue.VALIDATION, Stance.ACKNOWLEDGES, Cue.REACTION),
    "words that let the feeling stand",
    lambda h: acknowledge(h.transcript),
)
explanation = Counted((Stance.EXPLAINS,), "explanations", lambda _: _EXPLAIN)
advice = Amount((Cue.ADVICE,), "advice")
self_oriented = Amount((Cue.SHARED,), "words about the speaker")
dismissing = Amount(
    (Cue.MINIMISE, Stance.DISMISSES, Stance.BLAMES, Cue.INSULT), "words that make it small"
)
_OWN = "Try: “Leave this with me: I am doing it myself, and I will write to you when it is done.”"
_EXPLAIN = "Try: “It works like this: first …, and then …. Does that make sense so far?”"
