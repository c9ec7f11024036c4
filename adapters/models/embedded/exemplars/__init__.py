"""Sentences that show what cannot be told by rules: attacks on the exercise."""

from adapters.models.embedded.exemplars.attacks import ATTACKS, NO_ATTACKS

__all__ = ["ATTACKS", "NO_ATTACKS"]
