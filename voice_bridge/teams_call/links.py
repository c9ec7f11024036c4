"""The addresses at which Azure reaches us about one ring: nobody else can guess them.

A token in the path says whose call it is, signed and good for some hours. It comes besides
Azure's own token, which says only that Azure is asking.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from itsdangerous import BadData, URLSafeSerializer

from core.ports import Clock
from voice_bridge.teams_call.settings import EVENTS_PATH, MEDIA_PATH

GOOD_FOR = timedelta(hours=4)
"""Longer than any call, its ringing and Azure's late words about it."""


@dataclass(frozen=True, slots=True)
class Ring:
    """One ring: the `number`th of an attempt, for whom."""

    workspace: str
    attempt: str
    person: str
    number: int

    @property
    def key(self) -> str:
        """A name of this ring, for what happens once about it."""
        return f"acs:{self.attempt}:{self.number}"


class Links:
    """Makes such addresses, and reads their tokens."""

    def __init__(self, base_url: str, secret: str, clock: Clock) -> None:
        self._base = base_url.rstrip("/")
        self._signer = URLSafeSerializer(secret, salt="scrimmage.teams-call.ring")
        self._clock = clock

    def media(self, ring: Ring) -> str:
        """Return where Azure opens the socket for the sound."""
        return f"ws{self._base.removeprefix('http')}{MEDIA_PATH}{self._token(ring)}"

    def events(self, ring: Ring) -> str:
        """Return where Azure tells of the call's course."""
        return f"{self._base}{EVENTS_PATH}{self._token(ring)}"

    def read(self, token: str) -> Ring | None:
        """Return whose call it is, None for a token that is not ours or no longer good."""
        try:
            workspace, attempt, person, number, until = self._signer.loads(token)
        except (BadData, ValueError, TypeError):
            return None
        if self._clock.now().timestamp() > until:
            return None
        return Ring(str(workspace), str(attempt), str(person), int(number))

    def _token(self, ring: Ring) -> str:
        until = int((self._clock.now() + GOOD_FOR).timestamp())
        told = [ring.workspace, ring.attempt, ring.person, ring.number, until]
        return str(self._signer.dumps(told))
