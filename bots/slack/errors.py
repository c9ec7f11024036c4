"""What Slack's refusals mean for whoever delivers."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TypeVar

import aiohttp
from slack_sdk.errors import SlackApiError, SlackRequestError

from core.errors import ProviderError

Answer = TypeVar("Answer")

_PASSING = frozenset(
    {
        "fatal_error",
        "internal_error",
        "ratelimited",
        "rate_limited",
        "request_timeout",
        "service_unavailable",
        "team_added_to_org",
    }
)
_SERVER_FAULT = 500
_TOO_MANY = 429
_REFUSED = 400


class Doubtful(ProviderError):  # noqa: N818 - says what is known of it
    """The connection broke or the server failed: what was asked may have been done all the same."""


async def asked(call: Awaitable[Answer]) -> Answer:
    """Await a call to Slack. Raises ProviderError, retryable when Slack may do it later.

    Of a 429 the error knows how many seconds Slack wants to be left alone.
    """
    try:
        return await call
    except SlackApiError as error:
        raise _meaning(error) from error
    except (TimeoutError, aiohttp.ClientError, SlackRequestError, OSError) as error:
        raise Doubtful("Slack cannot be reached", retryable=True) from error


async def unless_refused(call: Awaitable[object]) -> None:
    """Await a call whose refusal does not matter. Raises ProviderError if Slack may do it later."""
    try:
        await asked(call)
    except ProviderError as error:
        if error.retryable:
            raise


def reason(error: BaseException | None) -> str:
    """Return Slack's own word for why it refused, "" when it gave none."""
    cause = error.__cause__ if isinstance(error, ProviderError) else error
    return _word(cause) if isinstance(cause, SlackApiError) else ""


def _meaning(error: SlackApiError) -> ProviderError:
    word, status = _word(error), int(getattr(error.response, "status_code", 200))
    what = f"Slack refused: {word or status}"
    if status == _TOO_MANY or word in {"ratelimited", "rate_limited"}:
        return ProviderError(what, retryable=True, retry_after_s=_wait_s(error))
    if status >= _SERVER_FAULT or (not word and status < _REFUSED):
        # No answer of Slack's own: half of one, or that of something that stands before it.
        return Doubtful(what, retryable=True)
    return ProviderError(what, retryable=word in _PASSING)


def _word(error: SlackApiError) -> str:
    data = getattr(error.response, "data", None)
    return str(data.get("error", "")) if isinstance(data, dict) else ""


def _wait_s(error: SlackApiError) -> float:
    headers = getattr(error.response, "headers", {}) or {}
    asked = next((v for k, v in headers.items() if k.lower() == "retry-after"), "1")
    return float(asked) if str(asked).replace(".", "", 1).isdigit() else 1.0
