"""From the errors of the Realtime API to ours: a kind, and none of the words."""

from __future__ import annotations

from typing import Any

from adapters.models.failures import Failure, ModelError

_BY_CODE = {
    "invalid_api_key": Failure.WRONG_KEY,
    "insufficient_quota": Failure.RATE_LIMITED,
    "model_not_found": Failure.UNKNOWN_MODEL,
    "rate_limit_exceeded": Failure.RATE_LIMITED,
    "server_error": Failure.OVERLOADED,
    "session_expired": Failure.BROKEN_STREAM,
}
OVER = frozenset(("session_expired", "invalid_api_key"))
"""Codes after which the session is of no more use."""


def of_error(error: Any) -> ModelError:  # noqa: ANN401 - whatever came
    """Return the failure that an error of the API stands for."""
    told = error if isinstance(error, dict) else {}
    for name in (told.get("code"), told.get("type")):
        if name in _BY_CODE:
            return ModelError(_BY_CODE[name])
    return ModelError(Failure.BAD_REQUEST)


def of_response(response: Any) -> ModelError | None:  # noqa: ANN401 - whatever came
    """Return why a response that is done has failed; None when it is complete."""
    told = response if isinstance(response, dict) else {}
    details = told.get("status_details") or {}
    match told.get("status"):
        case "completed":
            return None
        case "failed":
            return of_error(details.get("error"))
        case "cancelled":
            return ModelError(Failure.BROKEN_STREAM)
    # Cut by a filter, or too long: asked again, it would be no better.
    return ModelError(Failure.BAD_ANSWER)
