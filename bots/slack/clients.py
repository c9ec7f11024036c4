"""Clients of Slack's Web API, all over one pool of connections."""

from __future__ import annotations

import aiohttp
from slack_sdk.http_retry.builtin_async_handlers import AsyncConnectionErrorRetryHandler
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.settings import SlackSettings

_CALL_S = 10.0
_SHOWN_TWICE = frozenset({"chat.postMessage", "chat.startStream", "chat.appendStream", "calls.add"})
"""What Slack would do a second time, if only its answer was lost."""


class Clients:
    """Makes clients; belongs to the loop that made it. Close it at the end.

    A client tries again once when the connection breaks, unless something could then stand there
    twice: whoever posts looks for it first. Nor does it wait out a 429: whoever delivers knows
    better what to do meanwhile.
    """

    def __init__(self, settings: SlackSettings, call_s: float = _CALL_S) -> None:
        self._api_url = settings.api_url
        self._session = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=call_s), trust_env=True
        )

    def make(self, token: str = "") -> AsyncWebClient:
        """Return a client for this token; without one it is for methods that need none."""
        return AsyncWebClient(
            token=token or None,
            base_url=self._api_url,
            session=self._session,
            retry_handlers=[_Again()],
        )

    async def close(self) -> None:
        """Close all connections."""
        await self._session.close()


class _Again(AsyncConnectionErrorRetryHandler):
    """Tries again what may be done twice."""

    async def _can_retry_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        if request.url.rpartition("/")[2] in _SHOWN_TWICE:
            return False
        return await super()._can_retry_async(
            state=state, request=request, response=response, error=error
        )
