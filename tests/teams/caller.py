"""Posts activities to a bot, signed as Teams signs them.

async with Caller(f"{url}/api/messages", signer) as caller:
    answer = await caller.send(tells.message(alex, "hello"))
assert answer.status == 200
"""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

import aiohttp

from tests.teams.limits import check_card
from tests.teams.signer import Flaw, Signer

_CARD = "application/vnd.microsoft.card.adaptive"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, after how many seconds, and what Teams would not have taken of it."""

    status: int
    text: str
    seconds: float
    violations: tuple[str, ...] = ()

    @property
    def body(self) -> Any:  # noqa: ANN401 - whatever the JSON says
        """The JSON of the answer; None where it is empty. Raises JSONDecodeError."""
        return json.loads(self.text) if self.text else None


class Caller:
    """Posts to one address as Teams does; an asynchronous context manager."""

    def __init__(self, url: str, signer: Signer | None = None, wait: float = 30) -> None:
        """Without a signer nothing is signed. `wait` is in seconds."""
        self.answers: list[Answer] = []
        self._url = url
        self._signer = signer
        self._wait = aiohttp.ClientTimeout(total=wait)
        self._session: aiohttp.ClientSession | None = None

    async def send(
        self, activity: Mapping[str, Any], flaw: Flaw | None = None, token: str | None = None
    ) -> Answer:
        """Sign, with this flaw if any, and post; a `token` goes before ("": none at all).

        Raises aiohttp.ClientError and TimeoutError.
        """
        if token is None:
            signer = self._signer
            token = signer.token(str(activity["serviceUrl"]), flaw) if signer else ""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return await self.post(json.dumps(activity).encode(), headers)

    async def stream(self, parts: Iterable[bytes], headers: Mapping[str, str]) -> Answer:
        """Post this part by part. Raises aiohttp.ClientError and TimeoutError."""

        async def body() -> AsyncIterator[bytes]:
            for part in parts:
                yield part

        return await self.post(body(), headers)

    async def post(self, body: bytes | AsyncIterator[bytes], headers: Mapping[str, str]) -> Answer:
        """Post this as it is. Raises aiohttp.ClientError and TimeoutError."""
        assert self._session is not None, "enter the caller first"
        told = {"Content-Type": "application/json; charset=utf-8", **headers}
        begun = time.monotonic()
        async with self._session.post(self._url, data=body, headers=told) as response:
            text = await response.text()
        answer = Answer(response.status, text, time.monotonic() - begun, _judged(text))
        self.answers.append(answer)
        return answer

    @property
    def violations(self) -> list[str]:
        """What Teams would not have taken of all that was answered."""
        return [each for answer in self.answers for each in answer.violations]

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(timeout=self._wait)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._session is not None:
            await self._session.close()


def _judged(text: str) -> tuple[str, ...]:
    """Cards come as answers too, to presses and in dialogs, and have the same limits."""
    try:
        body = json.loads(text)
    except ValueError:
        return ()
    return tuple(found for card in _cards(body) for found in check_card(card))


def _cards(body: object) -> list[dict[str, Any]]:
    if not isinstance(body, dict):
        return []
    if body.get("type") == _CARD:
        return [body["value"]]
    task = body.get("task")
    shown = task.get("value") if isinstance(task, dict) else None
    return [shown["card"]["content"]] if isinstance(shown, dict) and "card" in shown else []
