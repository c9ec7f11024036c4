"""Chat completions at an OpenAI-compatible address: one request each, no tries of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing, asynccontextmanager
from typing import TYPE_CHECKING, Any

from adapters.models.failures import Failure, ModelError
from adapters.models.openai.dialect import Dialect
from adapters.models.openai.errors import refused_parameter, translated
from adapters.models.openai.settings import OpenAISettings

if TYPE_CHECKING:
    import openai

_NO_KEY = "none"
"""The SDK wants a key; servers that ask for none ignore it."""
_REFUSED = frozenset((400, 422))


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
        async with _timed(within_s):
            answer = await self._create(self._request(system, user, more))
        try:
            text = answer.choices[0].message.content
        except (AttributeError, IndexError, TypeError):
            # Such servers exist: the SDK does not check what it was sent.
            raise ModelError(Failure.BAD_ANSWER) from None
        return text if isinstance(text, str) else ""

    async def stream(
        self, system: str, user: str, within_s: float, **more: object
    ) -> AsyncGenerator[str]:
        """Yield the answer in pieces. Raises ModelError, also between pieces.

        The time runs only while waiting for the server. A stream that ends without saying
        that it ends was cut.
        """
        loop = asyncio.get_running_loop()
        left, reason = within_s, None
        began = loop.time()
        async with _timed(left):
            chunks = await self._create({**self._request(system, user, more), "stream": True})
        left -= loop.time() - began
        async with aclosing(chunks):
            pieces = aiter(chunks)
            while True:
                began = loop.time()
                async with _timed(left):
                    chunk = await anext(pieces, None)
                left -= loop.time() - began
                if chunk is None:
                    break
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


@asynccontextmanager
async def _timed(seconds: float) -> AsyncIterator[None]:
    """Let the block take so long; its errors come out as ModelError."""
    try:
        async with asyncio.timeout(max(0.0, seconds)):
            with translated():
                yield
    except TimeoutError:
        raise ModelError(Failure.OVER_TIME) from None


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
    return openai.AsyncOpenAI(
        api_key=settings.api_key or _NO_KEY,
        base_url=settings.base_url,
        timeout=timeout,
        # Tries are ours: the SDK would not know how long a trainee waits.
        max_retries=0,
    )
