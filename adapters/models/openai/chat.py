"""Chat completions at an OpenAI-compatible address: one request each, no tries of its own."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Any

from adapters.models.failures import Failure, ModelError
from adapters.models.openai.connection import Connection, Waiting
from adapters.models.openai.dialect import Dialect, granted
from adapters.models.openai.errors import asked
from adapters.models.openai.settings import OpenAISettings


class Chat(Connection):
    """A client for one address and model. Close it with `aclose`."""

    def __init__(self, settings: OpenAISettings) -> None:
        super().__init__(settings)
        self._dialect = Dialect()

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
        waiting = Waiting(within_s)
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
        return await granted(client.chat.completions.create, request, self._dialect)


def _piece(chunk: Any) -> tuple[str, str | None]:  # noqa: ANN401 - the SDK does not check it
    """Return a chunk's text and why the answer ends with it, None when it does not."""
    choices = getattr(chunk, "choices", None) or ()
    if not choices:
        return "", None
    delta = getattr(choices[0], "delta", None)
    text = getattr(delta, "content", None)
    return (text if isinstance(text, str) else ""), getattr(choices[0], "finish_reason", None)
