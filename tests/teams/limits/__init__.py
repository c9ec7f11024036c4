"""Adaptive Cards 1.5 and what Teams takes of them, written down a second time.

It knows nothing of the code that it is to check. The names and properties are those of Microsoft's
schema for cards of version 1.5 and of Teams' pages on cards; charts and the like, which Teams draws
beyond that version, must bring a fallback. Each finding ends with its place as a JSON pointer.
"""

from tests.teams.limits.cards import MOST, check_activity, check_card

__all__ = ["MOST", "check_activity", "check_card"]
