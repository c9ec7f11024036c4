"""Attempts to step out of the call."""

from core.stances.model import Attack


def attack(text: str) -> Attack | None:
    """Tell which attack ``text`` is, or ``None``."""
    del text
    return None
