"""Chat completions at an OpenAI-compatible address: one request each, no tries of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from adapters.models.failures import Failure, ModelError
from adapters.models.openai.dialect import Dialect
from adapters.models.openai.errors import asked, refused_parameter
from adapters.models.openai.settings import OpenAISettings

if TYPE_CHECKING:
    import openai

_NO_KEY = "none"
"""The SDK wants a key; servers that ask for none ignore it."""
_REFUSED = frozenset((400, 422))
_THIS_MACHINE = frozenset(("localhost", "127.0.0.1", "::1"))


class Chat:
    """A client for one address and model. Close it with `aclose`."""

    def __init__(self, settings: OpenAISettings) -> None:
        self.settings = settings
        self._dialect = Dialect()
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

    async def complete(self, system: str, user: str, within_s: float, **more: object) -> str:
        """Return the whole answer. `more`: parameters of the request. Raises ModelError."""
        answer = await asked(self._create(self._request(system, user, more)), within_s)
        choices = getattr(answer, "choices", None) or ()
        if not choices:
            # Such servers exist: the SDK does not check what it was sent.
            raise ModelError(Failure.BAD_ANSWER)
        text = getattr(choices[0].message, "content", None)
        return text if isinstance(text, str) else ""

    async def stream(
        self, system: str, user: str, within_s: float, **more: object
    ) -> AsyncGenerator[str]:
        """Yield the answer in pieces. Raises ModelError, also between pieces.

        The time runs only while waiting for the server. A stream that ends without saying
        that it ends was cut.
        """
        waiting = _Waiting(within_s)
        request = {**self._request(system, user, more), "stream": True}
        chunks = await waiting.until(self._create(request))
        reason = None
        async with aclosing(chunks):
            pieces = aiter(chunks)
            while (chunk := await waiting.until(anext(pieces, None))) is not None:
                text, ends = _piece(chunk)
                reason = ends or reason
                if text:
                    yield text
        if reason is None:
            raise ModelError(Failure.BROKEN_STREAM)

    def _request(self, system: str, user: str, more: Mapping[str, object]) -> dict[str, Any]:
        settings = self.settings
        request: dict[str, Any] = {
            "model": settings.model,
            "messages": [
                {"role": "system", "content": system},
                {"role": "user", "content": user},
            ],
            "temperature": settings.temperature,
            **more,
        }
        if settings.seed is not None:
            request["seed"] = settings.seed
        return request

    async def _create(self, request: dict[str, Any]) -> Any:  # noqa: ANN401 - overloaded in the SDK
        client = await self.open()
        import openai  # noqa: PLC0415 - slow to import

        while True:
            said = self._dialect.spoken(request)
            try:
                return await client.chat.completions.create(**said)
            except openai.APIStatusError as error:
                name = refused_parameter(error, said) if error.status_code in _REFUSED else None
                if name is None or not self._dialect.concede(name):
                    raise


class _Waiting:
    """Time that runs only while something is waited for."""

    def __init__(self, seconds: float) -> None:
        self._left = seconds

    async def until(self, answer: Awaitable[Any]) -> Any:  # noqa: ANN401 - chunks, or their stream
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            return await asked(answer, self._left)
        finally:
            self._left -= loop.time() - began


def _piece(chunk: Any) -> tuple[str, str | None]:  # noqa: ANN401 - the SDK does not check it
    """Return a chunk's text and why the answer ends with it, None when it does not."""
    choices = getattr(chunk, "choices", None) or ()
    if not choices:
        return "", None
    delta = getattr(choices[0], "delta", None)
    text = getattr(delta, "content", None)
    return (text if isinstance(text, str) else ""), getattr(choices[0], "finish_reason", None)


def _client(settings: OpenAISettings) -> openai.AsyncOpenAI:
    import openai  # noqa: PLC0415 - slow to import

    timeout = openai.Timeout(settings.stall_s, connect=settings.connect_s)
    # A server on this machine is not to be looked for by way of the network's proxy.
    own = urlsplit(settings.base_url).hostname in _THIS_MACHINE
    return openai.AsyncOpenAI(
        api_key=settings.api_key or _NO_KEY,
        base_url=settings.base_url,
        timeout=timeout,
        # Tries are ours: the SDK would not know how long a trainee waits.
        max_retries=0,
        http_client=openai.DefaultAsyncHttpxClient(trust_env=False) if own else None,
    )
