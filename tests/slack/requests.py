"""Payloads as the signed HTTP requests that Slack sends, and one who sends them.

    teller = Teller()  # of tests.slack.teller
    async with Caller("http://127.0.0.1:8080/slack/events", "secret") as caller:
        answer = await caller.send(teller.slash("U1", "/practice"))
    assert answer.status == 200

Signed as docs.slack.dev/authentication/verifying-requests-from-slack has it.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlencode

import aiohttp

from tests.slack.limits import check_message, check_view
from tests.slack.payloads import Payload

_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Retry:
    """The `number`th time that Slack sends the same event, and why it does."""

    number: int = 1
    reason: str = "http_timeout"

    @property
    def headers(self) -> dict[str, str]:
        return {"X-Slack-Retry-Num": str(self.number), "X-Slack-Retry-Reason": self.reason}


@dataclass(frozen=True, slots=True)
class Request:
    """One request, ready to be posted."""

    body: bytes
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and after how many seconds."""

    status: int
    text: str
    headers: Mapping[str, str]
    seconds: float
    violations: list[str] = field(default_factory=list)

    @property
    def body(self) -> Any:  # noqa: ANN401 - whatever the JSON says
        """The JSON of the answer; None where it is empty. Raises JSONDecodeError."""
        return json.loads(self.text) if self.text else None


def signature(secret: str, body: bytes, timestamp: int) -> str:
    """Slack's signature, version 0, of a body sent at this Unix time in seconds."""
    base = b"v0:%d:%s" % (timestamp, body)
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


def signed(payload: Payload, secret: str, timestamp: int, retry: Retry | None = None) -> Request:
    """The request for this payload: events as JSON, all else as a form."""
    body, content_type = _encoded(payload)
    headers = {
        "Content-Type": content_type,
        "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        "X-Slack-Request-Timestamp": str(timestamp),
        "X-Slack-Signature": signature(secret, body, timestamp),
        **(retry.headers if retry else {}),
    }
    return Request(body, headers)


def _encoded(payload: Payload) -> tuple[bytes, str]:
    if payload.kind == "slash_commands":
        return urlencode(payload.body).encode(), _FORM
    if payload.kind == "interactive":
        return urlencode({"payload": json.dumps(payload.body)}).encode(), _FORM
    return json.dumps(payload.body).encode(), _JSON


class Caller:
    """Posts to one address as Slack does; an asynchronous context manager.

    `clock` gives the Unix time in seconds with which requests are signed.
    """

    def __init__(
        self, url: str, secret: str, clock: Callable[[], float] = time.time, wait: float = 30
    ) -> None:
        self.answers: list[Answer] = []
        self._url = url
        self._secret = secret
        self._clock = clock
        self._wait = aiohttp.ClientTimeout(total=wait)
        self._session: aiohttp.ClientSession | None = None

    async def send(
        self, payload: Payload, *, retry: Retry | None = None, age: int = 0, secret: str = ""
    ) -> Answer:
        """Sign and post; `age` seconds make it stale, and another secret makes it a forgery."""
        at = int(self._clock()) - age
        return await self.post(signed(payload, secret or self._secret, at, retry))

    async def post(self, request: Request) -> Answer:
        """Post this request as it is. Raises aiohttp.ClientError and TimeoutError."""
        assert self._session is not None, "enter the caller first"
        begun = time.monotonic()
        async with self._session.post(
            self._url, data=request.body, headers=request.headers
        ) as response:
            text = await response.text()
        seconds = time.monotonic() - begun
        answer = Answer(response.status, text, dict(response.headers), seconds, _judged(text))
        self.answers.append(answer)
        return answer

    @property
    def violations(self) -> list[str]:
        """What Slack would not have taken of all that was answered."""
        return [each for answer in self.answers for each in answer.violations]

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(timeout=self._wait)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._session is not None:
            await self._session.close()


def _judged(text: str) -> list[str]:
    """Views and messages can be given as answers too, and have the same limits."""
    try:
        body = json.loads(text)
    except ValueError:
        return []
    if not isinstance(body, dict):
        return []
    if isinstance(body.get("view"), dict):
        return check_view(body["view"])
    return check_message(body) if "blocks" in body else []
