"""The use cases: a command in, messages out, through the ports."""

from core.practice.practice import After, Practice, Services

__all__ = ["After", "Practice", "Services"]
