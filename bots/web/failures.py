"""The one place where an error becomes a kind page, or JSON for the page's script."""

from __future__ import annotations

import traceback
from dataclasses import dataclass

import structlog
from aiohttp import web

from bots.web import limits
from bots.web.deps import DEPS
from bots.web.gate import Handler
from bots.web.inbound import Declined
from bots.web.render import page
from core import words
from core.errors import PracticeError, ProviderError, Refusal, StorageError

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Failure:
    """What a person is told; `reference` finds the rest in the log."""

    status: int
    sentence: str
    mend: str = ""
    reference: str = ""


_STATUSES: tuple[tuple[type[PracticeError], int], ...] = (
    (Refusal, 403),
    (limits.TooFast, 429),
    (words.TooLong, 413),
    (words.Unfit, 422),
    (Declined, 409),
    (PracticeError, 404),
)
_HTTP = {
    404: ("There is no page at this address.", "The link may be old. My Training has them all."),
    405: ("This address does not do that.", "Go back and try the button again."),
    413: ("That is more than fits into one message.", "Shorten it, or send it in two parts."),
}


@web.middleware
async def failures(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer with a sentence whatever goes wrong below."""
    try:
        return await handler(request)
    except web.HTTPException as error:
        if error.status < 400:  # noqa: PLR2004 - a redirect
            raise
        sentence, mend = _HTTP.get(error.status, ("That did not work.", "Go back and try again."))
        failure = Failure(error.status, sentence, mend)
    except PracticeError as error:
        status = next(status for kind, status in _STATUSES if isinstance(error, kind))
        failure = Failure(status, error.sentence, error.mend)
    except (StorageError, ProviderError) as error:
        failure = _unexpected(request, error, 503)
    except Exception as error:  # noqa: BLE001 - the outermost place: a bug becomes a page and a log entry
        failure = _unexpected(request, error, 500)
    return await _answer(request, failure)


def _unexpected(request: web.Request, error: Exception, status: int) -> Failure:
    """Log where it happened and of what kind it was, never its words: they may be a person's."""
    reference = request.app[DEPS].ids.new()[:8]
    resource = request.match_info.route.resource
    _log.error(
        "web.failed",
        reference=reference,
        status=status,
        route=resource.canonical if resource else "",
        error=type(error).__qualname__,
        where=[
            f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)
        ],
    )
    if status == 503:  # noqa: PLR2004 - Service Unavailable
        return Failure(status, "That could not be saved just now.", "Please try again.", reference)
    return Failure(
        status, "Something went wrong on our side.", "Please try again in a moment.", reference
    )


async def _answer(request: web.Request, failure: Failure) -> web.StreamResponse:
    if wants_json(request):
        response: web.Response = web.json_response(
            {"sentence": failure.sentence, "mend": failure.mend, "reference": failure.reference},
            status=failure.status,
        )
    else:
        response = page(request, "failure.html", status=failure.status, failure=failure)
    if failure.status == 429:  # noqa: PLR2004 - Too Many Requests
        response.headers["Retry-After"] = "5"
    return response


def wants_json(request: web.Request) -> bool:
    """Whether the page's script asks, and not the browser itself."""
    return "application/json" in request.headers.get("Accept", "")
