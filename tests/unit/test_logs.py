"""No word of a conversation reaches a log, not even inside an exception."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app.logs import way

SAID = "my card number is 4242"


def stumble() -> None:
    empty: dict[str, str] = {}
    try:
        empty[SAID]
    except KeyError as error:
        raise ValueError(SAID) from error


def test_the_way_of_an_error_names_kinds_and_places_and_no_words() -> None:
    with pytest.raises(ValueError, match=SAID) as caught:
        stumble()
    told = way(caught.value)
    assert told.startswith("ValueError at ")
    assert "; from KeyError at " in told
    assert "test_logs.py" in told
    assert SAID not in told


SCRIPT = f"""
import logging, structlog
from app.logs import configure_logs
configure_logs("info")
try:
    raise RuntimeError({SAID!r})
except RuntimeError:
    structlog.get_logger().exception("command_failed", attempt="t1")
    logging.getLogger("asyncio").exception("Task exception was never retrieved")
"""


def test_neither_our_logs_nor_a_librarys_quote_what_was_said() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, timeout=30
    )
    assert '"event": "command_failed"' in done.stderr
    assert "Task exception was never retrieved" in done.stderr
    assert done.stderr.count("RuntimeError at ") == 2
    assert SAID not in done.stderr
