"""What a reading of the trainee's words is made of: stances, clauses and attacks.

A *stance* is what somebody does with a clause (promises, refuses, hedges, asks ...), whatever the
topic. A clause may hold several. The reader is a grammar, not a model: the same words always give
the same stances.
"""

from dataclasses import dataclass
from enum import StrEnum


class Stance(StrEnum):
    """What the speaker does with a clause."""

    GREETS = "greets"
    THANKS = "thanks"
    SAYS_GOODBYE = "says_goodbye"
    AGREES = "agrees"
    DISAGREES = "disagrees"
    ASKS = "asks"
    """Asks for information, or asks the customer to do something."""
    REQUESTS = "requests"
    """Asks the customer to *do* something; always together with ASKS."""
    PROMISES = "promises"
    """An unconditional commitment of ours to a future action."""
    HAS_DONE = "has_done"
    """An action of ours that is completed or under way."""
    OFFERS = "offers"
    REFUSES = "refuses"
    HEDGES = "hedges"
    """Less than a commitment: trying, perhaps, on a condition, by somebody else, later."""
    ACKNOWLEDGES = "acknowledges"
    """Names a feeling of the customer, or their effort."""
    APOLOGISES = "apologises"
    TAKES_OWNERSHIP = "takes_ownership"
    EXPLAINS = "explains"
    STALLS = "stalls"
    CHECKS_BACK = "checks_back"
    """Confirms understanding, or that all is well; always together with ASKS."""
    RUDE = "rude"
    BLAMES = "blames"
    DISMISSES = "dismisses"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a text, with ``text == source[start:end]``."""

    text: str
    start: int
    end: int
    stances: frozenset[Stance]
    negated: bool
    conditional: bool
    question: bool
    anaphoric: bool
    """Leans on something said before for its topic: "I'll do that for you now", "done!"."""


class Attack(StrEnum):
    """A turn that is aimed at the exercise, or at the person behind it, and not at the call."""

    IDENTITY = "identity"
    INSTRUCTIONS = "instructions"
    SCORING = "scoring"
    SCENARIO = "scenario"
    ABUSE = "abuse"
    ROLE_SWAP = "role_swap"
