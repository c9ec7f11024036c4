"""A place for calls by voice that only hands out addresses."""

from __future__ import annotations

from itertools import count


class FakeRoom:
    """Implements `ports.CallRoom`: each link is another one, and says for whom it is.

    `expected` counts how often somebody was about to come.
    """

    def __init__(self) -> None:
        self._numbers = count(1)
        self.expected = 0

    def expect(self) -> None:
        """Count it."""
        self.expected += 1

    def link(self, workspace: str, attempt: str, person: str) -> str:
        """The next address."""
        return f"https://calls.test/{workspace}/{attempt}/{person}/{next(self._numbers)}"
