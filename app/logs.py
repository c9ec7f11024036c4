"""Structured logs: static event names and ids, never what people said.

The message of an exception may quote what it stumbled over (a validator shows its input, a
driver its parameters), so of an exception only its kind and the way it took are written.
"""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType
from typing import Any

import structlog


def configure_logs(level: str) -> None:
    """Write log lines of this level and above to standard error, readable on a terminal."""
    renderer = (
        structlog.dev.ConsoleRenderer()
        if sys.stderr.isatty()
        else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _wordless,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level.upper())),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(_WordlessFormatter("%(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


def way(error: BaseException) -> str:
    """Return an exception's kind and the places it came through, without its words.

    Its causes follow, each after "from": `ValueError at a.py:3 f, b.py:9 g; from KeyError at …`.
    """
    told = _told(error, error.__traceback__)
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return told if cause is None else f"{told}; from {way(cause)}"


def _told(error: BaseException, trace: TracebackType | None) -> str:
    frames = (f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace))
    return f"{type(error).__name__} at {', '.join(frames) or 'nowhere'}"


def _wordless(_logger: Any, _name: str, event: Any) -> Any:  # noqa: ANN401 - structlog's own shapes
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given
    if isinstance(error, tuple):
        error = error[1]
    if isinstance(error, BaseException):
        event["error"] = way(error)
    return event


class _WordlessFormatter(logging.Formatter):
    """For libraries that log by the standard module, and for asyncio's last words."""

    def formatException(self, ei: Any) -> str:  # noqa: N802, ANN401 - the standard module's name
        return way(ei[1]) if ei and ei[1] is not None else ""
