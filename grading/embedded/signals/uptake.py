"""Uptake and relevance: does a reply build on what was said, or at least belong to it?

Uptake is a linear model over four figures, fitted by ridge regression (penalty 20) to the mean
rating of three raters for 1,998 exchanges in classrooms, and cut at the fifths of its own
distribution there, so that all five scores are used.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import log1p
from statistics import fmean

from core.messages import Quote
from grading.embedded.better import take_up
from grading.embedded.cues import Cue
from grading.embedded.heard import Heard, Spoken
from grading.embedded.nearness import Nearness
from grading.embedded.overlap import content, shared, tokens
from grading.embedded.signals.asking import built_upon
from grading.judges import Context, Judgement
from grading.rubric import Criterion

WEIGHTS = {"taken": 0.21, "echoed": 0.35, "asks": 0.27, "near": 0.30}
CUTS = (0.32, 0.53, 0.82, 1.17)
UNRELATED = 0.15
"""Cosine below which two texts have nothing to do with each other: 0.1 is what chance gives."""
_EXCHANGES = 3
_LONG = 40
_PARROT = 0.85
_SHORT_WORD_COUNT = 4
_ASKS = (Cue.PROBE, Cue.RESTATE, Cue.QUESTION)


@dataclass(frozen=True, slots=True)
class Exchange:
    """What the customer said, and the reply."""

    said: str
    turn: Spoken

    @property
    def reply(self) -> str:
        """The reply, without what is aimed at the judge."""
        return " ".join(sentence.text for sentence in self.turn.sentences)


def exchanges(heard: Heard) -> list[Exchange]:
    """Return the replies with the most words, at most three, with what they answer."""
    found: list[Exchange] = []
    for turn in heard.turns:
        said = " ".join(line.text for line in heard.transcript.before(turn.line.number))
        if said.strip() and turn.sentences:
            found.append(Exchange(said, turn))
    return sorted(found, key=lambda e: -len(tokens(e.reply)))[:_EXCHANGES]


def counts(exchange: Exchange, cosine: float) -> dict[str, float]:
    """Return what the model weighs.

    `taken` is the logarithm of the content words taken up, `echoed` the share of the customer's
    words that came back, `asks` whether it follows up, `near` the cosine times the logarithm of
    the length, up to 40 words: longer earns nothing.
    """
    said, reply = exchange.said, exchange.reply
    words = set(tokens(said))
    return {
        "taken": log1p(len(shared(said, reply))),
        "echoed": len(words & set(tokens(reply))) / max(1, len(words)),
        "asks": float(exchange.turn.shows(*_ASKS)),
        "near": max(0.0, cosine) * log1p(min(len(tokens(reply)), _LONG)),
    }


def uptake(heard: Heard, criterion: Criterion, context: Context, nearness: Nearness) -> Judgement:
    """Score how far the replies build on what the customer said."""
    del criterion
    chosen = exchanges(heard)
    if not chosen:
        return Judgement.unscored("No reply follows something the customer said.")
    cosines = nearness.between([(e.said, e.reply) for e in chosen])
    values = [_value(e, cosine) for e, cosine in zip(chosen, cosines, strict=True)]
    score = bisect_right(CUTS, fmean(values)) + 1
    top = chosen[values.index(max(values))]
    why = (
        "The replies leave aside what was just said.",
        "The replies touch what was said only lightly.",
        "The replies take up some of what was said.",
        "The replies take up what was said, in the customer's own words.",
        "The replies take up what was said and carry it further.",
    )[score - 1]
    better = "" if score == 5 else take_up(heard.transcript)  # noqa: PLR2004 - the top
    taken = Judgement(score, why, (_telling(top),), better=better)
    return built_upon(taken, context) if context.played else taken


def relevance(
    heard: Heard, criterion: Criterion, context: Context, nearness: Nearness
) -> Judgement:
    """Score whether the replies belong to what was said. Most do: 5 unless they are far off."""
    del criterion, context
    chosen = exchanges(heard)
    if not chosen:
        return Judgement.unscored("No reply follows something the customer said.")
    odd = [e for e in chosen if not _belongs(e)]
    cosines = nearness.between([(e.said, e.reply) for e in odd])
    off = [e for e, cosine in zip(odd, cosines, strict=True) if cosine < UNRELATED]
    score = max(1, round(5 - 4 * len(off) / len(chosen)))
    why = "The replies belong to what was said."
    if off:
        why = "At least one reply seems to have little to do with what was said."
    telling = off[0] if off else chosen[0]
    better = take_up(heard.transcript) if off else ""
    return Judgement(score, why, (_telling(telling),), better=better)


def _value(exchange: Exchange, cosine: float) -> float:
    value = sum(WEIGHTS[name] * count for name, count in counts(exchange, cosine).items())
    own = content(exchange.reply) - content(exchange.said)
    mine = content(exchange.reply)
    parrots = len(mine) >= _SHORT_WORD_COUNT and len(own) <= (1 - _PARROT) * len(mine)
    # Saying the customer's words back and nothing else builds on nothing.
    return min(value, CUTS[0]) if parrots else value


def _belongs(exchange: Exchange) -> bool:
    """A short reaction belongs to anything; a longer reply has to share a topic."""
    if shared(exchange.said, exchange.reply):
        return True
    short = len(content(exchange.reply)) <= 2  # noqa: PLR2004 - "oh no, that's awful"
    return short or exchange.turn.shows(*_ASKS, Cue.REACTION, Cue.SYMPATHY, Cue.VALIDATION)


def _telling(exchange: Exchange) -> Quote:
    sentences = exchange.turn.sentences
    return max(sentences, key=lambda s: len(shared(exchange.said, s.text))).quote
