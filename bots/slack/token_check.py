"""Tells, once, when Slack cannot be reached or no longer takes a token, and when that is over."""

from __future__ import annotations

from collections.abc import Callable

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.errors import asked, reason
from core.errors import ProviderError

log = structlog.get_logger()

_EVERY_S = 60.0
"""Users found that a call a minute keeps connections from falling silent."""


class Told:
    """Remembers what was last told of one thing, so that it is told once."""

    def __init__(self, about: str) -> None:
        self._about = about
        self._last = ""

    def trouble(self, error: ProviderError) -> None:
        """Log that Slack is away, or that it refuses for good, unless that was the last word."""
        event = "slack_unreachable" if error.retryable else "slack_refuses"
        told = f"{event} {reason(error)}"
        if told != self._last:
            self._last = told
            level = log.warning if error.retryable else log.error
            level(event, about=self._about, code=reason(error))

    def well(self) -> None:
        """Log that it is over, if there was anything."""
        if self._last:
            self._last = ""
            log.info("slack_well_again", about=self._about)


class TokenCheck:
    """Asks auth.test once a minute, if the client has a token: revoked is not the same as away."""

    def __init__(self, client: AsyncWebClient, monotonic: Callable[[], float]) -> None:
        self._client = client
        self._monotonic = monotonic
        self._at = monotonic() + _EVERY_S
        self._told = Told("token")

    async def look(self) -> None:
        """Ask if it is time to."""
        now = self._monotonic()
        if not self._client.token or now < self._at:
            return
        self._at = now + _EVERY_S
        try:
            await asked(self._client.auth_test())
        except ProviderError as error:
            self._told.trouble(error)
        else:
            self._told.well()
