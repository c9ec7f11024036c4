"""How the trainee's conduct moves the customer's feeling.

The figures are the product's own: chosen so that with medium drift an angry customer calms
down within four or five good turns, and a calm one loses patience after two or three insults.
They are changes of temper (-1 to 1) before the persona's drift multiplies them.
"""

from __future__ import annotations

from dataclasses import replace

from core.attempt import CustomerState
from core.moods import Drift
from core.reading import Reading
from core.stances import Attack, Stance

WARMTH = {
    Stance.ACKNOWLEDGES: 0.15,
    Stance.TAKES_OWNERSHIP: 0.14,
    Stance.APOLOGISES: 0.08,
    Stance.HAS_DONE: 0.12,
    Stance.PROMISES: 0.08,
    Stance.THANKS: 0.04,
    Stance.GREETS: 0.02,
    Stance.CHECKS_BACK: 0.03,
}
CHILL = {
    Stance.RUDE: -0.35,
    Stance.BLAMES: -0.25,
    Stance.DISMISSES: -0.2,
    Stance.REFUSES: -0.1,
    Stance.HEDGES: -0.04,
    Stance.STALLS: -0.02,
}
# A kind act of one sort moves less each time: the fifth "sorry" is a formula.
_WEARS_OFF = 0.6
_CLARITY = {Stance.EXPLAINS: -0.25, Stance.CHECKS_BACK: -0.1, Stance.HAS_DONE: -0.1}
_PROGRESS = 0.06
_PUSHED = -0.12
_OFFERS_BORNE = 2
_ABUSED = -0.5
AFFRONTS = frozenset({Stance.RUDE, Stance.BLAMES})


def after_conduct(
    state: CustomerState, reading: Reading, drift: Drift, *, helped: bool
) -> CustomerState:
    """Return the customer as the trainee's words leave it.

    `helped`: something was got done in the turn (a fact asked for, a good step, a doubt
    answered). Kindness said in the same breath as rudeness does not count.
    """
    hostile = bool(reading.stances & AFFRONTS) or reading.attack is Attack.ABUSE
    kind = frozenset() if hostile else reading.stances & WARMTH.keys()
    temper = _warmth(state, kind) + sum(CHILL.get(stance, 0.0) for stance in reading.stances)
    temper += _PROGRESS if helped and not hostile else 0.0
    temper += _ABUSED if reading.attack is Attack.ABUSE else 0.0
    offers = _offers(state, reading)
    temper += _PUSHED if offers > _OFFERS_BORNE and offers > state.offers else 0.0
    confusion = sum(_CLARITY.get(stance, 0.0) for stance in reading.stances)
    return replace(
        state,
        feeling=state.feeling.moved(temper * drift.pace, confusion),
        kindness=_counted(state, kind),
        affronts=state.affronts + hostile,
        offers=offers,
    )


def after_silence(state: CustomerState, drift: Drift) -> CustomerState:
    """Return the customer after one more stretch of silence."""
    return replace(state, feeling=state.feeling.moved(-0.08 * drift.pace), nudges=state.nudges + 1)


def _warmth(state: CustomerState, kind: frozenset[Stance]) -> float:
    times = dict(state.kindness)
    return sum(WARMTH[stance] * _WEARS_OFF ** times.get(stance, 0) for stance in sorted(kind))


def _counted(state: CustomerState, kind: frozenset[Stance]) -> tuple[tuple[str, int], ...]:
    times = dict(state.kindness)
    for stance in kind:
        times[stance] = times.get(stance, 0) + 1
    return tuple(sorted(times.items()))


def _offers(state: CustomerState, reading: Reading) -> int:
    """Count offers made in a row; listening or asking in between starts afresh."""
    if Stance.OFFERS in reading.stances:
        return state.offers + 1
    listens = {Stance.ASKS, Stance.ACKNOWLEDGES, Stance.AGREES}
    return 0 if reading.stances & listens else state.offers
