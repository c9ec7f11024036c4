"""The real time, and new ids."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime


class SystemClock:
    """The machine's clock, in UTC."""

    def now(self) -> datetime:
        """Return the present moment."""
        return datetime.now(UTC)


class RandomIds:
    """Ids that cannot be guessed: 96 random bits in 16 characters fit for a URL."""

    def new(self) -> str:
        """Return a new id."""
        return secrets.token_urlsafe(12)
