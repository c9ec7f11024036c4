"""The grammar of stances: what a trainee did with each clause of what they said."""

from core.stances.attacks import attack
from core.stances.grammar import read
from core.stances.model import Attack, Clause, Stance

__all__ = ["Attack", "Clause", "Stance", "attack", "read"]
