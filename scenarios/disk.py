"""Reading a file that somebody else wrote, without trusting that it is one."""

from __future__ import annotations

import stat
from pathlib import Path

from scenarios.problems import Problem, ScenarioError

MEGABYTE = 1_000_000


def read_bytes(path: Path, limit: int) -> bytes:
    """Return what the file holds. Raises ScenarioError, also when it has over `limit` bytes."""
    if trouble := unreadable(path, limit):
        raise ScenarioError([Problem(path, 0, "", *trouble)])
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise ScenarioError([Problem(path, 0, "", *_refused(error))]) from error
    if len(content) > limit:  # it grew since it was looked at
        raise ScenarioError([Problem(path, 0, "", *_too_large(limit))])
    return content


def unreadable(path: Path, limit: int) -> tuple[str, str] | None:
    """Tell what keeps this path from being read, as (what, mend), or None when nothing does."""
    try:
        status = path.stat()
    except FileNotFoundError:
        if path.is_symlink():
            return "this link leads nowhere", "Point it at a file, or delete it."
        return "there is no such file", "Check the path and the spelling."
    except (OSError, ValueError) as error:
        return _refused(error)
    if stat.S_ISDIR(status.st_mode):
        return "this is a folder", "Name a file in it."
    if not stat.S_ISREG(status.st_mode):
        return "this is not a regular file", "Name a file, and no device, pipe or socket."
    return _too_large(limit) if status.st_size > limit else None


def _too_large(limit: int) -> tuple[str, str]:
    return f"the file is over {limit // MEGABYTE} MB", "Make it smaller, or split it."


def _refused(error: Exception) -> tuple[str, str]:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return f"the file cannot be read ({reason})", "Check the path and who may read it."
