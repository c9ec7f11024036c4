"""Reads a trainee's lines from a file: plain text, or JSONL with pauses."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path

from core.errors import PracticeError
from core.rehearsal import USUAL_PAUSE_S, ScriptLine
from core.words import fit

MOST_BYTES = 5_000_000
_LONGEST_PAUSE_S = 24 * 3600.0


def read_script(path: Path) -> list[ScriptLine]:
    """Return the lines of a script; blank ones are left out, `-` is standard input.

    A file whose first line is a JSON object is JSONL. Raises PracticeError with file and line.
    """
    lines = text_of(path).splitlines()
    first = next((line for line in lines if line.strip()), "")
    jsonl = first.lstrip().startswith("{")
    script = [
        _from_json(path, number, line) if jsonl else ScriptLine(_fit(path, number, line))
        for number, line in enumerate(lines, 1)
        if line.strip()
    ]
    if not script:
        raise PracticeError(f"{path} has no lines for the trainee.", "Write one a line.")
    return script


def text_of(path: Path) -> str:
    """Return the text of a file, or of standard input. Raises PracticeError."""
    try:
        data = sys.stdin.buffer.read(MOST_BYTES + 1) if str(path) == "-" else _bytes(path)
        if len(data) > MOST_BYTES:
            raise PracticeError(f"{path} is larger than 5 MB.", "Is it the right file?")
        return data.decode("utf-8-sig")
    except OSError as error:
        raise PracticeError(
            f"{path} cannot be read: {error.strerror}.", "Check the path."
        ) from error
    except UnicodeDecodeError as error:
        raise PracticeError(f"{path} is not UTF-8 text.", "Save it as UTF-8.") from error


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _from_json(path: Path, number: int, line: str) -> ScriptLine:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _wrong(path, number, "is no JSON object", 'Write {"text": "…"}.') from error
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        raise _wrong(path, number, "has no text", 'Write {"text": "…", "after_s": 5}.')
    after = entry.get("after_s", USUAL_PAUSE_S)
    if isinstance(after, bool) or not isinstance(after, int | float) or not _bearable(after):
        raise _wrong(path, number, f"has after_s {after!r}", "Give seconds from 0 to 86,400.")
    return ScriptLine(_fit(path, number, entry["text"]), float(after))


def _bearable(after: float) -> bool:
    return math.isfinite(after) and 0 <= after <= _LONGEST_PAUSE_S


def _fit(path: Path, number: int, text: str) -> str:
    try:
        return fit(text)
    except PracticeError as error:
        raise PracticeError(f"{path}:{number}: {error.sentence}", error.mend) from error


def _wrong(path: Path, number: int, what: str, mend: str) -> PracticeError:
    return PracticeError(f"{path}:{number}: the line {what}.", mend)
