"""How much may be said at once, and how fast."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from core.errors import PracticeError
from core.words import Unfit, fit

MOST_BYTES = 64 * 1024  # 4,000 characters, each written as two escaped surrogates, and the rest

_KEY = re.compile(r"[A-Za-z0-9_-]{8,64}")


class TooFast(PracticeError):  # noqa: N818 - says what happened, as its parent's other children do
    """One person sent too much in too short a time."""


def message(text: object) -> str:
    """Return a message fit to be said. Raises Unfit, with what to do about it."""
    if not isinstance(text, str):
        raise Unfit("That message could not be read.", "Reload the page and send it again.")
    return fit(text)


def send_key(key: object) -> str:
    """Return the key under which the page sent something. Raises Unfit."""
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        raise Unfit("That message came without its key.", "Reload the page and send it again.")
    return key


@dataclass(slots=True)
class Burst:
    """Counts what each person sent of late: at most `most` in `seconds`."""

    most: int = 20
    seconds: int = 10
    _sent: dict[str, deque[datetime]] = field(default_factory=dict)

    def take(self, person: str, now: datetime) -> None:
        """Count one more. Raises TooFast, and then does not count it."""
        self._forget(now)
        sent = self._sent.setdefault(person, deque())
        if len(sent) >= self.most:
            raise TooFast(
                "That was a lot of messages at once.",
                "Take a breath; in a few seconds you can send again.",
            )
        sent.append(now)

    def _forget(self, now: datetime) -> None:
        before = now - timedelta(seconds=self.seconds)
        for person, sent in list(self._sent.items()):
            while sent and sent[0] <= before:
                sent.popleft()
            if not sent:
                del self._sent[person]
