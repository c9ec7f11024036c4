"""The SDK's client for one address, and time that runs only while it is waited for."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from adapters.models.openai.errors import asked
from adapters.models.openai.settings import OpenAISettings

if TYPE_CHECKING:
    import openai

Answer = TypeVar("Answer")

NO_KEY = "none"
"""The SDK wants a key; servers that ask for none ignore it."""
_THIS_MACHINE = frozenset(("localhost", "127.0.0.1", "::1"))


class Connection:
    """A client for one address. Close it with `aclose`."""

    def __init__(self, settings: OpenAISettings) -> None:
        self.settings = settings
        self._client: openai.AsyncOpenAI | None = None
        self._opening = asyncio.Lock()

    async def open(self) -> openai.AsyncOpenAI:
        """Return the SDK's client, made on first use: importing it takes most of a second."""
        async with self._opening:
            if self._client is None:
                self._client = await asyncio.to_thread(_client, self.settings)
            return self._client

    async def aclose(self) -> None:
        """Close the connections."""
        if self._client is not None:
            await self._client.close()
            self._client = None


class Waiting:
    """Time that runs only while something is waited for."""

    def __init__(self, seconds: float) -> None:
        self._left = seconds

    async def until(self, answer: Awaitable[Answer]) -> Answer:
        """Return the answer within the time that is left. Raises ModelError."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            return await asked(answer, self._left)
        finally:
            self._left -= loop.time() - began


def own(base_url: str) -> bool:
    """Whether the address is this machine's: not to be looked for through the network's proxy."""
    return urlsplit(base_url).hostname in _THIS_MACHINE


def _client(settings: OpenAISettings) -> openai.AsyncOpenAI:
    import openai  # noqa: PLC0415 - slow to import

    timeout = openai.Timeout(settings.stall_s, connect=settings.connect_s)
    direct = openai.DefaultAsyncHttpxClient(trust_env=False) if own(settings.base_url) else None
    return openai.AsyncOpenAI(
        api_key=settings.api_key or NO_KEY,
        base_url=settings.base_url,
        timeout=timeout,
        # Tries are ours: the SDK would not know how long a trainee waits.
        max_retries=0,
        http_client=direct,
    )
