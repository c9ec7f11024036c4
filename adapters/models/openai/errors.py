"""From the SDK's errors to ours: a kind, whether to try again, and none of the words."""

from __future__ import annotations

import asyncio
import email.utils
import json
from collections.abc import Awaitable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from adapters.models.failures import Failure, ModelError

if TYPE_CHECKING:
    import openai

Answer = TypeVar("Answer")

_BY_STATUS = {
    401: Failure.WRONG_KEY,
    403: Failure.WRONG_KEY,
    404: Failure.UNKNOWN_MODEL,
    408: Failure.TIMEOUT,
    409: Failure.OVERLOADED,
    429: Failure.RATE_LIMITED,
}
_SERVER = 500


async def asked(answer: Awaitable[Answer], within_s: float) -> Answer:
    """Return what a call of the SDK gives. Raises ModelError for all that it may raise.

    The SDK's errors carry the request, and with it the conversation. So ours is raised when
    theirs is no longer being handled: nothing of it is left, not even as a context.
    """
    import httpx2  # noqa: PLC0415 - slow to import
    import openai  # noqa: PLC0415 - slow to import

    failed: ModelError
    try:
        async with asyncio.timeout(max(0.0, within_s)):
            return await answer
    except TimeoutError:
        failed = ModelError(Failure.OVER_TIME)
    except openai.APITimeoutError:
        failed = ModelError(Failure.TIMEOUT)
    except httpx2.TimeoutException:
        # The SDK lets its transport's errors through while a body is read.
        failed = ModelError(Failure.TIMEOUT)
    except httpx2.HTTPError:
        failed = ModelError(Failure.BROKEN_STREAM)
    except openai.APIConnectionError:
        failed = ModelError(Failure.UNREACHABLE)
    except openai.APIStatusError as error:
        failed = of_status(error.status_code, error.response.headers)
    except openai.APIResponseValidationError:
        failed = ModelError(Failure.BAD_ANSWER)
    except (openai.APIError, json.JSONDecodeError, UnicodeDecodeError):
        # An error event, or broken JSON, in the middle of a stream.
        failed = ModelError(Failure.BROKEN_STREAM)
    except openai.OpenAIError:
        failed = ModelError(Failure.BAD_REQUEST)
    raise failed


def of_status(status: int, headers: Mapping[str, str]) -> ModelError:
    """Return the failure that an HTTP status stands for."""
    wait = retry_after_s(headers.get("retry-after", ""), datetime.now(UTC))
    if status >= _SERVER:
        return ModelError(Failure.OVERLOADED, retry_after_s=wait)
    return ModelError(_BY_STATUS.get(status, Failure.BAD_REQUEST), retry_after_s=wait)


def retry_after_s(header: str, now: datetime) -> float | None:
    """Return the seconds that a Retry-After header asks for: a number or an HTTP date."""
    try:
        return max(0.0, float(header))
    except ValueError:
        pass
    try:
        moment = email.utils.parsedate_to_datetime(header)
    except ValueError:
        return None
    return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds())


def refused_parameter(error: openai.APIStatusError, sent: Mapping[str, object]) -> str | None:
    """Return which of the parameters sent the server does not take, if that is its complaint."""
    if error.param in sent:
        return error.param
    text = str(error.message).casefold()
    if not any(sign in text for sign in ("unsupported", "not support", "unrecognized", "unknown")):
        return None
    return next((name for name in sent if name in text), None)
