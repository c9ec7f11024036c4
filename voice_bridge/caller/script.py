"""What a scripted caller says, and when."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from core.errors import PracticeError

USUAL_PAUSE_S = 0.5
"""From the end of the customer's line to the caller's, unless the script says otherwise."""
_LONGEST_S = 600.0


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to say: `say` in words, or `play`, the path of a WAV file.

    It begins `after_s` after the customer's line has ended, or, where `into_s` is given, so many
    seconds into the customer's next line.
    """

    say: str = ""
    play: str = ""
    after_s: float = USUAL_PAUSE_S
    into_s: float | None = None


def parse(name: str, text: str) -> list[Step]:
    """Return the steps of a script: a line of words a line, or JSONL.

    `{"say": "…"}` or `{"play": "file.wav"}`, with `"after_s"` or `"into_s"`. Raises PracticeError
    with file and line.
    """
    steps = list(_steps(name, text))
    if not steps:
        raise PracticeError(f"{name} has no lines for the caller.", "Write one a line.")
    return steps


def _steps(name: str, text: str) -> Iterator[Step]:
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    as_json = bool(lines) and lines[0][1].lstrip().startswith("{")
    for number, line in lines:
        yield _from_json(f"{name}:{number}", line) if as_json else Step(say=line.strip())


def _from_json(where: str, line: str) -> Step:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise PracticeError(f"{where}: the line is no JSON.", 'Write {"say": "…"}.') from error
    if not isinstance(entry, dict) or not set(entry) <= {"say", "play", "after_s", "into_s"}:
        raise PracticeError(
            f"{where}: the line is not a step.", 'Write {"say": "…", "after_s": 0.5}.'
        )
    says = [entry.get(key) for key in ("say", "play") if entry.get(key) is not None]
    if len(says) != 1 or not isinstance(says[0], str) or not says[0].strip():
        raise PracticeError(f"{where}: it needs either say or play.", 'Write {"say": "…"}.')
    into = _seconds(where, entry, "into_s", None)
    after = _seconds(where, entry, "after_s", USUAL_PAUSE_S)
    said, played = str(entry.get("say") or ""), str(entry.get("play") or "")
    return Step(said, played, USUAL_PAUSE_S if after is None else after, into)


def _seconds(where: str, entry: dict[str, Any], key: str, usual: float | None) -> float | None:
    value = entry.get(key, usual)
    if value is None:
        return None
    fits = isinstance(value, int | float) and not isinstance(value, bool)
    if not fits or not math.isfinite(value) or not 0 <= value <= _LONGEST_S:
        raise PracticeError(f"{where}: {key} is {value!r}.", "Give seconds from 0 to 600.")
    return float(value)
