"""Structured logs: static event names and ids, never what people said."""

from __future__ import annotations

import logging
import sys

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
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level.upper())),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )
    # Libraries log through the standard module; their lines may quote what they were given.
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
    for name in ("alembic", "aiohttp.access", "apscheduler", "httpx2"):
        logging.getLogger(name).setLevel(logging.WARNING)
