"""Sentences that show what cannot be told by rules: attacks on the exercise, contempt."""

from adapters.models.embedded.exemplars.attacks import ATTACKS, NO_ATTACKS
from adapters.models.embedded.exemplars.manners import CIVIL, RUDE

__all__ = ["ATTACKS", "CIVIL", "NO_ATTACKS", "RUDE"]
