"""A phone that only remembers whom it rang."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.errors import ProviderError


@dataclass
class FakeRinger:
    """Implements `ports.Ringer`. `fails` counts the next rings that go wrong.

    `rung` holds workspace, attempt and person of each ring, those that went wrong included.
    """

    fails: int = 0
    rung: list[tuple[str, str, str]] = field(default_factory=list)

    async def ring(self, workspace: str, attempt: str, person: str) -> None:
        """Remember the ring. Raises ProviderError where it is to fail."""
        self.rung.append((workspace, attempt, person))
        if self.fails:
            self.fails -= 1
            raise ProviderError("nobody can be rung just now", retryable=True)
