"""Clients of Slack's Web API, all over one pool of connections."""

from __future__ import annotations

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.settings import SlackSettings

_CALL_S = 10.0


class Clients:
    """Makes clients; belongs to the loop that made it. Close it at the end.

    A client tries again once when the connection breaks. It does not wait out a 429: whoever
    delivers knows better what to do meanwhile.
    """

    def __init__(self, settings: SlackSettings, call_s: float = _CALL_S) -> None:
        self._api_url = settings.api_url
        self._session = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=call_s), trust_env=True
        )

    def make(self, token: str = "") -> AsyncWebClient:
        """Return a client for this token; without one it is for methods that need none."""
        return AsyncWebClient(token=token or None, base_url=self._api_url, session=self._session)

    async def close(self) -> None:
        """Close all connections."""
        await self._session.close()
